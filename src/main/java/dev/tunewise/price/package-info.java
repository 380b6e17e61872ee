/**
 * Loads the shipped price files and an operator's own into a catalogue. It must not know costs, options or flows.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.price;
