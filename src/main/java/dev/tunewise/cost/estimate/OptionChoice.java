package dev.tunewise.cost.estimate;

import dev.tunewise.cost.simulation.SimulationResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which option is the best of its table, by the simulated cases. Totals are medians over the horizon.
 *
 * @param recommended id of the best: the lowest total among the eligible that meet the target surely enough, where that pays for itself; in a tie
 *     the lowest rung of the ladder, and of one rung the least work
 * @param probability share of cases in which no rival is cheaper by more than a tie
 * @param tie whether another way is so near that the two count as even
 * @param runnerUp the next best, or null where there is none
 * @param wanted how sure an option must be to meet the target
 * @param training the best trained option against the best without training, or null where either is missing
 * @param turn the cost of an error at which another option without training takes over, or null where there is none
 */
public record OptionChoice(
        String recommended,
        double probability,
        boolean tie,
        @Nullable RunnerUp runnerUp,
        double wanted,
        @Nullable Training training,
        @Nullable Turn turn,
        Map<String, Fitness> fitness) {
    public Fitness of(String option) {
        Fitness found = fitness.get(option);
        if (found == null) {
            throw new IllegalArgumentException("There is no option " + option);
        }
        return found;
    }

    /** The same with the volume from which training is recommended. */
    OptionChoice withVolume(double callsPerDay) {
        Training found = Objects.requireNonNull(training);
        Training other = new Training(
                found.option(),
                found.against(),
                found.payback(),
                found.paysBack(),
                found.errorCost(),
                found.errorRival(),
                callsPerDay);
        return new OptionChoice(recommended, probability, tie, runnerUp, wanted, other, turn, fitness);
    }

    /** Says whether the best option runs in batches, for whose answers nobody may wait. */
    boolean inBatches() {
        return recommended.contains("batch");
    }

    public Fitness best() {
        return of(recommended);
    }

    /** The next best option. `yearlyDifference`: dollars a year that it costs more. */
    public record RunnerUp(String option, double yearlyDifference) {}

    /**
     * The best trained option against the best without training.
     *
     * @param payback months from going live until training has paid for itself; infinite for never
     * @param paysBack share of cases in which it does so within the horizon
     * @param errorCost dollars per wrong answer from which training is recommended; infinite for never
     * @param errorRival id of the option that costs least just below that
     * @param callsPerDay volume from which it is; infinite for never and where the volume is known
     */
    public record Training(
            String option,
            String against,
            SimulationResult.Quantiles payback,
            double paysBack,
            double errorCost,
            String errorRival,
            double callsPerDay) {}

    /**
     * Where another option without training takes over from the recommended one.
     *
     * @param errorCost dollars per wrong answer
     * @param above whether the other is the better one above it, not below
     */
    public record Turn(double errorCost, String other, boolean above) {}

    /**
     * How an option stands.
     *
     * @param excludedBy why not: ids of rules or reasons
     * @param total dollars over the horizon, the median of the cases; not a number where it is not priced
     * @param withoutErrors the same without wrong answers
     * @param meetsTarget its chance to meet the target, 0 to 1
     * @param fails its chance to be worse than today
     * @param effortHours hours of engineering before it is live
     * @param weeksToLive weeks until it is live
     */
    public record Fitness(
            String lever,
            String title,
            boolean eligible,
            List<String> excludedBy,
            double total,
            double withoutErrors,
            double meetsTarget,
            double fails,
            double effortHours,
            double weeksToLive,
            LockIn lockIn) {}
}
