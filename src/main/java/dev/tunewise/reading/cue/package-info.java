/**
 * Finds words that change what is said around them, such as negation, conditions and questions, and holds all
 * annotations of a message. It must not know which annotations win in the end.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.reading.cue;
