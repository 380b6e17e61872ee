package dev.tunewise.chart;

import dev.tunewise.cost.estimate.CostOption;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.formula.BreakEven;
import dev.tunewise.cost.formula.CostCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.XYChart;

/**
 * Total cost by volume as a share of what today's way costs there: contenders that lie on each other on two logarithmic axes stand apart, and a
 * break-even is where a line passes 100 %.
 */
public final class VolumeChart {
    private static final double DECADE = 10;
    private static final double LEAST = 1;
    private static final double MOST = 1e7;
    /** Further above today nobody needs to tell one from another. */
    private static final double TOP = 200;

    private static final int BREAK_EVEN_COLOR = 4;
    private static final int POINTS_PER_DECADE = 10;
    /** About so many markers on a line. */
    private static final int MARKERS = 6;

    private final Estimate estimate;
    private final ChartStyle look;
    private final List<Line> lines;
    private final double from;
    private final double to;

    private record Line(CostOption.Priced option, CostCurve curve) {
        double breakEven() {
            BreakEven found = option.breakEven();
            return found == null ? Double.POSITIVE_INFINITY : found.callsPerDay();
        }

        boolean crosses() {
            return Double.isFinite(breakEven()) && breakEven() >= 1;
        }

        String verdict(String unit) {
            if (option.breakEven() == null) {
                return "";
            }
            return crosses()
                    ? "cheaper from " + ChartLabels.exactCount(breakEven()) + " " + unit
                    : breakEven() < 1 ? "cheaper at any volume" : "never cheaper";
        }

        /** The total at a volume, between the points of the curve. */
        double at(double volume) {
            List<Double> calls = curve.callsPerDay();
            for (int i = 1; i < calls.size(); i++) {
                if (volume <= calls.get(i)) {
                    double part = Math.log(volume / calls.get(i - 1)) / Math.log(calls.get(i) / calls.get(i - 1));
                    return Math.exp((1 - part) * Math.log(curve.total().get(i - 1))
                            + part * Math.log(curve.total().get(i)));
                }
            }
            return curve.total().getLast();
        }
    }

    public VolumeChart(Estimate estimate, List<CostCurve> curves, ChartStyle look) {
        this.estimate = estimate;
        this.look = look;
        lines = estimate.mainOptions().stream()
                .flatMap(option -> curves.stream()
                        .filter(curve -> curve.optionId().equals(option.id()))
                        .map(curve -> new Line(option, curve)))
                .toList();
        double least = volume();
        double most = volume();
        for (Line line : lines) {
            if (line.crosses()) {
                least = Math.min(least, line.breakEven());
                most = Math.max(most, line.breakEven());
            }
        }
        from = Math.clamp(power(Math.floor(Math.log10(least / 2))), LEAST, MOST / DECADE);
        to = Math.clamp(power(Math.ceil(Math.log10(most * 2))), from * DECADE, MOST);
    }

    public Picture picture() {
        return new Picture(look, title(), alternativeText(title()), this::drawing);
    }

    private String title() {
        return estimate.horizonMonths() + "-month cost, by calls a day";
    }

    private Drawing drawing() {
        Legend legend = new Legend(look);
        int height = (int) (look.width() * (look.isNarrow() ? 0.86 : 0.5));
        XYChart chart = new XYChart(look.width(), height);
        chart.setTitle(title());
        chart.setXAxisTitle("calls a day");
        Styling.apply(chart.getStyler(), look);
        chart.getStyler().setXAxisLogarithmic(true);
        chart.getStyler().setXAxisLogarithmicDecadeOnly(true);
        chart.getStyler().setXAxisTickLabelsFormattingFunction(ChartLabels::count);
        chart.getStyler().setYAxisTickLabelsFormattingFunction(share -> Math.round(share) + " %");
        chart.getStyler().setXAxisMin(from).setXAxisMax(to);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(TOP);
        List<Integer> roles = Styling.roles(lines.stream().map(Line::option).toList());
        for (int i = 0; i < lines.size(); i++) {
            add(chart, legend, lines.get(i), roles.get(i), i);
        }
        addBreakEvens(chart, legend);
        markVolume(chart, legend);
        return new Drawing(look, chart, legend);
    }

    private void add(XYChart chart, Legend legend, Line line, int role, int index) {
        List<Double> calls = new ArrayList<>();
        List<Double> total = new ArrayList<>();
        for (int i = 0; i < line.curve().callsPerDay().size(); i += step()) {
            double volume = line.curve().callsPerDay().get(i);
            double share = share(line, volume);
            if (volume >= from * 0.999 && volume <= to * 1.001 && share <= TOP) {
                calls.add(volume);
                total.add(share);
            }
        }
        if (calls.isEmpty()) {
            calls.add(to);
            total.add(TOP);
        }
        int apart = Math.max(lines.size(), calls.size() / MARKERS);
        Styling.line(chart, line.option().id(), role, look, calls, total, apart, index * apart / lines.size());
        String verdict = line.verdict("a day");
        legend.line(
                Styling.color(look, role),
                Styling.stroke(look, role),
                Styling.marker(role),
                line.option().title() + (verdict.isEmpty() ? " = 100 %" : " – " + verdict));
    }

    /** What a way costs at a volume, in percent of what today's costs there. */
    private double share(Line line, double volume) {
        double today = lines.getFirst().at(volume);
        return today > 0 ? 100 * line.at(volume) / today : line.at(volume) > 0 ? Double.POSITIVE_INFINITY : 100;
    }

    /** Points to go on by: the library starts a new dash at every point, so points must be further apart than dashes. */
    private int step() {
        double pixels = look.width() * 0.8 / (POINTS_PER_DECADE * Math.log10(to / from));
        return pixels > 20 ? 1 : pixels > 10 ? 2 : 5;
    }

    private void addBreakEvens(XYChart chart, Legend legend) {
        List<Double> calls = new ArrayList<>();
        List<Double> total = new ArrayList<>();
        for (Line line : lines) {
            if (line.crosses() && line.breakEven() >= from && line.breakEven() <= to) {
                calls.add(line.breakEven());
                total.add(100.0);
            }
        }
        if (!calls.isEmpty()) {
            RingMarker ring = new RingMarker(look.theme().background());
            Styling.points(chart, "break-even", ring, Styling.color(look, BREAK_EVEN_COLOR), calls, total);
            legend.point(Styling.color(look, BREAK_EVEN_COLOR), ring, "break-even with today");
        }
    }

    private void markVolume(XYChart chart, Legend legend) {
        chart.addAnnotation(new AnnotationLine(volume(), true, false));
        chart.getStyler().setAnnotationLineColor(look.theme().ink());
        chart.getStyler().setAnnotationLineStroke(Styling.thinDots());
        legend.line(
                look.theme().ink(),
                Styling.thinDots(),
                null,
                ChartLabels.exactCount(volume()) + " calls a day"
                        + (estimate.volumeAssumed() ? ", assumed" : ", your volume"));
    }

    private double volume() {
        return Math.max(LEAST, estimate.callsPerDay().doubleValue());
    }

    private String alternativeText(String title) {
        String options = lines.stream()
                .map(line -> {
                    String verdict = line.verdict("calls a day");
                    return line.option().title() + " "
                            + ChartLabels.dollars(
                                    estimate.choice().of(line.option().id()).total())
                            + (verdict.isEmpty() ? "" : " (" + verdict + ")");
                })
                .collect(Collectors.joining("; "));
        return "Line chart, in percent of what today's way costs; calls on a logarithmic axis. " + title + ", from "
                + ChartLabels.count(from) + " to "
                + ChartLabels.count(to)
                + ". At " + ChartLabels.exactCount(volume()) + " calls a day"
                + (estimate.volumeAssumed() ? " (assumed)" : "")
                + ": "
                + options + ".";
    }

    private static double power(double exponent) {
        return Math.pow(DECADE, exponent);
    }
}
