package dev.tunewise.chart;

import dev.tunewise.cost.Curve;
import dev.tunewise.cost.Estimate;
import java.util.List;
import java.util.Optional;

/** The pictures of an estimate. */
public final class Charts {
    private Charts() {}

    /** Total cost over the horizon by calls a day for the options that matter, with the volumes from which they beat today. */
    public static Picture totalByVolume(Estimate estimate, List<Curve> curves, Look look) {
        return new VolumeChart(estimate, curves, look).picture();
    }

    /** How likely which payback of the best tuned option is; empty without a simulation or without a tuned option. */
    public static Optional<Picture> paybacks(Estimate estimate, Look look) {
        return PaybackChart.of(estimate, look).map(PaybackChart::picture);
    }

    /** What is paid by the end of each month for the options that matter. */
    public static Picture cumulative(Estimate estimate, Look look) {
        return new CumulativeChart(estimate, look).picture();
    }
}
