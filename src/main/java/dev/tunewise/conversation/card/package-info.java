/**
 * What is asked next, and the cards that show it: questions, conflicts, progress, the summary and the answer post. It
 * must not know how input is understood, nor change the state.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.conversation.card;
