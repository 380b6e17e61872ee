package dev.tunewise.costing;

import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.cost.estimate.CostOption.Priced;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.formula.BreakEven;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** From which volume each option beats today, as rows of the advice's view. */
record BreakEvenView(Estimate estimate, OptionView options) {
    List<CostComparison.BreakEven> rows() {
        List<CostComparison.BreakEven> all = new ArrayList<>();
        for (Priced option : estimate.priced()) {
            BreakEven breakEven = option.breakEven();
            if (breakEven != null) {
                all.add(new CostComparison.BreakEven(
                        option.id(),
                        option.title(),
                        breakEven.exists() ? BigDecimal.valueOf(breakEven.callsPerDay()) : null,
                        text(breakEven) + middle(option, breakEven),
                        numbers(breakEven.formula()),
                        options.matters(option)));
            }
        }
        return all;
    }

    /** The formula with its numbers; the one in symbols is the same for all. */
    private static String numbers(String formula) {
        String both = BreakEven.SYMBOLS + "; ";
        return formula.startsWith(both) ? formula.substring(both.length()) : formula;
    }

    private static String text(BreakEven breakEven) {
        if (!breakEven.exists()) {
            return breakEven.reason().isEmpty() ? "at no volume." : "at no volume. " + breakEven.reason();
        }
        return breakEven.callsPerDay() <= 0
                ? "from the first call."
                : "from about " + EstimateView.volume(BigDecimal.valueOf(breakEven.callsPerDay())) + ".";
    }

    /**
     * Break-even takes the likely value of each figure, the table the middle of the simulated cases: where the two lead to opposite sides of
     * today, it is said.
     */
    private String middle(Priced option, BreakEven breakEven) {
        double total = estimate.choice().of(option.id()).total();
        double now = estimate.choice().of(estimate.today().id()).total();
        boolean beyond = breakEven.exists()
                && estimate.callsPerDay().compareTo(BigDecimal.valueOf(breakEven.callsPerDay())) >= 0;
        if (estimate.volumeAssumed() || beyond == total <= now) {
            return "";
        }
        return " That is with every figure at its likely value; in the middle of the simulated cases it costs "
                + (beyond ? "more" : "less") + " than today at " + EstimateView.volume(estimate.callsPerDay()) + ".";
    }
}
