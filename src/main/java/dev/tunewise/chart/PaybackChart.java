package dev.tunewise.chart;

import dev.tunewise.cost.estimate.CostOption;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.simulation.SimulationResult;
import dev.tunewise.cost.simulation.SimulationResult.OptionRisk;
import dev.tunewise.money.NumberFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;

/** How likely which payback is: bars for spans of months, then later, then never. */
public record PaybackChart(Estimate estimate, CostOption.Priced option, OptionRisk risk, ChartStyle look) {
    private static final String TITLE = "When it pays back";
    private static final int WITHIN_COLOR = 2;
    private static final int AFTER_COLOR = 1;

    /** The chart of the best tuned option; empty without a simulation or without a tuned option. */
    public static Optional<PaybackChart> of(Estimate estimate, ChartStyle look) {
        SimulationResult risk = estimate.risk();
        return estimate.bestTuning()
                .flatMap(best -> Optional.ofNullable(risk)
                        .map(known -> known.of(best.id()))
                        .map(found -> new PaybackChart(estimate, best, found, look)));
    }

    public Picture picture() {
        return new Picture(look, TITLE, alternativeText(), this::drawing);
    }

    private List<PaybackBars.Bar> bars() {
        return PaybackBars.of(risk.paybacks(), estimate.horizonMonths(), look.isNarrow() ? 6 : 12);
    }

    private Drawing drawing() {
        Legend legend = new Legend(look);
        CategoryChart chart = new CategoryChart(look.width(), (int) (look.width() * (look.isNarrow() ? 0.72 : 0.42)));
        chart.setTitle(TITLE);
        chart.setXAxisTitle("paid back within ... months");
        Styling.apply(chart.getStyler(), look);
        chart.getStyler().setYAxisTickLabelsFormattingFunction(share -> Math.round(share) + " %");
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler().setOverlapped(true);
        chart.getStyler().setAvailableSpaceFill(0.8);
        chart.getStyler().setPlotGridVerticalLinesVisible(false);
        chart.getStyler().setXAxisTickMarkSpacingHint(look.isNarrow() ? 20 : 40);
        List<PaybackBars.Bar> bars = bars();
        series(chart, "within", bars, true, WITHIN_COLOR);
        series(chart, "after", bars, false, AFTER_COLOR);
        double share = risk.paybackWithinHorizon();
        legend.box(
                Styling.color(look, WITHIN_COLOR),
                ChartLabels.percent(share) + " of the simulated cases within " + estimate.horizonMonths() + " months – "
                        + option.title());
        legend.box(Styling.color(look, AFTER_COLOR), ChartLabels.percent(1 - share) + " later or never");
        return new Drawing(look, chart, legend);
    }

    private void series(CategoryChart chart, String name, List<PaybackBars.Bar> bars, boolean within, int color) {
        List<String> labels = bars.stream().map(PaybackBars.Bar::label).toList();
        List<Double> shares = bars.stream()
                .map(bar -> bar.within() == within ? 100 * bar.share() : 0.0)
                .toList();
        CategorySeries series = chart.addSeries(name, labels, shares);
        series.setFillColor(Styling.color(look, color));
    }

    private String alternativeText() {
        return "Bar chart. When " + option.title() + " pays back: " + ChartLabels.percent(risk.paybackWithinHorizon())
                + " of the simulated cases within " + estimate.horizonMonths() + " months; "
                + quantiles(risk.payback()) + "."
                + bars().stream().map(PaybackChart::told).collect(Collectors.joining());
    }

    private static String told(PaybackBars.Bar bar) {
        String when = bar.label().matches("\\d+") ? "Up to month " + bar.label() : bar.label();
        return " " + when + ": " + ChartLabels.percent(bar.share()) + ".";
    }

    private static String quantiles(SimulationResult.Quantiles payback) {
        String some = within("one in ten", payback.p10());
        return Double.isInfinite(payback.p10())
                ? some
                : some + "; " + within("half of them", payback.p50()) + "; " + within("nine in ten", payback.p90());
    }

    private static String within(String share, double months) {
        return Double.isInfinite(months)
                ? "fewer than " + share + " ever"
                : share + " in " + NumberFormat.months(months) + " or less";
    }
}
