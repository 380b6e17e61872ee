package dev.tunewise.conversation.state;

import java.time.Instant;
import java.util.List;

/**
 * One thing that happened. A consultation is the list of its entries; nothing derived is stored.
 *
 * @param message the platform's reference of the message, to link to; may be empty
 * @param changes what it meant, read with the flow as it was then
 */
public record Entry(String key, Author author, Instant at, String message, UserInput input, List<Change> changes) {}
