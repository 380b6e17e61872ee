package dev.tunewise.cost.formula;

/**
 * Calls a day from which an option beats today over the horizon, set-up included.
 *
 * @param callsPerDay 0 when it does so from the first call; infinite when it never does
 * @param formula the formula and the formula with its numbers
 * @param reason why there is none, or empty
 */
public record BreakEven(double callsPerDay, String formula, String reason) {
    /** The formula in symbols: F fixed cost a month, U set-up, N months, c cost per call, a share right, E cost of an error. */
    public static final String SYMBOLS =
            "V = (F_new - F_now + U / N) / (c_now - c_new + (a_new - a_now) × E), a month; V / 30 a day";

    public boolean exists() {
        return Double.isFinite(callsPerDay);
    }
}
