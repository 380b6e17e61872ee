/**
 * One turn of a consultation as a pure function: a state and one input give the changes to store and the posts to
 * send. It must not know clocks, storage or channels.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.conversation.turn;
