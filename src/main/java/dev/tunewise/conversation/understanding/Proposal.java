package dev.tunewise.conversation.understanding;

import dev.tunewise.flow.Value;

/**
 * A reading that a language model proposes; it counts only once a person confirms it.
 *
 * @param fact id of the fact
 * @param value the value
 * @param quote the words it was read from
 */
public record Proposal(String fact, Value value, String quote) {}
