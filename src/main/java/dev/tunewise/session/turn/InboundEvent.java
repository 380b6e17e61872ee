package dev.tunewise.session.turn;

import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.UserInput;
import java.time.Instant;

/**
 * Something that came in from a channel, verified and decoded.
 *
 * @param key idempotency key, unique for the event within channel and workspace
 * @param author who did it
 * @param at when, by the channel's clock
 * @param message the platform's reference of the message; may be empty
 * @param input what they did
 */
public record InboundEvent(String key, Author author, Instant at, String message, UserInput input) {}
