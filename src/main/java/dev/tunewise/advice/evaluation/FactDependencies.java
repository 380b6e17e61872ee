package dev.tunewise.advice.evaluation;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which facts a condition can depend on. What a figure declares as inputs is what it needs to be worked out; it may take in other answers as well, so
 * a rule that tests a figure can turn on these and on what excludes an option.
 */
public final class FactDependencies {
    private final Map<String, Set<String>> ofFigures = new HashMap<>();
    private final List<Set<String>> ofRules;
    private final List<Boolean> testsFigure;
    private final Set<String> excluding = new HashSet<>();
    private final Predicate<String> takenIn;

    /** The dependencies of a flow. `takenIn`: says which facts figures may take in beside those that they name. */
    public FactDependencies(Flow flow, Predicate<String> takenIn) {
        this.takenIn = takenIn;
        flow.exclusions().forEach(exclusion -> excluding.addAll(exclusion.when().facts()));
        flow.figures().forEach(figure -> ofFigures.put(figure.id(), of(figure)));
        ofRules = flow.rules().stream().map(Rule::when).map(this::of).toList();
        testsFigure = flow.rules().stream()
                .map(rule -> rule.when().facts().stream().anyMatch(ofFigures::containsKey))
                .toList();
    }

    /** Facts that a condition depends on, those that its figures need included. */
    public Set<String> of(Condition condition) {
        Set<String> facts = new HashSet<>();
        for (String id : condition.facts()) {
            facts.addAll(ofFigures.getOrDefault(id, Set.of(id)));
        }
        return Set.copyOf(facts);
    }

    /** Says whether the rule at this index can turn on a fact. */
    public boolean turnsOn(int index, String fact) {
        return ofRules.get(index).contains(fact)
                || testsFigure.get(index) && (takenIn.test(fact) || excluding.contains(fact));
    }

    /** Says whether the rule at this index tests a figure. */
    public boolean testsFigure(int index) {
        return testsFigure.get(index);
    }

    /** Facts that the rule at this index depends on, those that its figures need included. */
    public Set<String> ofRule(int index) {
        return ofRules.get(index);
    }

    public Set<String> ofFigure(String figure) {
        return ofFigures.getOrDefault(figure, Set.of());
    }

    private static Set<String> of(Figure figure) {
        Set<String> facts = new HashSet<>(figure.hints());
        for (Figure.Input input : figure.inputs()) {
            facts.add(input.fact());
            facts.addAll(input.unlessKnown());
            Condition when = input.when();
            if (when != null) {
                facts.addAll(when.facts());
            }
        }
        return Set.copyOf(facts);
    }
}
