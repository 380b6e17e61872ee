/** Answers questions by their form alone: which one, and what to put to somebody. It must not know how a turn goes. */
@org.jspecify.annotations.NullMarked
package dev.tunewise.conversation.form;
