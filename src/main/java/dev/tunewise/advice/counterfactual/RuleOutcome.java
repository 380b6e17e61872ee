package dev.tunewise.advice.counterfactual;

import dev.tunewise.flow.Rule;
import java.util.List;

/** Where the rules lead with one fact changed. */
sealed interface RuleOutcome {

    record Decides(Rule rule) implements RuleOutcome {}

    /** The first undecided rule needs these facts. */
    record Asks(List<String> facts) implements RuleOutcome {}

    record Nothing() implements RuleOutcome {}

    /** Says whether both lead to the same verdict and lever, or both to questions. */
    default boolean sameAs(RuleOutcome other) {
        return kindAgainst(other) == Kind.SAME;
    }

    /** How this outcome differs from another. */
    default Kind kindAgainst(RuleOutcome base) {
        return switch (this) {
            case Decides(Rule rule)
            when base instanceof Decides(Rule other) -> {
                if (!rule.verdict().equals(other.verdict())) {
                    yield Kind.VERDICT;
                }
                // Which row of a comparison is the best may turn on next to nothing, as long as the verdict is the
                // same.
                boolean same = rule.lever().equals(other.lever()) || rule.compares() && other.compares();
                yield same ? Kind.SAME : Kind.LEVER;
            }
            case Decides _ -> Kind.VERDICT;
            case Asks _ -> base instanceof Asks ? Kind.SAME : Kind.QUESTIONS;
            case Nothing _ -> base instanceof Nothing ? Kind.SAME : Kind.NOTHING;
        };
    }

    /** How two outcomes differ, the weightiest first. */
    enum Kind {
        VERDICT,
        LEVER,
        QUESTIONS,
        NOTHING,
        SAME
    }
}
