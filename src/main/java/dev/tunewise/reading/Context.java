package dev.tunewise.reading;

import dev.tunewise.flow.Answers;
import java.util.List;

/**
 * What a message is read against.
 *
 * @param open ids of the facts asked and not answered, the one asked last at the front; empty before the first question
 * @param answers the answers so far, which corrections refer to
 */
public record Context(List<String> open, Answers answers) {
    public Context {
        open = List.copyOf(open);
    }

    /** No question is open and nothing is known. */
    public static Context none() {
        return new Context(List.of(), Answers.none());
    }

    /** One question is open and nothing is known. */
    public static Context open(String fact) {
        return new Context(List.of(fact), Answers.none());
    }
}
