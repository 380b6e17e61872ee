package dev.tunewise.cost;

import dev.tunewise.money.Rounding;
import java.math.BigDecimal;

/** Payback as the articles reckon it: what was paid once over what a month saves. */
final class GoldenPayback {
    private GoldenPayback() {}

    /** Months; infinite when nothing is saved, 0 when nothing was paid. */
    static double months(BigDecimal setup, BigDecimal saving) {
        if (saving.signum() <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        return setup.signum() <= 0 ? 0 : Rounding.divide(setup, saving).doubleValue();
    }
}
