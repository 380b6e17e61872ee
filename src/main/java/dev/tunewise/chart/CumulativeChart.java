package dev.tunewise.chart;

import dev.tunewise.cost.estimate.CostOption;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.money.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;

/** Money paid by the end of each month. */
public record CumulativeChart(Estimate estimate, ChartStyle look) {
    private static final String TITLE = "Paid by the end of each month";

    public Picture picture() {
        return new Picture(look, TITLE, alternativeText(), this::drawing);
    }

    private Drawing drawing() {
        int months = estimate.horizonMonths();
        Legend legend = new Legend(look);
        XYChart chart = new XYChart(look.width(), (int) (look.width() * (look.isNarrow() ? 0.8 : 0.46)));
        chart.setTitle(TITLE);
        chart.setXAxisTitle("months");
        Styling.apply(chart.getStyler(), look);
        chart.getStyler().setYAxisTickLabelsFormattingFunction(ChartLabels::dollars);
        chart.getStyler().setXAxisTickLabelsFormattingFunction(ChartLabels::count);
        chart.getStyler().setXAxisMin(0.0).setXAxisMax((double) months).setYAxisMin(0.0);
        chart.getStyler().setXAxisTickMarkSpacingHint(look.isNarrow() ? 50 : 70);
        List<CostOption.Priced> options = estimate.mainOptions();
        List<Integer> roles = Styling.roles(options);
        for (int i = 0; i < options.size(); i++) {
            add(chart, legend, options, roles.get(i), i);
        }
        return new Drawing(look, chart, legend);
    }

    private void add(XYChart chart, Legend legend, List<CostOption.Priced> options, int role, int index) {
        CostOption.Priced option = options.get(index);
        List<Double> at = new ArrayList<>();
        List<Double> paid = new ArrayList<>();
        for (int month = 0; month <= estimate.horizonMonths(); month++) {
            at.add((double) month);
            paid.add(estimate.paidAfter(option, month));
        }
        int every = Math.max(2, options.size());
        Styling.line(chart, option.id(), role, look, at, paid, every, index);
        String verdict = verdict(option);
        legend.line(
                Styling.color(look, role),
                Styling.stroke(look, role),
                Styling.marker(role),
                option.title() + (verdict.isEmpty() ? "" : " – " + verdict));
    }

    private static String verdict(CostOption.Priced option) {
        if (option.payback() == null) {
            return "";
        }
        double months = option.payback().likely();
        return Double.isInfinite(months) ? "never paid back" : "paid back in " + NumberFormat.months(months);
    }

    private String alternativeText() {
        int months = estimate.horizonMonths();
        return "Line chart. Money paid by the end of each month, 0 to " + months + ". "
                + estimate.mainOptions().stream()
                        .map(option -> {
                            String verdict = verdict(option);
                            return option.title() + ": "
                                    + ChartLabels.dollars(
                                            option.setup().amount().doubleValue())
                                    + " at the start, "
                                    + ChartLabels.dollars(estimate.paidAfter(option, months)) + " after " + months
                                    + " months" + (verdict.isEmpty() ? "" : ", " + verdict);
                        })
                        .collect(Collectors.joining("; "))
                + ".";
    }
}
