/** Answers a choice between ways to go by the likeliest first step, and says what opens a reply. It must not know how a turn goes. */
@org.jspecify.annotations.NullMarked
package dev.tunewise.conversation.form;
