package dev.tunewise.advice;

import dev.tunewise.condition.Truth;
import dev.tunewise.flow.Answers;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Given;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Value;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where the rules lead when one fact changes. Only the rules that can depend on that fact are evaluated again; for all others the outcome with the
 * present answers is remembered.
 */
final class Outcomes {
    private final Case theCase;
    private final Reach reach;
    private final List<Rule> rules;
    private final @Nullable Truth[] present;

    Outcomes(Case theCase, Reach reach) {
        this.theCase = theCase;
        this.reach = reach;
        Flow flow = theCase.flow;
        rules = flow.rules();
        present = new Truth[rules.size()];
    }

    /** With the present answers. */
    Outcome now() {
        return lead(this::present, theCase.answers);
    }

    /** With another value for one fact. */
    Outcome with(String fact, Value value) {
        Answers changed = theCase.answers.with(fact, Given.of(value));
        return lead(
                index -> reach.turnsOn(index, fact)
                        ? theCase.evaluate(rules.get(index).when(), changed)
                        : present(index),
                changed);
    }

    /** Index of the rule that decides now; the number of rules where none does. */
    int deciding() {
        int index = 0;
        while (index < rules.size() && present(index).fails()) {
            index++;
        }
        return index;
    }

    private Outcome lead(IntFunction<Truth> truth, Answers answers) {
        for (int index = 0; index < rules.size(); index++) {
            switch (truth.apply(index)) {
                case Truth.True() -> {
                    return new Outcome.Decides(rules.get(index));
                }
                case Truth.Needs _ -> {
                    return new Outcome.Asks(theCase.missing(rules.get(index).when(), answers));
                }
                case Truth.False() -> {}
            }
        }
        return new Outcome.Nothing();
    }

    private Truth present(int index) {
        Truth truth = present[index];
        if (truth == null) {
            truth = theCase.evaluate(rules.get(index).when());
            present[index] = truth;
        }
        return truth;
    }
}
