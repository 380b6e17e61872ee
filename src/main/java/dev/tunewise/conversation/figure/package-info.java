/**
 * Questions about the figures of a comparison, answered from its own rows, lines, ranges and prices. It must not know how an answer is laid out,
 * nor the state of a consultation.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.conversation.figure;
