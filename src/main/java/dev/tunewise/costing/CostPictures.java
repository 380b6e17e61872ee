package dev.tunewise.costing;

import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.chart.ChartStyle;
import dev.tunewise.chart.CumulativeChart;
import dev.tunewise.chart.PaybackChart;
import dev.tunewise.chart.Picture;
import dev.tunewise.chart.VolumeChart;
import dev.tunewise.chat.Plot;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.estimate.Estimator;
import dev.tunewise.cost.formula.CostCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pictures of an estimate by the keys under which answers name them. */
record CostPictures(Estimator estimator, Estimate estimate) {
    static final String BREAK_EVEN = "break-even";
    static final String PAYBACK = "payback";
    static final String CUMULATIVE = "cumulative";

    Optional<Picture> picture(String key, ChartStyle look) {
        return picture(key, key.equals(BREAK_EVEN) ? estimator.curves(estimate.facts()) : List.of(), look);
    }

    private Optional<Picture> picture(String key, List<CostCurve> curves, ChartStyle look) {
        return switch (key) {
            case BREAK_EVEN -> Optional.of(new VolumeChart(estimate, curves, look).picture());
            case PAYBACK -> PaybackChart.of(estimate, look).map(PaybackChart::picture);
            case CUMULATIVE -> Optional.of(new CumulativeChart(estimate, look).picture());
            default -> Optional.empty();
        };
    }

    private static Optional<Plot> plot(String key, CostPlots plots) {
        return switch (key) {
            case BREAK_EVEN -> Optional.of(plots.breakEven());
            case PAYBACK -> plots.payback();
            case CUMULATIVE -> Optional.of(plots.cumulative());
            default -> Optional.empty();
        };
    }

    List<CostComparison.Picture> list() {
        List<CostCurve> curves = estimator.curves(estimate.facts());
        CostPlots plots = new CostPlots(estimate, curves);
        List<CostComparison.Picture> pictures = new ArrayList<>();
        for (String key : List.of(BREAK_EVEN, PAYBACK, CUMULATIVE)) {
            picture(key, curves, ChartStyle.CHAT)
                    .ifPresent(picture -> pictures.add(new CostComparison.Picture(
                            key,
                            picture.title(),
                            picture.alternativeText(),
                            plot(key, plots).orElse(null))));
        }
        return pictures;
    }
}
