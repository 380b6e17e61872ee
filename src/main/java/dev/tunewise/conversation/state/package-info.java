/**
 * The state of a consultation: what people did, what it changed, and the state that these changes add up to. It must
 * not know how anything is worded, shown or advised.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.conversation.state;
