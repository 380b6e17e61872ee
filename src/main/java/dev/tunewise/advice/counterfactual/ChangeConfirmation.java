package dev.tunewise.advice.counterfactual;

import dev.tunewise.advice.result.Counterfactual;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Makes sure of changes that were found roughly. What rests on a comparison of options is computed as the answer itself is, and told as it then is; a
 * place that a figure of the answer names is told as that figure.
 *
 * @param sure where the rules lead with figures worked out with care
 * @param exact where they lead with the figures of an answer
 * @param base where they lead now
 * @param figures figures in the unit of a fact and near a value
 */
record ChangeConfirmation(
        RuleOutcomes sure,
        RuleOutcomes exact,
        RuleOutcome base,
        BiFunction<Fact, BigDecimal, List<BigDecimal>> figures) {
    private static final double[] OUTWARD = {1, 1.06, 1.25};
    private static final double SAME_PLACE = 1.4;

    /** A change with what comes of it; with the present outcome where that does not change. */
    CounterfactualSearch.Change of(Fact fact, Value given, CounterfactualSearch.Change change) {
        if (!CounterfactualSearch.compares(base) && !CounterfactualSearch.compares(change.outcome())) {
            return change;
        }
        if (!(change.at() instanceof Value.Quantity edge) || !(given instanceof Value.Quantity from)) {
            return change.to(exact.with(fact.id(), change.at()));
        }
        BigDecimal origin = origin(fact, from.value(), edge.value(), change.kind());
        Optional<SureThreshold.Found> found = new SureThreshold(sure, base, fact, origin).near(edge.value());
        if (found.isEmpty()) {
            return change.to(base);
        }
        QuantityScale scale = QuantityScale.of(fact, origin);
        BigDecimal place = found.get().at();
        for (BigDecimal figure : change.kind() == Counterfactual.Kind.AT_LEAST && scale.byFactor()
                ? figures.apply(fact, from.value())
                : List.<BigDecimal>of()) {
            if (scale.allows(figure)
                    && isNear(figure, place)
                    && leads(fact, figure).sameAs(found.get().outcome())) {
                return at(figure, fact, change);
            }
        }
        for (double times : OUTWARD) {
            BigDecimal at = scale.outward(place, times);
            if (!leads(fact, at).sameAs(base)) {
                return at(at, fact, change);
            }
        }
        return change.to(base);
    }

    /** Where a change is seen from: the present value, where it lies on the right side of the change; what stands in for an unknown one may not. */
    private static BigDecimal origin(Fact fact, BigDecimal from, BigDecimal edge, Counterfactual.Kind kind) {
        QuantityScale scale = QuantityScale.of(fact, from);
        boolean up = kind == Counterfactual.Kind.AT_LEAST;
        return up == edge.compareTo(from) > 0 ? from : up ? scale.least() : scale.most();
    }

    private CounterfactualSearch.Change at(BigDecimal at, Fact fact, CounterfactualSearch.Change change) {
        return new CounterfactualSearch.Change(
                change.kind(), Value.Quantity.of(at), change.choice(), change.exact(), leads(fact, at));
    }

    private RuleOutcome leads(Fact fact, BigDecimal at) {
        return exact.with(fact.id(), Value.Quantity.of(at));
    }

    private static boolean isNear(BigDecimal figure, BigDecimal place) {
        double ratio = figure.doubleValue() / place.doubleValue();
        return ratio > 1 / SAME_PLACE && ratio < SAME_PLACE;
    }
}
