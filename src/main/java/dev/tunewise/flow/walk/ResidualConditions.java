package dev.tunewise.flow.walk;

import dev.tunewise.condition.BooleanTree;
import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Gate;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.interview.FigureInputs;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the rules that are left can still tell apart. Each condition is reduced by what is known to what is open of it; two states whose rests
 * are equal lead to the same questions and results, so an interview needs to be walked from one of them only.
 */
final class ResidualConditions {
    private static final int FALSE = 0;
    private static final int TRUE = 1;
    private static final int ALL = 2;
    private static final int ANY = 3;
    private static final int NOT = 4;
    private static final int EITHER = 5;
    private static final int TEST = 6;
    private static final int FIGURE = 7;

    private final Flow flow;
    private final Map<Object, Integer> numbers = new HashMap<>();

    ResidualConditions(Flow flow) {
        this.flow = flow;
        number("false");
        number("true");
    }

    /** A list of numbers that can be a key. */
    record Key(int[] parts) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(parts, key.parts);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(parts);
        }
    }

    private int number(Object thing) {
        return numbers.computeIfAbsent(thing, _ -> numbers.size());
    }

    /** Equal for states that nothing ahead can tell apart. */
    Key of(Map<String, Object> known) {
        Parts parts = new Parts();
        Set<String> figures = new TreeSet<>();
        boolean gates = false;
        for (int i = 0; i < flow.rules().size(); i++) {
            Rule rule = flow.rules().get(i);
            int rest = rest(rule.when().shape(), known, figures);
            if (rest == FALSE) {
                continue;
            }
            parts.add(i);
            parts.add(rest);
            gates |= flow.verdict(rule.verdict()).asksGates();
            if (rest == TRUE) {
                break;
            }
        }
        if (gates) {
            for (Gate gate : flow.gates()) {
                Condition met = gate.met();
                if (gate.asks() && met != null) {
                    parts.add(Math.max(TRUE, rest(met.shape(), known, figures)));
                }
            }
        }
        figures.forEach(figure -> parts.add(inputs(flow.figure(figure).orElseThrow(), known)));
        return parts.key();
    }

    /** What is left of a condition: 0 for false, 1 for true, else the number of an open rest. */
    private int rest(BooleanTree shape, Map<String, Object> known, Set<String> figures) {
        return switch (shape) {
            case BooleanTree.Fixed fixed -> fixed.value() ? TRUE : FALSE;
            case BooleanTree.Leaf leaf -> test(leaf.test(), known, figures);
            case BooleanTree.Not not -> {
                int rest = rest(not.part(), known, figures);
                yield rest == TRUE ? FALSE : rest == FALSE ? TRUE : number(new Key(new int[] {NOT, rest}));
            }
            case BooleanTree.All all -> joined(all.parts(), known, figures, ALL, FALSE, TRUE);
            case BooleanTree.Any any -> joined(any.parts(), known, figures, ANY, TRUE, FALSE);
            case BooleanTree.Either either -> {
                int when = rest(either.when(), known, figures);
                if (when <= TRUE) {
                    yield rest(when == TRUE ? either.then() : either.otherwise(), known, figures);
                }
                int then = rest(either.then(), known, figures);
                int otherwise = rest(either.otherwise(), known, figures);
                yield number(new Key(new int[] {EITHER, when, then, otherwise}));
            }
        };
    }

    private int joined(
            java.util.List<BooleanTree> shapes,
            Map<String, Object> known,
            Set<String> figures,
            int kind,
            int settling,
            int otherwise) {
        int[] open = new int[shapes.size()];
        int count = 0;
        for (BooleanTree shape : shapes) {
            int rest = rest(shape, known, figures);
            if (rest == settling) {
                return settling;
            }
            if (rest > TRUE) {
                open[count++] = rest;
            }
        }
        if (count <= 1) {
            return count == 0 ? otherwise : open[0];
        }
        int[] sorted = Arrays.stream(open, 0, count).sorted().distinct().toArray();
        if (sorted.length == 1) {
            return sorted[0];
        }
        Parts parts = new Parts();
        parts.add(kind);
        Arrays.stream(sorted).forEach(parts::add);
        return number(parts.key());
    }

    private int test(Condition.Test test, Map<String, Object> known, Set<String> figures) {
        Tristate truth = test.condition().evaluate(known);
        if (!(truth instanceof Tristate.Needs)) {
            return truth.holds() ? TRUE : FALSE;
        }
        Parts parts = new Parts();
        parts.add(TEST);
        parts.add(number(test.text()));
        for (String fact : test.condition().facts()) {
            Object value = known.get(fact);
            parts.add(value == null ? -1 : number(value));
            if (value == null && flow.figure(fact).isPresent()) {
                figures.add(fact);
            }
        }
        return number(parts.key());
    }

    private int inputs(Figure figure, Map<String, Object> known) {
        Parts parts = new Parts();
        parts.add(FIGURE);
        parts.add(number(figure.id()));
        Set<String> none = new TreeSet<>();
        for (Figure.Input input : figure.inputs()) {
            if (FigureInputs.isSettled(input, known)) {
                parts.add(FALSE);
                continue;
            }
            Condition when = input.when();
            parts.add(when == null ? TRUE : rest(when.shape(), known, none));
            input.unlessKnown().forEach(fact -> parts.add(known.containsKey(fact) ? TRUE : FALSE));
        }
        return number(parts.key());
    }

    /** Collects the numbers of a key. */
    private static final class Parts {
        private int[] parts = new int[16];
        private int size;

        void add(int part) {
            if (size == parts.length) {
                parts = Arrays.copyOf(parts, size * 2);
            }
            parts[size++] = part;
        }

        Key key() {
            return new Key(Arrays.copyOf(parts, size));
        }
    }
}
