package dev.tunewise.costing;

import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.chart.ChartStyle;
import dev.tunewise.chart.EstimateCharts;
import dev.tunewise.chart.Picture;
import dev.tunewise.chat.Plot;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.estimate.Estimator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pictures of an estimate by the keys under which answers name them. */
record CostPictures(Estimator estimator, Estimate estimate) {
    static final String BREAK_EVEN = "break-even";
    static final String PAYBACK = "payback";
    static final String CUMULATIVE = "cumulative";

    Optional<Picture> picture(String key, ChartStyle look) {
        return switch (key) {
            case BREAK_EVEN ->
                Optional.of(EstimateCharts.totalByVolume(estimate, estimator.curves(estimate.facts()), look));
            case PAYBACK -> EstimateCharts.paybacks(estimate, look);
            case CUMULATIVE -> Optional.of(EstimateCharts.cumulative(estimate, look));
            default -> Optional.empty();
        };
    }

    private Optional<Plot> plot(String key) {
        CostPlots plots = new CostPlots(estimate, estimator.curves(estimate.facts()));
        return switch (key) {
            case BREAK_EVEN -> Optional.of(plots.breakEven());
            case PAYBACK -> plots.payback();
            case CUMULATIVE -> Optional.of(plots.cumulative());
            default -> Optional.empty();
        };
    }

    /** What there is to draw, in words. */
    List<CostComparison.Picture> list() {
        List<CostComparison.Picture> pictures = new ArrayList<>();
        for (String key : List.of(BREAK_EVEN, PAYBACK, CUMULATIVE)) {
            picture(key, ChartStyle.CHAT)
                    .ifPresent(picture -> pictures.add(new CostComparison.Picture(
                            key,
                            picture.title(),
                            picture.alternativeText(),
                            plot(key).orElse(null))));
        }
        return pictures;
    }
}
