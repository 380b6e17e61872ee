package dev.tunewise.advice.counterfactual;

import dev.tunewise.advice.evaluation.AdviceContext;
import dev.tunewise.advice.evaluation.FactDependencies;
import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where the rules lead when one fact changes. Only the rules that can depend on that fact are evaluated again; for all others the outcome with the
 * present answers is remembered.
 */
final class RuleOutcomes {
    private final AdviceContext theCase;
    private final FactDependencies reach;
    private final List<Rule> rules;
    private final @Nullable Tristate[] present;

    private record Tried(String fact, Value value) {}

    private final Map<Tried, RuleOutcome> tried = new HashMap<>();

    RuleOutcomes(AdviceContext theCase, FactDependencies reach) {
        this.theCase = theCase;
        this.reach = reach;
        Flow flow = theCase.flow;
        rules = flow.rules();
        present = new Tristate[rules.size()];
    }

    RuleOutcome now() {
        return lead(this::present, theCase.answers);
    }

    RuleOutcome with(String fact, Value value) {
        return tried.computeIfAbsent(new Tried(fact, value), _ -> fresh(fact, value));
    }

    private RuleOutcome fresh(String fact, Value value) {
        Answers changed = theCase.answers.with(fact, SourcedAnswer.of(value));
        Function<Condition, Tristate> then = theCase.evaluator(changed);
        return lead(
                index ->
                        reach.turnsOn(index, fact) ? then.apply(rules.get(index).when()) : present(index),
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

    private RuleOutcome lead(IntFunction<Tristate> truth, Answers answers) {
        for (int index = 0; index < rules.size(); index++) {
            switch (truth.apply(index)) {
                case Tristate.True() -> {
                    return new RuleOutcome.Decides(rules.get(index));
                }
                case Tristate.Needs _ -> {
                    return new RuleOutcome.Asks(theCase.missing(rules.get(index).when(), answers));
                }
                case Tristate.False() -> {}
            }
        }
        return new RuleOutcome.Nothing();
    }

    private Tristate present(int index) {
        Tristate truth = present[index];
        if (truth == null) {
            truth = theCase.evaluate(rules.get(index).when());
            present[index] = truth;
        }
        return truth;
    }
}
