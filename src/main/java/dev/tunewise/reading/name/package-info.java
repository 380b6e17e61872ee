/**
 * Finds where a text names an entry of a catalogue. It must not know what stands behind a name, nor any pattern.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.reading.name;
