/**
 * The state of a consultation: what people did, what it changed, and the state that these changes add up to. It must
 * not know how anything is worded, shown or advised.
 */
@NullMarked
package dev.tunewise.conversation.state;

import org.jspecify.annotations.NullMarked;
