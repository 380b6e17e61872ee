package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Texts;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.cue.PatternCandidate;
import dev.tunewise.reading.result.Clarification;
import java.util.List;

/** What one candidate says of its fact. */
sealed interface CandidateResult {
    PatternCandidate by();

    /** Why it is asked back, where it has to be. */
    default Clarification.Reason reason() {
        return Clarification.Reason.UNSURE;
    }

    /** What is offered then. */
    List<Clarification.Option> options(Texts texts);

    record Says(PatternCandidate by, Value value) implements CandidateResult {
        @Override
        public List<Clarification.Option> options(Texts texts) {
            return List.of(CandidateResolver.option(by.meaning().fact(), value, texts));
        }
    }

    record Asks(PatternCandidate by, Clarification.Reason reason, List<Clarification.Option> options)
            implements CandidateResult {
        @Override
        public List<Clarification.Option> options(Texts texts) {
            return options;
        }
    }
}
