package dev.tunewise.conversation.state;

import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers that follow from what a thread said, put together once: a turn asks for them some hundred times. Safe for several threads. */
final class GivenAnswers {
    static final GivenAnswers NONE = new GivenAnswers(Map.of(), Map.of());

    private final Map<String, RecordedAnswer> held;
    private final Map<String, OpenConflict> doubts;
    private volatile @Nullable Answers answers;
    private volatile @Nullable Answers understood;

    GivenAnswers(Map<String, RecordedAnswer> held, Map<String, OpenConflict> doubts) {
        this.held = held;
        this.doubts = doubts;
    }

    Map<String, RecordedAnswer> held() {
        return held;
    }

    Map<String, OpenConflict> doubts() {
        return doubts;
    }

    /** Those that count. */
    Answers answers() {
        Answers known = answers;
        if (known == null) {
            Map<String, SourcedAnswer> given = new LinkedHashMap<>();
            held.forEach((fact, each) -> {
                if (!each.leftForLater()) {
                    given.put(fact, each.given());
                }
            });
            known = Answers.sourced(given);
            answers = known;
        }
        return known;
    }

    /** Those, with what is proposed in place of what nobody said. */
    Answers understood() {
        Answers known = understood;
        if (known == null) {
            known = doubts.isEmpty() ? answers() : Answers.sourced(proposed());
            understood = known;
        }
        return known;
    }

    private Map<String, SourcedAnswer> proposed() {
        Map<String, SourcedAnswer> proposed = new LinkedHashMap<>(answers().all());
        doubts.forEach((fact, doubt) -> {
            SourcedAnswer known = proposed.get(fact);
            if ((known == null || known.assumed()) && doubt instanceof OpenConflict.Proposal proposal) {
                SourcedAnswer.Origin origin =
                        new SourcedAnswer.Origin(proposal.by().name(), Instant.EPOCH, proposal.quote());
                proposed.put(fact, new SourcedAnswer(proposal.value(), true, origin));
            }
        });
        return proposed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GivenAnswers more && held.equals(more.held) && doubts.equals(more.doubts);
    }

    @Override
    public int hashCode() {
        return 31 * held.hashCode() + doubts.hashCode();
    }
}
