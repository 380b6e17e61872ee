package dev.tunewise.condition;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Finds where a straight line crosses zero. */
public final class LinearRoot {
    private static final double[] PROBES = {0, 1, 7};

    /** The value of a fact at which a balance is zero, if the balance is a straight line in it that crosses zero once. */
    public static OptionalDouble root(Condition.Balance balance, String fact, Map<String, Object> known) {
        Map<String, Object> probe = new HashMap<>(known);
        double[] at = new double[PROBES.length];
        for (int i = 0; i < PROBES.length; i++) {
            probe.put(fact, PROBES[i]);
            at[i] = balance.of(probe);
        }
        double slope = at[1] - at[0];
        boolean straight = Math.abs(at[2] - at[0] - 7 * slope) <= 1e-9 * Math.max(1, Math.abs(at[2]));
        if (slope == 0 || !Double.isFinite(slope) || !straight) {
            return OptionalDouble.empty();
        }
        double root = -at[0] / slope;
        if (!Double.isFinite(root)) {
            return OptionalDouble.empty();
        }
        double tidy = new BigDecimal(root).round(new MathContext(12)).doubleValue();
        probe.put(fact, tidy);
        double miss = Math.abs(balance.of(probe));
        probe.put(fact, root);
        return OptionalDouble.of(miss <= Math.abs(balance.of(probe)) + 1e-12 ? tidy : root);
    }
}
