package dev.tunewise.flow;

import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which facts a figure still waits for. */
final class FigureInputs {
    private final Map<String, Integer> order = new HashMap<>();

    FigureInputs(Flow flow) {
        flow.facts().forEach(fact -> order.put(fact.id(), order.size()));
    }

    /** The facts to ask before the figure can be worked out, in the order in which it lists them; empty when it can be. */
    List<String> missing(Figure figure, Map<String, Object> known) {
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
                case Truth.True() -> missing.add(input.fact());
                case Truth.Needs(var facts) ->
                    facts.stream()
                            .filter(order::containsKey)
                            .sorted((a, b) -> Integer.compare(place(a), place(b)))
                            .forEach(missing::add);
                case Truth.False() -> {}
            }
        }
        return missing.stream().distinct().toList();
    }

    /** Whether an input is known, or not needed because others are. */
    static boolean isSettled(Figure.Input input, Map<String, Object> known) {
        return known.containsKey(input.fact())
                || (!input.unlessKnown().isEmpty() && known.keySet().containsAll(input.unlessKnown()));
    }

    private int place(String fact) {
        return order.getOrDefault(fact, Integer.MAX_VALUE);
    }
}
