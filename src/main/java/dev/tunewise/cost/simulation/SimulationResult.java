package dev.tunewise.cost.simulation;

import dev.tunewise.flow.interview.Late;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation says about every priced option. All options see the same samples, so they differ only where they are different.
 *
 * @param seed the seed they came from; the same seed gives the same figures
 */
public record SimulationResult(int samples, long seed, Map<String, Late<OptionRisk>> byOption) {
    /** That of an option; null where it is not priced. */
    public @Nullable OptionRisk of(String option) {
        Late<OptionRisk> risk = byOption.get(option);
        return risk == null ? null : risk.get();
    }

    /**
     * One option. No payback counts as infinite and is never dropped.
     *
     * @param setup dollars paid once
     * @param monthly dollars a month for the calls and upkeep
     * @param errors dollars a month for wrong answers
     * @param saving dollars over the horizon against today
     * @param total dollars over the horizon
     * @param payback months
     * @param paybackWithinHorizon share of samples that pay back within the horizon
     */
    public record OptionRisk(
            Quantiles setup,
            Quantiles monthly,
            Quantiles errors,
            Quantiles saving,
            Quantiles total,
            Quantiles payback,
            double paybackWithinHorizon,
            Histogram paybacks) {}

    /** Quantiles of the samples. `p10`: one in ten is at most this. */
    public record Quantiles(double p10, double p50, double p90) {
        /** The same around a middle that follows from other middles, so that what is told of them agrees. */
        public Quantiles around(double middle) {
            return new Quantiles(Math.min(p10, middle), middle, Math.max(p90, middle));
        }
    }

    /**
     * How often which payback came out.
     *
     * @param shares share of samples that pay back within the first month, the second, and so on
     * @param later share that pays back after the last of these
     * @param never share that never does
     */
    public record Histogram(List<Double> shares, double later, double never) {}
}
