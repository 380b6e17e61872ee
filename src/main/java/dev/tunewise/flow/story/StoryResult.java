package dev.tunewise.flow.story;

import dev.tunewise.flow.Rule;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.InterviewStatus;
import java.util.List;
import java.util.Optional;

/**
 * How a story went.
 *
 * @param standing where its interview ended
 * @param asked the facts asked, in order
 * @param faults what differs from the expectation, a sentence each; empty when it passed
 */
public record StoryResult(
        Story story, InterviewStatus standing, Answers answers, List<String> asked, List<String> faults) {
    /** Says whether everything was as expected. */
    public boolean passed() {
        return faults.isEmpty();
    }

    public Optional<Rule> rule() {
        return standing instanceof InterviewStatus.Decided decided ? Optional.of(decided.rule()) : Optional.empty();
    }
}
