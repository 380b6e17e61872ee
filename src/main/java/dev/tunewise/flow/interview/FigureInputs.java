package dev.tunewise.flow.interview;

import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which facts a figure still waits for. */
public final class FigureInputs {
    private final Map<String, Integer> order = new HashMap<>();

    public FigureInputs(Flow flow) {
        flow.facts().forEach(fact -> order.put(fact.id(), order.size()));
    }

    /** The facts to ask before the figure can be worked out, in the order in which it lists them; empty when it can be. */
    public List<String> missing(Figure figure, Map<String, Object> known) {
        List<String> missing = new ArrayList<>();
        for (Figure.Input input : figure.inputs()) {
            if (isSettled(input, known)) {
                continue;
            }
            Condition when = input.when();
            if (when == null) {
                missing.add(input.fact());
                continue;
            }
            switch (when.evaluate(known)) {
                case Tristate.True() -> missing.add(input.fact());
                case Tristate.Needs(var facts) ->
                    facts.stream()
                            .filter(order::containsKey)
                            .sorted((a, b) -> Integer.compare(place(a), place(b)))
                            .forEach(missing::add);
                case Tristate.False() -> {}
            }
        }
        return missing.stream().distinct().toList();
    }

    boolean isReady(Figure figure, Map<String, Object> known) {
        for (Figure.Input input : figure.inputs()) {
            Condition when = input.when();
            boolean open = !isSettled(input, known)
                    && (when == null
                            || switch (when.evaluate(known)) {
                                case Tristate.True() -> true;
                                case Tristate.Needs(var facts) -> facts.stream().anyMatch(order::containsKey);
                                case Tristate.False() -> false;
                            });
            if (open) {
                return false;
            }
        }
        return true;
    }

    /** Whether an input is known, or not needed because others are. */
    public static boolean isSettled(Figure.Input input, Map<String, Object> known) {
        return known.containsKey(input.fact())
                || (!input.unlessKnown().isEmpty() && known.keySet().containsAll(input.unlessKnown()));
    }

    private int place(String fact) {
        return order.getOrDefault(fact, Integer.MAX_VALUE);
    }
}
