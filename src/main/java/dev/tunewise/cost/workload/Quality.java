package dev.tunewise.cost.workload;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.Formula.Larger;
import dev.tunewise.cost.formula.Formula.Leaf;
import dev.tunewise.cost.formula.Formula.Named;
import dev.tunewise.cost.statistics.Proportions;
import dev.tunewise.money.Range;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often answers are right and what a wrong one costs. Null where that is not known: then no cost of errors is counted, and the
 * estimate says so.
 *
 * @param now share of right answers today
 * @param tuned share of right answers once tuned: the target, as far as it is above today's
 * @param perError dollars per wrong answer
 * @param errorsNow dollars of errors per call today; one figure for all options that are as good as today
 */
public record Quality(
        @Nullable Formula now,
        @Nullable Formula tuned,
        @Nullable Formula perError,
        @Nullable Formula errorsNow) {

    static Quality of(CostContext situation) {
        Optional<Leaf> now = now(situation);
        if (now.isEmpty()) {
            situation.notes.add(
                    "Quality today is not known: wrong answers are not counted, neither as cost nor as saving.");
            return new Quality(null, null, null, null);
        }
        Formula tuned = tuned(situation, now.get());
        boolean asked = situation.facts.qualityMatters();
        Optional<Leaf> given =
                situation.fact("error_cost", CostInput.Kind.MONEY, "cost of a wrong answer", "per wrong answer");
        if (given.isEmpty() && !asked) {
            return new Quality(now.get(), tuned, null, null);
        }
        Formula perError = given.isPresent() ? given.get() : situation.parameter("usd_per_error");
        return new Quality(now.get(), tuned, perError, errors(now.get(), perError));
    }

    /** Dollars of errors per call at a quality; null when not counted. */
    @Nullable
    public Formula errors(@Nullable Formula quality) {
        if (quality == null || perError == null) {
            return null;
        }
        return quality == now ? errorsNow : errors(quality, perError);
    }

    private static Formula errors(Formula quality, Formula perError) {
        return Formula.product(Formula.number(1).minus(quality), perError);
    }

    private static Formula tuned(CostContext situation, Leaf now) {
        Optional<Range> target = situation.facts.quantity("quality_target");
        if (target.isEmpty() || !situation.facts.qualityMatters()) {
            return now;
        }
        Formula reached = situation.leaf(new CostInput(
                "fact:quality_target",
                "quality to be reached",
                CostContext.toShare(target.get()),
                CostInput.Kind.SHARE,
                "right",
                FigureBasis.GIVEN,
                "",
                null,
                null));
        Formula gap = new Larger(reached.minus(now), Formula.number(0));
        return new Named(
                "right after the change",
                CostInput.Kind.SHARE,
                Formula.sum(now, Formula.product(situation.parameter("gap_closed_share"), gap)));
    }

    private static Optional<Leaf> now(CostContext situation) {
        Optional<Range> percent = situation.facts.quantity("quality_now");
        if (percent.isEmpty()) {
            return Optional.empty();
        }
        Range share = CostContext.toShare(percent.get());
        double items = situation
                .facts
                .quantity("eval_items")
                .map(range -> range.likely().doubleValue())
                .orElse(0.0);
        CostInput.Measured measured =
                items >= 1 ? new CostInput.Measured(share.likely().doubleValue() * items, items) : null;
        Range known = measured == null ? share : measuredRange(share.likely(), items);
        return Optional.of(situation.leaf(new CostInput(
                "fact:quality_now",
                "quality today",
                known,
                CostInput.Kind.SHARE,
                "right",
                FigureBasis.GIVEN,
                measured == null ? "" : "measured on " + (long) items + " items, 95 % Wilson interval",
                null,
                measured)));
    }

    private static Range measuredRange(BigDecimal share, double items) {
        Proportions.Interval interval = Proportions.wilson(share.doubleValue(), items);
        return new Range(
                BigDecimal.valueOf(Math.min(interval.low(), share.doubleValue()))
                        .min(share),
                share,
                BigDecimal.valueOf(Math.max(interval.high(), share.doubleValue()))
                        .max(share));
    }
}
