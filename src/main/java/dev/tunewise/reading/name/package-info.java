/**
 * Finds where a text names an entry of a catalogue. It must not know what stands behind a name, nor any pattern.
 */
@NullMarked
package dev.tunewise.reading.name;

import org.jspecify.annotations.NullMarked;
