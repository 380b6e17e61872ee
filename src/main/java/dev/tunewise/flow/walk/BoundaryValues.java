package dev.tunewise.flow.walk;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The values of a fact that are worth trying: between them they bring about every outcome of every test on it. For a number these are each
 * compared constant with one less and one more, one value in every gap between constants, and the default; for a comparison of two facts the
 * value at which they are equal, and one on either side; for several choices one set for each combination of outcomes.
 */
public final class BoundaryValues {
    private final Flow flow;
    private final FlowPredicates tests;
    private final Map<String, List<Object>> fixed = new HashMap<>();

    public BoundaryValues(Flow flow, FlowPredicates tests) {
        this.flow = flow;
        this.tests = tests;
    }

    /** The values to try for a fact or figure, given what is known of others. */
    public List<Object> values(String id, Map<String, Object> known) {
        List<Object> same = fixed.get(id);
        if (same != null) {
            return same;
        }
        Fact fact = flow.fact(id).orElse(null);
        List<Object> values = fact == null ? figure(flow.figure(id).orElseThrow(), known) : fact(fact, known);
        boolean alone =
                tests.on(id).stream().allMatch(test -> test.condition().facts().size() == 1);
        if (alone) {
            fixed.put(id, values);
        }
        return values;
    }

    private List<Object> fact(Fact fact, Map<String, Object> known) {
        return switch (fact.type()) {
            case YES_NO -> List.of(true, false);
            case CHOICE -> fact.catalogue() == null ? List.copyOf(fact.choices()) : entries(fact);
            case CHOICES -> new ChoiceSets(fact, tests.on(fact.id())).representatives();
            case QUANTITY -> numbers(new Range(fact.id(), fact), known);
        };
    }

    /** Of a catalogue: every entry that a test names, the default, and one that no test names. */
    private List<Object> entries(Fact fact) {
        Set<Object> entries = new LinkedHashSet<>();
        tests.on(fact.id()).forEach(test -> entries.addAll(new TreeSet<>(test.choices())));
        entries.add(fact.assume().raw());
        entries.add("another-entry");
        return List.copyOf(entries);
    }

    private List<Object> figure(Figure figure, Map<String, Object> known) {
        if (figure.type() == FactType.CHOICE) {
            return List.copyOf(figure.choices());
        }
        return numbers(new Range(figure.id(), null), known);
    }

    /** The bounds within which a number may be tried. */
    private record Range(String id, @Nullable Fact fact) {
        double min() {
            BigDecimal min = fact == null ? null : fact.min();
            return min == null ? Double.NEGATIVE_INFINITY : min.doubleValue();
        }

        double max() {
            BigDecimal max = fact == null ? null : fact.max();
            return max == null ? Double.POSITIVE_INFINITY : max.doubleValue();
        }

        boolean whole() {
            return fact != null && fact.whole();
        }

        boolean holds(double value) {
            return value >= min() && value <= max() && (!whole() || value == Math.rint(value));
        }
    }

    private List<Object> numbers(Range range, Map<String, Object> known) {
        SortedSet<Double> corners = new TreeSet<>();
        SortedSet<Double> tried = new TreeSet<>();
        for (Condition.Test test : tests.on(range.id)) {
            for (double corner : corners(test, range.id, known)) {
                corners.add(corner);
                addAround(corner, range, tried);
            }
        }
        for (double corner : openCorners(range.id, known)) {
            corners.add(corner);
            addIfHeld(corner, range, tried);
        }
        addGaps(corners, range, tried);
        if (range.fact != null) {
            tried.add((Double) range.fact.assume().raw());
        } else {
            tried.add(Double.POSITIVE_INFINITY);
            addIfHeld(corners.isEmpty() ? 1 : corners.first(), range, tried);
        }
        return List.copyOf(tried);
    }

    /** Where a test on a number changes its outcome, all its other facts being known. */
    private static List<Double> corners(Condition.Test test, String id, Map<String, Object> known) {
        if (test.condition().facts().size() == 1) {
            return test.constants();
        }
        boolean othersKnown =
                test.condition().facts().stream().allMatch(fact -> fact.equals(id) || known.containsKey(fact));
        if (!othersKnown) {
            return List.of();
        }
        OptionalDouble corner = test.boundary(id, known);
        return corner.isPresent() && Double.isFinite(corner.getAsDouble()) ? List.of(corner.getAsDouble()) : List.of();
    }

    /** Where a test on this number and another that is not known yet meets a corner or bound of that other. */
    private List<Double> openCorners(String id, Map<String, Object> known) {
        List<Double> found = new ArrayList<>();
        for (Condition.Test test : tests.on(id)) {
            List<String> open = test.condition().facts().stream()
                    .filter(fact -> !fact.equals(id) && !known.containsKey(fact))
                    .toList();
            for (String other : open) {
                Map<String, Object> guess = new HashMap<>(known);
                open.forEach(fact -> guess.put(fact, assumed(fact)));
                for (double value : ownCorners(other)) {
                    guess.put(other, value);
                    OptionalDouble corner = test.boundary(id, guess);
                    if (corner.isPresent() && Double.isFinite(corner.getAsDouble())) {
                        found.add(corner.getAsDouble());
                    }
                }
            }
        }
        return found;
    }

    private Object assumed(String id) {
        return flow.fact(id).map(fact -> fact.assume().raw()).orElse(1.0);
    }

    /** The constants that a number alone is compared with, its bounds and its default. */
    private List<Double> ownCorners(String id) {
        SortedSet<Double> corners = new TreeSet<>();
        for (Condition.Test test : tests.on(id)) {
            if (test.condition().facts().size() == 1) {
                corners.addAll(test.constants());
            }
        }
        Range range = new Range(id, flow.fact(id).orElse(null));
        if (Double.isFinite(range.min())) {
            corners.add(range.min());
        }
        if (Double.isFinite(range.max())) {
            corners.add(range.max());
        }
        if (assumed(id) instanceof Double assumed) {
            corners.add(assumed);
        }
        return List.copyOf(corners);
    }

    private static void addAround(double corner, Range range, SortedSet<Double> tried) {
        if (range.whole()) {
            addIfHeld(Math.ceil(corner) - 1, range, tried);
            addIfHeld(Math.floor(corner) + 1, range, tried);
            addIfHeld(corner, range, tried);
            return;
        }
        tried.add(Math.clamp(corner - 1, range.min(), range.max()));
        tried.add(Math.clamp(corner + 1, range.min(), range.max()));
        addIfHeld(corner, range, tried);
    }

    /** One value in every gap between corners, and beyond the outermost ones. */
    private static void addGaps(SortedSet<Double> corners, Range range, SortedSet<Double> tried) {
        if (corners.isEmpty()) {
            return;
        }
        List<Double> edges = new ArrayList<>();
        edges.add(Double.isFinite(range.min()) ? range.min() - 1 : corners.first() - 2);
        edges.addAll(corners);
        edges.add(Double.isFinite(range.max()) ? range.max() + 1 : corners.last() + 2);
        for (int i = 1; i < edges.size(); i++) {
            double low = edges.get(i - 1);
            double high = edges.get(i);
            boolean filled = tried.stream().anyMatch(value -> value > low && value < high);
            double middle = low + (high - low) / 2;
            double candidate = range.whole() ? Math.floor(middle) : middle;
            if (!filled && candidate > low && candidate < high) {
                addIfHeld(Math.clamp(candidate, range.min(), range.max()), range, tried);
            }
        }
    }

    private static void addIfHeld(double value, Range range, SortedSet<Double> tried) {
        if (range.holds(value)) {
            tried.add(value == 0 ? 0.0 : value);
        }
    }
}
