package dev.tunewise.cost.simulation;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.flow.interview.RecentResults;
import dev.tunewise.money.Range;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.jspecify.annotations.Nullable;

/**
 * Values drawn for an input. Each input has its own stream of random numbers, so that another option or input changes nobody else's; most are
 * parameters, the same for all cases, so that the last ones are kept.
 */
final class Samples {
    /** What the product draws at most for one input; more are asked for once. */
    private static final int USUAL = SimulationSettings.STANDARD.samples();

    private static final String SHARE = "_share";

    /** Three megabytes at most: some are of few cases. */
    private static final RecentResults<Key, double[]> KNOWN = new RecentResults<>(400);

    /**
     * What options differ by most, those first that a chance to meet the target rests on. Their values lie on a lattice of rank 1, on which any few of
     * them are spread evenly together and not each for itself alone; inputs of which a case has only one share a place.
     */
    private static final List<String> WEIGHTIEST = List.of(
            "quality_now",
            "gap_closed",
            "training",
            "usd_per_error",
            "calls_per_day",
            "training_fails",
            "quality_target",
            "untested_quality_shift",
            "stronger_gap_closed",
            "classifier_quality_shift",
            "classifier_first_quality_shift",
            "open_model_quality_shift",
            "maintenance_hours_per_month_tuned",
            "engineer_usd_per_hour",
            "engineer_hours_fine_tuning",
            "system_prompt_tokens",
            "error_cost",
            "tokens_other_vendor",
            "query_tokens",
            "output_tokens_short",
            "output_tokens_long",
            "thinking_tokens",
            "retrieved_context_tokens",
            "label_usd_each",
            "training_examples",
            "maintenance_hours_per_month_gpu",
            "medium-class:output",
            "medium-class:input",
            "training_setback");

    /** The lattice, found component by component: least error in the worst case over 128, 512, 1,024 and 2,048 points, each place a tenth less weighty. */
    private static final int[] STEPS = {
        1, 741, 595, 221, 827, 621, 755, 139, 1007, 493, 95, 383, 49, 771, 919, 157, 589, 339, 515, 53, 731, 855, 613,
        863, 571, 799, 181, 309, 131
    };

    /** With fewer points several steps are one and the same. */
    private static final int FEWEST = 512;

    private record Key(String input, Range range, CostInput.@Nullable Measured measured, SimulationSettings sampling) {}

    /** One value for each simulated case, for reading only. */
    static double[] of(CostInput input, SimulationSettings sampling) {
        return sampling.samples() > USUAL
                ? drawn(input, sampling)
                : KNOWN.of(
                        new Key(input.key(), input.range(), input.measured(), sampling), () -> drawn(input, sampling));
    }

    private static double[] drawn(CostInput input, SimulationSettings sampling) {
        Distribution distribution = Distribution.of(input);
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(
                sampling.seed() * 0x9E3779B97F4A7C15L + input.key().hashCode());
        double[] drawn = new double[sampling.samples()];
        if (!sampling.stratified()) {
            distribution.fill(drawn, random);
            return drawn;
        }
        int weight = WEIGHTIEST.indexOf(name(input.key()));
        if (weight >= 0 && drawn.length >= FEWEST && Integer.bitCount(drawn.length) == 1) {
            double shift = drawn.length * random.nextDouble();
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = distribution.quantile(((long) i * STEPS[weight] + shift) / drawn.length % 1);
            }
            return drawn;
        }
        int[] strata = shuffled(drawn.length, random);
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = distribution.quantile((strata[i] + random.nextDouble()) / strata.length);
        }
        return drawn;
    }

    /** Without where it comes from: a parameter stands in for the fact that nobody said. */
    private static String name(String key) {
        String name = key.substring(key.indexOf(':') + 1);
        return name.endsWith(SHARE) ? name.substring(0, name.length() - SHARE.length()) : name;
    }

    /** Places, so that there is one value from each equal part of the distribution. */
    private static int[] shuffled(int count, UniformRandomProvider random) {
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i + 1);
            places[i] = places[other];
            places[other] = i;
        }
        return places;
    }
}
