package dev.tunewise.chart;

import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.formula.CostCurve;
import java.util.List;
import java.util.Optional;

/** The pictures of an estimate. */
public final class EstimateCharts {
    /** Total cost over the horizon by calls a day for the options that matter, with the volumes from which they beat today. */
    public static Picture totalByVolume(Estimate estimate, List<CostCurve> curves, ChartStyle look) {
        return new VolumeChart(estimate, curves, look).picture();
    }

    /** How likely which payback of the best tuned option is; empty without a simulation or without a tuned option. */
    public static Optional<Picture> paybacks(Estimate estimate, ChartStyle look) {
        return PaybackChart.of(estimate, look).map(PaybackChart::picture);
    }

    /** What is paid by the end of each month for the options that matter. */
    public static Picture cumulative(Estimate estimate, ChartStyle look) {
        return new CumulativeChart(estimate, look).picture();
    }
}
