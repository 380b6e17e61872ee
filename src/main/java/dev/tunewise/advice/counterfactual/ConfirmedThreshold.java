package dev.tunewise.advice.counterfactual;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where a change that was found roughly surely lies. Likely values leave out that training may fail, so that they can be off by half; the place is
 * therefore looked for again around them with care, outward until the change is there and back until it is not. Asked from either side it is the same
 * place.
 */
final class ConfirmedThreshold {
    private static final double[] OUTWARD = {1, 1.06, 1.2, 1.6, 2.6};
    private static final double[] INWARD = {1.1, 1.3, 1.8, 3, 8};
    private static final double NEAR_ENOUGH = 1.04;
    private static final int MOST_SPLITS = 5;

    private final RuleOutcomes sure;
    private final RuleOutcome base;
    private final Fact fact;
    private final QuantityScale scale;

    ConfirmedThreshold(RuleOutcomes sure, RuleOutcome base, Fact fact, BigDecimal from) {
        this.sure = sure;
        this.base = base;
        this.fact = fact;
        scale = QuantityScale.of(fact, from);
    }

    /** The place, with where it leads. */
    record Found(BigDecimal at, RuleOutcome outcome) {}

    /** The place near a rough one; empty where nothing surely changes there. */
    Optional<Found> near(BigDecimal rough) {
        BigDecimal inside = null;
        for (double times : OUTWARD) {
            BigDecimal at = scale.outward(rough, times);
            RuleOutcome there = outcome(at);
            if (!there.sameAs(base)) {
                BigDecimal edge = inside == null ? inward(at, there) : narrowed(inside, at, there);
                return Optional.of(new Found(edge, there));
            }
            inside = at;
        }
        return Optional.empty();
    }

    /** The nearest value to the present one that still leads there. */
    private BigDecimal inward(BigDecimal edge, RuleOutcome there) {
        BigDecimal outside = edge;
        for (double times : INWARD) {
            BigDecimal at = scale.inward(edge, times);
            if (at.compareTo(outside) == 0) {
                return outside;
            }
            if (!outcome(at).sameAs(there)) {
                return narrowed(at, outside, there);
            }
            outside = at;
        }
        return outside;
    }

    private BigDecimal narrowed(BigDecimal inside, BigDecimal outside, RuleOutcome there) {
        BigDecimal same = inside;
        BigDecimal changed = outside;
        for (int split = 0; split < MOST_SPLITS && scale.apart(same, changed, NEAR_ENOUGH); split++) {
            BigDecimal middle = scale.middle(same, changed);
            if (outcome(middle).sameAs(there)) {
                changed = middle;
            } else {
                same = middle;
            }
        }
        return changed;
    }

    private RuleOutcome outcome(BigDecimal at) {
        return sure.with(fact.id(), Value.Quantity.of(at));
    }
}
