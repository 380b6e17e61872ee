package dev.tunewise.reading.result;

import dev.tunewise.flow.interview.Answers;
import java.util.List;

/**
 * What a message is read against.
 *
 * @param open ids of the facts asked and not answered, the one asked last at the front; empty before the first question
 * @param answers the answers so far, which corrections refer to
 */
public record ReadingContext(List<String> open, Answers answers) {
    public static ReadingContext none() {
        return new ReadingContext(List.of(), Answers.none());
    }
}
