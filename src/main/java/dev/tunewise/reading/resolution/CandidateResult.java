package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Value;
import dev.tunewise.reading.cue.PatternCandidate;
import dev.tunewise.reading.result.Clarification;
import java.util.List;

/** What one candidate says of its fact. */
sealed interface CandidateResult {
    PatternCandidate by();

    /** A value. */
    record Says(PatternCandidate by, Value value) implements CandidateResult {}

    /** Something to ask back. */
    record Asks(PatternCandidate by, Clarification.Reason reason, List<Clarification.Option> options)
            implements CandidateResult {
        public Asks {
            options = List.copyOf(options);
        }
    }
}
