package dev.tunewise.advice.result;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The best row of the comparison of options.
 *
 * @param probability the chance that it stays the best, 0 to 1
 * @param meetsTarget whether it meets the target as surely as is wanted
 * @param tie whether another way is so near that the two count as even
 * @param runnerUp the next best row, or null where there is none
 */
public record Recommendation(
        String option,
        String name,
        double probability,
        boolean meetsTarget,
        boolean tie,
        @Nullable RunnerUp runnerUp) {

    /**
     * The next best row.
     *
     * @param yearlyDifference whole cents that it costs more in a year, in dollars; below zero where a tie went to the lower rung of the ladder
     */
    public record RunnerUp(String option, String name, BigDecimal yearlyDifference) {}
}
