package dev.tunewise.proposal;

import java.time.Duration;

/**
 * Where the language model is.
 *
 * @param url base address of the OpenAI-compatible API, for example `http://localhost:11434/v1`
 * @param key secret for it; may be empty
 * @param limit how long one message may take over all
 */
public record ModelEndpoint(String url, String model, String key, Duration limit) {
    /** No message waits longer than this, whatever is configured. */
    public static final Duration LONGEST = Duration.ofSeconds(2);

    public ModelEndpoint {
        // A line break from a file of secrets would not fit into a header, and what refuses it quotes the key.
        key = key.strip();
        if (limit.compareTo(LONGEST) > 0 || limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("A language model may take up to 2 s, found " + limit);
        }
    }

    @Override
    public String toString() {
        return model + " at " + url;
    }
}
