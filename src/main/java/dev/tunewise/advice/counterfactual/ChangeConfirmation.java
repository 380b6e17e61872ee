package dev.tunewise.advice.counterfactual;

import dev.tunewise.advice.result.Counterfactual;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure of changes that were found roughly. What rests on a comparison of options is computed as the answer itself is, and told as it then is; a
 * place that a figure of the answer names is told as that figure.
 *
 * @param exact where they lead with the figures of an answer
 * @param base where they lead now
 * @param figures figures in the unit of a fact and near a value
 * @param rougher the same by fewer samples, which finds about where to look, or null
 */
record ChangeConfirmation(
        RuleOutcomes exact,
        RuleOutcome base,
        BiFunction<Fact, BigDecimal, List<BigDecimal>> figures,
        @Nullable ChangeConfirmation rougher) {
    /** Likely values leave out that training may fail, so that a place can be off by half. */
    private static final double[] OUTWARD = {1, 1.06, 1.25, 1.6, 2.6};

    /** So much further out what is told must still hold. */
    private static final double A_LITTLE = 1.03;

    private static final double SAME_PLACE = 3;
    private static final double NEAR_ENOUGH = 1.02;
    private static final double SWING = 1.05; // so far an answer may swing at a place where it changes
    private static final double STEP = 1.3;
    private static final int MOST_STEPS = 8;
    private static final int MOST_TURNS = 3;

    /** A change with what comes of it, and those between it and the present value; empty where nothing surely changes. */
    List<CounterfactualSearch.Change> of(Fact fact, SourcedAnswer given, CounterfactualSearch.Change change) {
        if (!isRough(given, change)) {
            return nearby(fact, given, change).stream().toList();
        }
        BigDecimal edge = ((Value.Quantity) change.at()).value();
        BigDecimal from = ((Value.Quantity) given.value()).value();
        QuantityScale scale = scale(fact, given, from, edge, change.kind());
        List<CounterfactualSearch.Change> all = new ArrayList<>();
        Optional<BigDecimal> rough = (rougher == null ? List.of(change) : rougher.of(fact, given, change))
                .stream()
                        .map(found -> ((Value.Quantity) found.at()).value())
                        .findFirst()
                        .or(() -> Optional.of(edge));
        for (int turns = 0; turns < MOST_TURNS && rough.isPresent(); turns++) {
            List<BigDecimal> figured = turns == 0 ? alike(fact, from, change) : List.of();
            Optional<BigDecimal> told = rough.flatMap(near -> place(fact, scale, near, figured));
            rough = told.flatMap(place -> nearest(fact, scale, place, change, all));
        }
        return all;
    }

    /** A change with what comes of it near its place; empty where nothing surely changes. */
    Optional<CounterfactualSearch.Change> nearby(Fact fact, SourcedAnswer given, CounterfactualSearch.Change change) {
        if (!CounterfactualSearch.compares(base) && !CounterfactualSearch.compares(change.outcome())) {
            return Optional.of(change);
        }
        if (!isRough(given, change)) {
            return Optional.of(change.to(exact.with(fact.id(), change.at())));
        }
        BigDecimal edge = ((Value.Quantity) change.at()).value();
        BigDecimal from = ((Value.Quantity) given.value()).value();
        QuantityScale scale = scale(fact, given, from, edge, change.kind());
        return place(fact, scale, edge, alike(fact, from, change)).map(at -> change.to(leads(fact, at)));
    }

    /** Whether the place of a change was found by likely values alone. */
    private boolean isRough(SourcedAnswer given, CounterfactualSearch.Change change) {
        return (CounterfactualSearch.compares(base) || CounterfactualSearch.compares(change.outcome()))
                && change.at() instanceof Value.Quantity
                && given.value() instanceof Value.Quantity;
    }

    private QuantityScale scale(
            Fact fact, SourcedAnswer given, BigDecimal from, BigDecimal edge, Counterfactual.Kind kind) {
        boolean seenFrom = !given.assumed() || leads(fact, from).sameAs(base);
        return QuantityScale.of(fact, origin(fact, from, seenFrom, edge, kind));
    }

    private List<BigDecimal> alike(Fact fact, BigDecimal from, CounterfactualSearch.Change change) {
        return change.kind() == Counterfactual.Kind.AT_LEAST ? figures.apply(fact, from) : List.of();
    }

    /** A figure of the answer at which it changes, or another place near a rough one at which it does. */
    private Optional<BigDecimal> place(Fact fact, QuantityScale scale, BigDecimal rough, List<BigDecimal> alike) {
        return Stream.concat(
                        alike.stream()
                                .filter(figure -> scale.byFactor() && scale.allows(figure) && isNear(figure, rough))
                                .filter(figure -> !turns(fact, scale, scale.inward(figure, SWING))),
                        Arrays.stream(OUTWARD).mapToObj(times -> scale.outward(rough, times)))
                .filter(at -> turns(fact, scale, at))
                .findFirst();
    }

    /**
     * Notes a change at a place or, where the answer itself changes there already, nearer to the present value, so that it is the present answer just
     * before what is told.
     *
     * @return a nearer place from which the answer leads elsewhere, which is told instead; empty where there is none
     */
    private Optional<BigDecimal> nearest(
            Fact fact,
            QuantityScale scale,
            BigDecimal place,
            CounterfactualSearch.Change change,
            List<CounterfactualSearch.Change> found) {
        BigDecimal at = place;
        BigDecimal inside = scale.inward(at, scale.byFactor() ? SWING : NEAR_ENOUGH);
        double times = STEP;
        for (int step = 0;
                step < MOST_STEPS && inside.compareTo(scale.from()) != 0 && turns(fact, scale, inside);
                step++) {
            if (!leads(fact, inside).sameAs(leads(fact, at))) {
                return Optional.of(inside);
            }
            at = inside;
            inside = scale.inward(at, times);
            times *= STEP;
        }
        while (scale.apart(inside, at, rougher == null ? SWING : NEAR_ENOUGH)) {
            BigDecimal middle = scale.middle(inside, at);
            if (!turns(fact, scale, middle)) {
                inside = middle;
            } else if (leads(fact, middle).sameAs(leads(fact, at))) {
                at = middle;
            } else {
                return Optional.of(middle);
            }
        }
        found.add(new CounterfactualSearch.Change(
                change.kind(), Value.Quantity.of(at), change.choice(), change.exact(), leads(fact, at)));
        return Optional.empty();
    }

    /**
     * Where a change is seen from: the present value, where the answer is the present one and that lies on the right side of the change; with what
     * stands in for an unknown value both may be otherwise.
     */
    private static BigDecimal origin(
            Fact fact, BigDecimal from, boolean seenFrom, BigDecimal edge, Counterfactual.Kind kind) {
        QuantityScale scale = QuantityScale.of(fact, from);
        boolean up = kind == Counterfactual.Kind.AT_LEAST;
        return seenFrom && up == edge.compareTo(from) > 0 ? from : up ? scale.least() : scale.most();
    }

    /** Whether the answer leads elsewhere at a place; of a share also a little further out, since it swings where a chance is the wanted one. */
    private boolean turns(Fact fact, QuantityScale scale, BigDecimal at) {
        return !leads(fact, at).sameAs(base)
                && (scale.byFactor()
                        || !leads(fact, scale.outward(at, A_LITTLE)).sameAs(base));
    }

    private RuleOutcome leads(Fact fact, BigDecimal at) {
        return exact.with(fact.id(), Value.Quantity.of(at));
    }

    private static boolean isNear(BigDecimal figure, BigDecimal place) {
        double ratio = figure.doubleValue() / place.doubleValue();
        return ratio > 1 / SAME_PLACE && ratio < SAME_PLACE;
    }
}
