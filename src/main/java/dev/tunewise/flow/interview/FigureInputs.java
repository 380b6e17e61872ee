package dev.tunewise.flow.interview;

import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Gate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which facts a figure still waits for. */
public final class FigureInputs {
    private final Flow flow;

    public FigureInputs(Flow flow) {
        this.flow = flow;
    }

    /** Ids of the figures that rules, gates and exclusions test: all that an interview asks of figures. */
    public static Set<String> tested(Flow flow) {
        Set<String> tested = new HashSet<>();
        flow.rules().forEach(rule -> tested.addAll(rule.when().facts()));
        flow.exclusions().forEach(exclusion -> tested.addAll(exclusion.when().facts()));
        flow.gates().stream().map(Gate::met).filter(Objects::nonNull).forEach(met -> tested.addAll(met.facts()));
        tested.retainAll(flow.figures().stream().map(Figure::id).toList());
        return tested;
    }

    /** Ids of all facts that some figure is worked out from. */
    public static Set<String> of(Flow flow) {
        return flow.figures().stream()
                .flatMap(figure -> figure.inputs().stream().map(Figure.Input::fact))
                .collect(Collectors.toSet());
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
                            .filter(flow::isFact)
                            .sorted(Comparator.comparing(flow::place))
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
                                case Tristate.Needs(var facts) -> facts.stream().anyMatch(flow::isFact);
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
}
