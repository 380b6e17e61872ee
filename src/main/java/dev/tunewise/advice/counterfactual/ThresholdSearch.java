package dev.tunewise.advice.counterfactual;

import dev.tunewise.advice.evaluation.AdviceContext;
import dev.tunewise.advice.evaluation.FactDependencies;
import dev.tunewise.advice.result.Counterfactual;
import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the quantities at which the advice changes. Around every constant that a test compares the quantity with, the outcome is looked up; where rules
 * test figures, a value far out on each side is tried too, and where it leads elsewhere the place of the change is narrowed down. Figures are taken to
 * rise or fall with a quantity, not to swing; a flip in the middle of a swing may be missed, but none is told that is not there.
 */
final class ThresholdSearch {
    /** Of so many facts figures are followed far out; usual flows have fewer. */
    private static final int MOST_FAR = 16;
    /** Figures further off than by this factor are of another kind: a cost of a year is no cost of an error. */
    private static final double FAR = 1000;
    /** So near a place is looked for that is made sure with more cases. */
    private static final double ROUGHLY = 1.1;

    private static final BigDecimal APART = BigDecimal.valueOf(4);

    private final AdviceContext theCase;
    private final Map<String, Object> figures;
    private final RuleOutcomes outcomes;
    private final RuleOutcome base;
    private final List<String> far;

    /** `figures`: facts and figures of the case, worked out with care. */
    ThresholdSearch(
            AdviceContext theCase,
            Map<String, Object> figures,
            FactDependencies reach,
            RuleOutcomes outcomes,
            RuleOutcome base,
            int last) {
        this.theCase = theCase;
        this.figures = figures;
        this.outcomes = outcomes;
        this.base = base;
        Set<String> behind = IntStream.rangeClosed(0, last)
                .filter(reach::testsFigure)
                .mapToObj(reach::ofRule)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        // Facts that a figure which rules test is worked out from.
        far = theCase.flow.facts().stream()
                .map(Fact::id)
                .filter(behind::contains)
                .limit(MOST_FAR + 1)
                .toList();
    }

    /** Whether no search had to be cut short. */
    boolean complete() {
        return far.size() <= MOST_FAR;
    }

    List<CounterfactualSearch.Change> changes(Fact fact, BigDecimal from) {
        QuantityScale scale = QuantityScale.of(fact, from);
        List<QuantityScale.Span> spans = new ArrayList<>();
        edges(fact, from).forEach(edge -> spans.add(scale.neighbours(edge)));
        beyondFigures(fact, from)
                .filter(scale::allows)
                .forEach(point -> spans.add(new QuantityScale.Span(point, point)));
        if (far.stream().limit(MOST_FAR).anyMatch(fact.id()::equals)) {
            scale.further().forEach(point -> spans.add(new QuantityScale.Span(point, point)));
        }
        List<CounterfactualSearch.Change> changes = new ArrayList<>();
        spans.sort(Comparator.comparing(QuantityScale.Span::high));
        new Walk(fact, scale, Counterfactual.Kind.AT_LEAST, changes).outward(spans);
        spans.sort(Comparator.comparing(QuantityScale.Span::low).reversed());
        new Walk(fact, scale, Counterfactual.Kind.AT_MOST, changes).outward(spans);
        return changes;
    }

    /** Goes outward from the present value and notes the nearest change of each kind, up to the first change of the verdict. */
    private final class Walk {
        private final Fact fact;
        private final QuantityScale scale;
        private final Counterfactual.Kind kind;
        private final List<CounterfactualSearch.Change> changes;
        private final Set<RuleOutcome.Kind> noted = EnumSet.of(RuleOutcome.Kind.SAME);
        private RuleOutcome current = base;
        private BigDecimal near;
        private boolean done;

        Walk(Fact fact, QuantityScale scale, Counterfactual.Kind kind, List<CounterfactualSearch.Change> changes) {
            this.fact = fact;
            this.scale = scale;
            this.kind = kind;
            this.changes = changes;
            near = scale.from();
        }

        void outward(List<QuantityScale.Span> spans) {
            for (QuantityScale.Span span : spans) {
                BigDecimal end = up() ? span.high() : span.low();
                if (!done && isOutward(end) && !outcome(fact, end).sameAs(current)) {
                    BigDecimal step = scale.step(span.high());
                    for (BigDecimal at = up() ? span.low() : span.high();
                            at.compareTo(end) != 0 && at.compareTo(end) < 0 == up();
                            at = up() ? at.add(step) : at.subtract(step)) {
                        visit(at);
                    }
                }
                visit(end);
            }
        }

        private boolean up() {
            return kind == Counterfactual.Kind.AT_LEAST;
        }

        private boolean isOutward(BigDecimal point) {
            return up() ? point.compareTo(near) > 0 : point.compareTo(near) < 0;
        }

        private void visit(BigDecimal point) {
            if (done || !isOutward(point)) {
                return;
            }
            RuleOutcome outcome = outcome(fact, point);
            while (!done && !outcome.sameAs(current)) {
                Edge edge = narrow(fact, scale, near, point, current);
                current = outcome(fact, edge.at());
                near = edge.at();
                RuleOutcome.Kind difference = current.kindAgainst(base);
                if (noted.add(difference)) {
                    changes.add(new CounterfactualSearch.Change(
                            kind, Value.Quantity.of(edge.at()), "", edge.exact(), current));
                }
                done = difference == RuleOutcome.Kind.VERDICT;
            }
            near = point;
        }
    }

    private record Edge(BigDecimal at, boolean exact) {}

    /** The nearest point beyond `near` at which the outcome is no longer the current one, rounded outward where it is not exact. */
    private Edge narrow(Fact fact, QuantityScale scale, BigDecimal near, BigDecimal far, RuleOutcome current) {
        BigDecimal inside = near;
        BigDecimal outside = far;
        while (CounterfactualSearch.compares(base) || CounterfactualSearch.compares(outcome(fact, outside))
                ? scale.apart(inside, outside, ROUGHLY)
                : scale.canSplit(inside, outside)) {
            BigDecimal middle = scale.middle(inside, outside);
            if (outcome(fact, middle).sameAs(current)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        if (CounterfactualSearch.compares(current) || CounterfactualSearch.compares(outcome(fact, outside))) {
            return beyond(fact, scale, outside);
        }
        if (scale.adjacent(inside, outside)) {
            return new Edge(outside, true);
        }
        BigDecimal round = scale.roundOutward(inside, outside, far);
        boolean same = outcome(fact, round).sameAs(outcome(fact, outside));
        return new Edge(same ? round : outside, false);
    }

    /** Figures are roughly worked out here: a point a little beyond the edge is one where the outcome has surely changed. */
    private Edge beyond(Fact fact, QuantityScale scale, BigDecimal edge) {
        BigDecimal further = scale.beyond(edge);
        return new Edge(outcome(fact, further).sameAs(outcome(fact, edge)) ? further : edge, false);
    }

    private RuleOutcome outcome(Fact fact, BigDecimal at) {
        return outcomes.with(fact.id(), Value.Quantity.of(at));
    }

    /** Where tests on this quantity can change: the constants it is compared with, and where it equals another quantity. */
    private Set<BigDecimal> edges(Fact fact, BigDecimal from) {
        Set<BigDecimal> edges = new TreeSet<>();
        figuresLike(fact, from).forEach(edges::add);
        for (Rule rule : theCase.flow.rules()) {
            for (Condition.Test test : rule.when().tests()) {
                if (test.condition().facts().contains(fact.id())) {
                    test.constants().forEach(constant -> edges.add(BigDecimal.valueOf(constant)));
                    boundary(test, fact.id()).ifPresent(edges::add);
                }
            }
        }
        return edges;
    }

    /** Figures in the unit of a fact and not far from it: a break-even volume, say, is where a volume is likely to tip. Only those at which it may, where the flow names them. */
    List<BigDecimal> figuresLike(Fact fact, BigDecimal from) {
        List<BigDecimal> values = new ArrayList<>();
        Flow.Tipping tipping = theCase.flow.controls().tipping();
        for (Figure figure : theCase.flow.figures()) {
            boolean tips = tipping == null
                    || figure.id().equals(tipping.figure())
                    || figure.id().equals(tipping.volume());
            boolean alike = tips && figure.unit() != null && figure.unit().equals(fact.unit());
            if (alike && figures.get(figure.id()) instanceof Double value && isNear(value, from.doubleValue())) {
                values.add(BigDecimal.valueOf(value));
            }
        }
        return values;
    }

    /** Values surely on either side of such a figure, which is worked out with more care than what is looked up here. */
    Stream<BigDecimal> beyondFigures(Fact fact, BigDecimal from) {
        return figuresLike(fact, from).stream()
                .flatMap(figure -> Stream.of(figure.multiply(APART), figure.divide(APART, MathContext.DECIMAL32)))
                .map(value -> fact.whole() ? value.setScale(0, RoundingMode.HALF_UP) : value);
    }

    private static boolean isNear(double value, double from) {
        double ratio = from == 0 ? value : value / from;
        return ratio > 1 / FAR && ratio < FAR && ratio != 1;
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
}
