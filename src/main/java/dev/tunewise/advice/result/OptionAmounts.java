package dev.tunewise.advice.result;

import dev.tunewise.advice.result.CostComparison.Amount;
import dev.tunewise.flow.interview.Late;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of an option.
 *
 * @param setup paid once
 * @param monthly running cost and upkeep a month
 * @param errorsMonthly what wrong answers cost a month
 * @param total everything over the horizon
 * @param linesTotal what the lines add up to over the horizon
 * @param moved what moves the total away from that; empty where the two are alike
 * @param saving total of what is done today less this total; below zero where it costs more, nothing for what is done today
 * @param presentValue what the saving is worth today, discounted, with token prices as they are; nothing for what is done today
 * @param presentValueFalling the same with token prices that fall
 * @param payback months until it has earned back its set-up
 * @param simulated what the simulation says, or null where nothing was simulated
 */
public record OptionAmounts(
        Amount setup,
        Amount monthly,
        Amount errorsMonthly,
        Amount total,
        Amount linesTotal,
        Late<String> moved,
        Amount saving,
        Amount presentValue,
        Amount presentValueFalling,
        CostComparison.Payback payback,
        @Nullable SimulatedCosts simulated,
        Amount perCorrectAnswer,
        List<CostComparison.Line> lines) {
    public static final OptionAmounts NONE = new OptionAmounts(
            Amount.NONE,
            Amount.NONE,
            Amount.NONE,
            Amount.NONE,
            Amount.NONE,
            Late.known(""),
            Amount.NONE,
            Amount.NONE,
            Amount.NONE,
            CostComparison.Payback.NONE,
            null,
            Amount.NONE,
            List.of());

    /** What options are set side by side by. */
    public record Likely(BigDecimal setup, BigDecimal monthly, BigDecimal total) {
        public static final Likely NONE = new Likely(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
