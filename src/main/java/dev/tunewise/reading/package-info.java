/**
 * Free text into answers: which facts of a flow a message fills, with the words each came from, and what it asks or orders. It must not know
 * what any flow is about: the words come with the flow, the names of a catalogue through a port.
 */
@NullMarked
package dev.tunewise.reading;

import org.jspecify.annotations.NullMarked;
