/**
 * One turn of a consultation as a pure function: a state and one input give the changes to store and the posts to
 * send. It must not know clocks, storage or channels.
 */
@NullMarked
package dev.tunewise.conversation.turn;

import org.jspecify.annotations.NullMarked;
