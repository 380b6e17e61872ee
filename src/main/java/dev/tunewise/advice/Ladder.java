package dev.tunewise.advice;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Lever;
import dev.tunewise.flow.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives every lever its place: done, now, next, later or not for this. What is not known to be done or unfit counts as neither. */
final class Ladder {
    private final Words words;

    Ladder(Words words) {
        this.words = words;
    }

    List<Rung> of(Case theCase, Optional<Rule> decided) {
        String now = decided.map(Rule::lever).orElse("");
        String next = decided.map(rule -> next(theCase, rule)).orElse("");
        List<Rung> rungs = new ArrayList<>();
        for (Lever lever : theCase.flow.levers()) {
            Rung.State state = lever.id().equals(now)
                    ? Rung.State.NOW
                    : lever.id().equals(next) ? Rung.State.NEXT : elsewhere(theCase, lever);
            rungs.add(rung(theCase, lever, state));
        }
        return rungs;
    }

    private Rung rung(Case theCase, Lever lever, Rung.State state) {
        String key = "levers." + lever.id() + ".";
        String text = switch (state) {
            case DONE -> theCase.text(key + "done");
            case NOT_FOR_THIS -> theCase.text(key + "unfit");
            case NOW, NEXT, LATER -> theCase.text(key + "does");
        };
        return new Rung(lever.id(), words.lever(lever.id()), state, text, words.cited(lever.sources()));
    }

    private static Rung.State elsewhere(Case theCase, Lever lever) {
        if (holds(theCase, lever.done())) {
            return Rung.State.DONE;
        }
        return holds(theCase, lever.unfit()) ? Rung.State.NOT_FOR_THIS : Rung.State.LATER;
    }

    private static String next(Case theCase, Rule rule) {
        String named = rule.next();
        if (named != null) {
            return named;
        }
        boolean above = false;
        for (Lever lever : theCase.flow.levers()) {
            if (above && elsewhere(theCase, lever) == Rung.State.LATER) {
                return lever.id();
            }
            above = above || lever.id().equals(rule.lever());
        }
        return "";
    }

    private static boolean holds(Case theCase, @Nullable Condition condition) {
        return condition != null && theCase.evaluate(condition).holds();
    }
}
