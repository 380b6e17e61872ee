package dev.tunewise.chart;

import dev.tunewise.cost.simulation.SimulationResult;
import java.util.ArrayList;
import java.util.List;

/** How likely which payback is, for bars: spans of months, then later, then never. */
public final class PaybackBars {
    private static final int[] SPANS = {1, 2, 3, 6, 12};

    /** `label`: the last month of its span, `later` or `never`. */
    public record Bar(String label, double share, boolean within) {}

    /** `horizon`: in months. `most`: spans of months at most. */
    public static List<Bar> of(SimulationResult.Histogram paybacks, int horizon, int most) {
        List<Double> months = paybacks.shares();
        int span = span(paybacks, horizon, most);
        List<Bar> bars = new ArrayList<>();
        for (int start = 0; start < months.size() && bars.size() < most; start += span) {
            int end = Math.min(start + span, months.size());
            bars.add(new Bar(String.valueOf(end), sum(months.subList(start, end)), end <= horizon));
        }
        List<Double> rest = months.subList(Math.min(months.size(), most * span), months.size());
        bars.add(new Bar("later", paybacks.later() + sum(rest), false));
        bars.add(new Bar("never", paybacks.never(), false));
        return bars;
    }

    /** The smallest span that divides the horizon and shows nine in ten of the paybacks, or twice the horizon. */
    private static int span(SimulationResult.Histogram paybacks, int horizon, int most) {
        List<Double> months = paybacks.shares();
        for (int span : SPANS) {
            double shown = sum(months.subList(0, Math.min(months.size(), span * most)));
            if (horizon % span == 0 && shown >= 0.9 * (1 - paybacks.never())) {
                return span;
            }
        }
        return Math.max(1, 2 * horizon / most);
    }

    private static double sum(List<Double> shares) {
        return shares.stream().mapToDouble(share -> share).sum();
    }
}
