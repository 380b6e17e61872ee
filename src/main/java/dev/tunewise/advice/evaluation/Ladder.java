package dev.tunewise.advice.evaluation;

import dev.tunewise.advice.result.LadderStep;
import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import dev.tunewise.flow.Lever;
import dev.tunewise.flow.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives every lever its place: done, now, next, later or not for this. What is not known to be done or unfit counts as neither. */
public record Ladder(FlowTexts words) {
    public List<LadderStep> of(AdviceContext theCase, Optional<Rule> decided) {
        String now = decided.map(Rule::lever).orElse("");
        String next = decided.map(rule -> next(theCase, rule)).orElse("");
        // what nobody said takes no lever away
        Function<Condition, Tristate> stated = theCase.evaluator(theCase.answers.stated());
        List<LadderStep> rungs = new ArrayList<>();
        for (Lever lever : theCase.flow.levers()) {
            LadderStep.State state = lever.id().equals(now)
                    ? LadderStep.State.NOW
                    : lever.id().equals(next) ? LadderStep.State.NEXT : elsewhere(lever, stated);
            rungs.add(rung(theCase, lever, state));
        }
        return rungs;
    }

    private LadderStep rung(AdviceContext theCase, Lever lever, LadderStep.State state) {
        String key = "levers." + lever.id() + ".";
        String text = switch (state) {
            case DONE -> theCase.text(key + "done");
            case NOT_FOR_THIS -> theCase.text(key + "unfit");
            case NOW, NEXT, LATER -> theCase.text(key + "does");
        };
        return new LadderStep(lever.id(), words.lever(lever.id()), state, text, words.cited(lever.sources()));
    }

    private static LadderStep.State elsewhere(Lever lever, Function<Condition, Tristate> truth) {
        if (holds(lever.done(), truth)) {
            return LadderStep.State.DONE;
        }
        return holds(lever.unfit(), truth) ? LadderStep.State.NOT_FOR_THIS : LadderStep.State.LATER;
    }

    private static String next(AdviceContext theCase, Rule rule) {
        String named = rule.next();
        if (named != null) {
            return named;
        }
        Function<Condition, Tristate> truth = theCase.evaluator(theCase.answers);
        boolean above = false;
        for (Lever lever : theCase.flow.levers()) {
            if (above && elsewhere(lever, truth) == LadderStep.State.LATER) {
                return lever.id();
            }
            above = above || lever.id().equals(rule.lever());
        }
        return "";
    }

    private static boolean holds(@Nullable Condition condition, Function<Condition, Tristate> truth) {
        return condition != null && truth.apply(condition).holds();
    }
}
