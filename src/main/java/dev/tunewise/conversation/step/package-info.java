/**
 * One step of a consultation in the making: its changes, the state they lead to and what is said meanwhile. It must not know questions, advice
 * or wording.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.conversation.step;
