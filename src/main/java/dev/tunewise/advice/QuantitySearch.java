package dev.tunewise.advice;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Finds the quantities at which the advice changes. Around every constant that a test compares the quantity with, the outcome is looked up; where rules
 * test figures, a value far out on each side is tried too, and where it leads elsewhere the place of the change is narrowed down. Figures are taken to
 * rise or fall with a quantity, not to swing; a flip in the middle of a swing may be missed, but none is told that is not there.
 */
final class QuantitySearch {
    /** So many times figures may be worked out in one search; a search of the usual flows stays far below. */
    private static final int MOST_WORKINGS = 250;

    private final Case theCase;
    private final Reach reach;
    private final Outcomes outcomes;
    private final Outcome base;
    private final int last;
    private boolean complete = true;

    QuantitySearch(Case theCase, Reach reach, Outcomes outcomes, Outcome base, int last) {
        this.theCase = theCase;
        this.reach = reach;
        this.outcomes = outcomes;
        this.base = base;
        this.last = last;
    }

    /** Whether no search had to be cut short. */
    boolean complete() {
        return complete;
    }

    List<FlipSearch.Change> changes(Fact fact, BigDecimal from) {
        Scale scale = Scale.of(fact, from);
        NavigableSet<BigDecimal> points = new TreeSet<>();
        for (BigDecimal edge : edges(fact.id())) {
            scale.around(edge, points);
        }
        if (throughFigures()) {
            if (theCase.workings() < MOST_WORKINGS) {
                points.addAll(scale.further());
            } else {
                complete = false;
            }
        }
        List<FlipSearch.Change> changes = new ArrayList<>();
        walk(fact, scale, points.tailSet(from, false), Flip.Kind.AT_LEAST, changes);
        walk(fact, scale, points.headSet(from, false).descendingSet(), Flip.Kind.AT_MOST, changes);
        return changes;
    }

    /** Goes outward from the present value and notes the nearest change of each kind, up to the first change of the verdict. */
    private void walk(
            Fact fact, Scale scale, Set<BigDecimal> outward, Flip.Kind kind, List<FlipSearch.Change> changes) {
        Set<Outcome.Kind> noted = EnumSet.of(Outcome.Kind.SAME);
        Outcome current = base;
        BigDecimal near = scale.from();
        for (BigDecimal point : outward) {
            Outcome outcome = outcome(fact, point);
            while (!outcome.sameAs(current)) {
                Edge edge = narrow(fact, scale, near, point, current);
                current = outcome(fact, edge.at());
                near = edge.at();
                Outcome.Kind difference = current.kindAgainst(base);
                if (noted.add(difference)) {
                    changes.add(new FlipSearch.Change(kind, Value.Quantity.of(edge.at()), "", edge.exact(), current));
                }
                if (difference == Outcome.Kind.VERDICT) {
                    return;
                }
            }
            near = point;
        }
    }

    private record Edge(BigDecimal at, boolean exact) {}

    /** The nearest point beyond `near` at which the outcome is no longer the current one, rounded outward where it is not exact. */
    private Edge narrow(Fact fact, Scale scale, BigDecimal near, BigDecimal far, Outcome current) {
        BigDecimal inside = near;
        BigDecimal outside = far;
        while (scale.canSplit(inside, outside)) {
            BigDecimal middle = scale.middle(inside, outside);
            if (outcome(fact, middle).sameAs(current)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        if (scale.adjacent(inside, outside)) {
            return new Edge(outside, true);
        }
        BigDecimal round = scale.roundOutward(inside, outside, far);
        boolean same = outcome(fact, round).sameAs(outcome(fact, outside));
        return new Edge(same ? round : outside, false);
    }

    private Outcome outcome(Fact fact, BigDecimal at) {
        return outcomes.with(fact.id(), Value.Quantity.of(at));
    }

    /** Where tests on this quantity can change: the constants it is compared with, and where it equals what it is compared with. */
    private Set<BigDecimal> edges(String fact) {
        Set<BigDecimal> edges = new TreeSet<>();
        for (Rule rule : theCase.flow.rules()) {
            for (Condition.Test test : rule.when().tests()) {
                if (test.condition().facts().contains(fact)) {
                    test.constants().forEach(constant -> edges.add(BigDecimal.valueOf(constant)));
                    boundary(test, fact).ifPresent(edges::add);
                }
            }
        }
        return edges;
    }

    private Optional<BigDecimal> boundary(Condition.Test test, String fact) {
        Set<String> others = new HashSet<>(test.condition().facts());
        others.remove(fact);
        boolean fixed = theCase.known().keySet().containsAll(others)
                && others.stream().noneMatch(id -> theCase.flow.figure(id).isPresent());
        OptionalDouble root = fixed ? test.boundary(fact, theCase.known()) : OptionalDouble.empty();
        return root.isPresent() && Double.isFinite(root.getAsDouble())
                ? Optional.of(BigDecimal.valueOf(root.getAsDouble()))
                : Optional.empty();
    }

    private boolean throughFigures() {
        return IntStream.rangeClosed(0, last).anyMatch(reach::testsFigure);
    }
}
