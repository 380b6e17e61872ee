package dev.tunewise.flow;

import java.util.List;
import java.util.Optional;

/**
 * How a story went.
 *
 * @param story the story
 * @param standing where its interview ended
 * @param answers the answers at the end
 * @param asked the facts asked, in order
 * @param faults what differs from the expectation, a sentence each; empty when it passed
 */
public record StoryResult(Story story, Standing standing, Answers answers, List<String> asked, List<String> faults) {
    public StoryResult {
        asked = List.copyOf(asked);
        faults = List.copyOf(faults);
    }

    /** Says whether everything was as expected. */
    public boolean passed() {
        return faults.isEmpty();
    }

    /** The rule that decided. */
    public Optional<Rule> rule() {
        return standing instanceof Standing.Decided decided ? Optional.of(decided.rule()) : Optional.empty();
    }
}
