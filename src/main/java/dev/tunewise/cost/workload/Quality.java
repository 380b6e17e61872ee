package dev.tunewise.cost.workload;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.Formula.Leaf;
import dev.tunewise.cost.formula.Formula.Named;
import dev.tunewise.cost.formula.Formula.Whole;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.statistics.Proportions;
import dev.tunewise.money.Range;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How often answers are right with each kind of option, and what a wrong one costs. What nobody said is a range where quality is the problem or
 * the cost of a wrong answer was given; where neither is so, an option is measured against today and wrong answers are not counted.
 */
public final class Quality {
    private final CostContext situation;
    private final @Nullable Formula now;
    private final @Nullable Formula target;
    private final Formula gap;
    private final @Nullable Formula perError;
    private final @Nullable Formula errorsNow;
    private final Map<String, Level> levels = new HashMap<>();

    /**
     * The quality of an option.
     *
     * @param share of right answers, or null where nothing is known about it
     * @param margin share above the target, or above today where quality is not the problem; below zero where it falls short
     */
    public record Level(@Nullable Formula share, Formula margin) {
        /** As good as today, of which nothing is known. */
        public static final Level UNKNOWN = new Level(null, Formula.number(0));
    }

    private Quality(
            CostContext situation, @Nullable Formula now, @Nullable Formula target, @Nullable Formula perError) {
        this.situation = situation;
        this.now = now;
        this.target = target;
        this.perError = perError;
        gap = now == null || target == null
                ? Formula.number(0)
                : new Named(
                        "gap to the target",
                        CostInput.Kind.SHARE,
                        Formula.larger(target.minus(now), Formula.number(0)));
        errorsNow = now == null || perError == null ? null : errors(now, perError);
    }

    static Quality of(CostContext situation) {
        boolean matters = situation.facts.qualityMatters();
        Optional<Leaf> given =
                situation.fact("error_cost", CostInput.Kind.MONEY, "cost of a wrong answer", "per wrong answer");
        Optional<Leaf> known = measured(situation.facts).map(situation::leaf);
        boolean counted = matters || given.isPresent();
        @Nullable
        Formula now = known.isPresent() ? known.get() : counted ? situation.parameter("quality_now_share") : null;
        @Nullable Formula target = matters ? target(situation) : null;
        @Nullable
        Formula perError = given.isPresent() ? given.get() : matters ? situation.parameter("usd_per_error") : null;
        if (perError == null) {
            situation.notes.add(
                    "Nobody said what a wrong answer costs, and quality is not the problem: wrong answers are not counted, neither as cost nor as saving. How"
                            + " sure the choice is and the ranges of totals and savings take in that one costs "
                            + String.join(" to ", written(situation)) + ".");
        }
        return new Quality(situation, now, target, perError);
    }

    public Level today() {
        return once("today", () -> Formula.number(0));
    }

    /** As good as today but for a difference that nobody has measured. */
    public Level unmeasured(String shift) {
        return once(shift, () -> situation.parameter(shift));
    }

    /** As good as the target, or as today where that is better: the team measured it. */
    public Level measuredAtTarget() {
        return once("target", () -> gap);
    }

    /** With a stronger model that nobody has tried. */
    public Level stronger() {
        return once("stronger", () -> Formula.product(situation.parameter("stronger_gap_closed_share"), gap));
    }

    /**
     * Once tuned. Training that fails closes nothing and may cost some of today's quality; one that works closes most of the gap or more. Where
     * quality is not the problem, the tuned model is another model that nobody has measured.
     */
    public Level tuned() {
        if (target == null) {
            return unmeasured("untested_quality_shift");
        }
        return once("tuned", () -> {
            Formula works = new Whole(situation.chance("training").minus(situation.parameter("training_fails_share")));
            Formula fails = Formula.number(1).minus(works);
            Formula closed = new Named(
                    "share of the gap closed",
                    CostInput.Kind.SHARE,
                    Formula.product(situation.parameter("gap_closed_share"), works)
                            .minus(Formula.product(situation.parameter("training_setback_share"), fails)));
            return Formula.product(closed, gap);
        });
    }

    private Level once(String name, Supplier<Formula> shift) {
        return levels.computeIfAbsent(name, _ -> level(shift.get()));
    }

    /** Dollars of errors per call at a quality; null when not counted. */
    @Nullable
    public Formula errors(@Nullable Formula quality) {
        if (quality == null || perError == null) {
            return null;
        }
        return quality == now ? errorsNow : errors(quality, perError);
    }

    /** Dollars per wrong answer; null where they are not counted. */
    public @Nullable Formula perError() {
        return perError;
    }

    /** What a wrong answer may cost where it is not counted: nobody said it, so that nothing is sure that changes quality; null where it is counted. */
    public @Nullable Formula uncounted() {
        return perError == null ? situation.parameter("usd_per_error") : null;
    }

    private Level level(Formula shift) {
        boolean same = shift instanceof Formula.Constant;
        Formula margin =
                now == null || target == null ? shift : Formula.sum(now, shift).minus(target);
        if (now == null) {
            return new Level(null, margin);
        }
        Formula changed = new Named(
                "right after the change",
                CostInput.Kind.SHARE,
                Formula.smaller(Formula.number(1), Formula.larger(Formula.number(0), Formula.sum(now, shift))));
        return new Level(same ? now : changed, margin);
    }

    private static List<String> written(CostContext situation) {
        CostInput assumed = situation.parameter("usd_per_error").input();
        return List.of(
                assumed.written(assumed.range().low()),
                assumed.written(assumed.range().high()));
    }

    private static Formula errors(Formula quality, Formula perError) {
        return Formula.product(Formula.number(1).minus(quality), perError);
    }

    private static Formula target(CostContext situation) {
        Optional<Range> given = situation.facts.quantity("quality_target");
        if (given.isEmpty()) {
            return situation.parameter("quality_target_share");
        }
        return situation.leaf(new CostInput(
                "fact:quality_target",
                "quality to be reached",
                CostContext.toShare(given.get()),
                CostInput.Kind.SHARE,
                "right",
                FigureBasis.GIVEN,
                ""));
    }

    /** The quality of today that the team measured; empty where it did not. */
    public static Optional<CostInput> measured(CostCase facts) {
        Optional<Range> percent = facts.quantity("quality_now");
        if (percent.isEmpty()) {
            return Optional.empty();
        }
        Range share = CostContext.toShare(percent.get());
        double items = facts.quantity("eval_items")
                .map(range -> range.likely().doubleValue())
                .orElse(0.0);
        CostInput.Measured measured =
                items >= 1 ? new CostInput.Measured(share.likely().doubleValue() * items, items) : null;
        Range known = measured == null ? share : measuredRange(share.likely(), items);
        return Optional.of(new CostInput(
                "fact:quality_now",
                "quality today",
                known,
                CostInput.Kind.SHARE,
                "right",
                FigureBasis.GIVEN,
                measured == null ? "" : "measured on " + (long) items + " items, 95 % Wilson interval",
                null,
                measured));
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
