package dev.tunewise.cost.parameter;

import dev.tunewise.money.Range;
import java.math.BigDecimal;
import java.util.Set;

/** What a parameter may be set to. `whole`: whether only whole numbers make sense. */
public record ParameterLimits(BigDecimal least, BigDecimal most, boolean whole) {
    private static final BigDecimal PLENTY = new BigDecimal("1000000000000");
    private static final Set<String> SHARES = Set.of(
            "cache_hit_rate",
            "cache_hits_warm",
            "cache_hits_automatic",
            "labels_overhead_share",
            "label_refresh_share",
            "corpus_change_per_month",
            "discount_rate_per_year",
            "price_drop_per_year",
            "retry_rate",
            "batch_multiplier",
            "training_fails_share",
            "classifier_sure_share",
            "training_setback_share",
            "quality_now_share",
            "quality_target_share",
            "quality_tolerance",
            "wanted_probability",
            "tie_share");
    /** Shares of a difference, which may be more than all of it or the other way round. */
    private static final Set<String> SIGNED_SHARES = Set.of(
            "gap_closed_share",
            "stronger_gap_closed_share",
            "untested_quality_shift",
            "open_model_quality_shift",
            "classifier_quality_shift",
            "classifier_first_quality_shift");
    /** Shares that something is divided by. */
    private static final Set<String> POSITIVE_SHARES = Set.of("gpu_utilisation", "mfu_training", "roofline_efficiency");
    /** Amounts that something is divided by, or that make no sense at nothing. */
    private static final Set<String> POSITIVE = Set.of(
            "hours_per_month",
            "serving_tokens_per_s_70b_2xh100",
            "serving_tokens_per_s_8b_h100",
            "training_runs",
            "epochs",
            "gpu_replicas_minimum",
            "gpu_requests_at_once",
            "project_hours_per_week",
            "assumed_calls_per_day",
            "tokens_other_vendor");

    private static final BigDecimal TINY = new BigDecimal("0.001");

    /** What the parameter with this key may be set to. */
    public static ParameterLimits of(String key) {
        if (key.equals(Parameters.HORIZON)) {
            return new ParameterLimits(BigDecimal.ONE, BigDecimal.valueOf(120), true);
        }
        if (SHARES.contains(key)) {
            return new ParameterLimits(BigDecimal.ZERO, BigDecimal.ONE, false);
        }
        if (SIGNED_SHARES.contains(key)) {
            return new ParameterLimits(BigDecimal.valueOf(-1), BigDecimal.TWO, false);
        }
        if (POSITIVE_SHARES.contains(key)) {
            return new ParameterLimits(TINY, BigDecimal.ONE, false);
        }
        return new ParameterLimits(POSITIVE.contains(key) ? TINY : BigDecimal.ZERO, PLENTY, false);
    }

    boolean hold(Range range) {
        boolean within = range.low().compareTo(least) >= 0 && range.high().compareTo(most) <= 0;
        return within && (!whole || isWhole(range.low()) && isWhole(range.likely()) && isWhole(range.high()));
    }

    String expected() {
        return "a " + (whole ? "whole number" : "number") + ", or low, likely and high in this order, from "
                + least.toPlainString() + (most.equals(PLENTY) ? " on" : " to " + most.toPlainString());
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }
}
