/**
 * The commands of a channel, in a room or in a thread: parsed from text and carried out for every channel alike. It
 * must not know how a channel shows the reply, nor any platform.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.session.command;
