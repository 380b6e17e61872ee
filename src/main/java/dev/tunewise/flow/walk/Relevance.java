package dev.tunewise.flow.walk;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Gate;
import dev.tunewise.flow.Lever;
import dev.tunewise.flow.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers what interviews can come to, like nodes of a decision diagram: a question after which everything is the same whatever is answered gets
 * the number of what follows, and is found idle by that. Facts from which a figure is worked out matter as long as the figure does.
 */
final class Relevance {
    private final Flow flow;
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final List<BitSet> figuresIn = new ArrayList<>();
    private final Map<Integer, Boolean> asksGates = new HashMap<>();
    private final Map<String, Set<String>> factsOfFigure = new HashMap<>();
    private final Set<String> factsOfGates = new HashSet<>();
    private final Map<Integer, Set<String>> factsThatBar = new HashMap<>();
    private final Set<String> idle = new HashSet<>();

    Relevance(Flow flow) {
        this.flow = flow;
        for (Figure figure : flow.figures()) {
            Set<String> facts = new HashSet<>();
            for (Figure.Input input : figure.inputs()) {
                facts.add(input.fact());
                facts.addAll(input.unlessKnown());
                addFacts(input.when(), facts);
            }
            factsOfFigure.put(figure.id(), facts);
        }
        flow.gates().stream().filter(Gate::asks).forEach(gate -> addFacts(gate.met(), factsOfGates));
    }

    private static void addFacts(@Nullable Condition condition, Set<String> facts) {
        if (condition != null) {
            facts.addAll(condition.facts());
        }
    }

    private int number(Object thing, BitSet figures, boolean gates) {
        Integer known = numbers.get(thing);
        if (known == null) {
            known = numbers.size();
            numbers.put(thing, known);
            figuresIn.add(figures);
            asksGates.put(known, gates);
        }
        return known;
    }

    int decided(int rule) {
        Rule decided = flow.rules().get(rule);
        int result = number(
                "rule " + rule, new BitSet(), flow.verdict(decided.verdict()).asksGates());
        factsThatBar.computeIfAbsent(result, _ -> Lever.Exclusion.untold(flow, decided, Map.of()));
        return result;
    }

    int deadEnd() {
        return number("dead end", new BitSet(), false);
    }

    /** The number of a state that was not walked; it equals no other. */
    int unknown() {
        return number(new Object(), new BitSet(), false);
    }

    /** Questions of gates do not change which rule decides. */
    int asGate(Map<Object, Integer> results) {
        return results.values().iterator().next();
    }

    /** The number of a state from the numbers of the states that the answers lead to. */
    int branch(String id, Map<Object, Integer> results, boolean figure) {
        Set<Integer> different = new HashSet<>(results.values());
        if (different.size() == 1) {
            int only = different.iterator().next();
            if (!figure && !matters(id, only)) {
                idle.add(id + " " + only);
            }
            return only;
        }
        BitSet figures = new BitSet();
        boolean gates = false;
        for (int result : different) {
            figures.or(figuresIn.get(result));
            gates |= Boolean.TRUE.equals(asksGates.get(result));
        }
        if (figure) {
            figures.set(flow.figures().indexOf(flow.figure(id).orElseThrow()));
        }
        return number(List.of(id, results), figures, gates);
    }

    private boolean matters(String fact, int result) {
        boolean forFigure = figuresIn.get(result).stream()
                .anyMatch(i -> factsOfFigure
                        .getOrDefault(flow.figures().get(i).id(), Set.of())
                        .contains(fact));
        boolean forGate = factsOfGates.contains(fact) && Boolean.TRUE.equals(asksGates.get(result));
        return forFigure
                || forGate
                || factsThatBar.getOrDefault(result, Set.of()).contains(fact);
    }

    /** Whether the answer to a fact was found not to matter where it led to this number. */
    boolean isIdle(String fact, int result) {
        return idle.contains(fact + " " + result);
    }
}
