/**
 * The sentences of a consultation in one language, and how facts, values and commands are written in them. It must
 * not know the state of a consultation, nor what the advice is.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.conversation.wording;
