package dev.tunewise.chart;

import dev.tunewise.cost.estimate.CostOption;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Gives a chart its colours, letters, dashes and markers. */
final class Styling {
    private static final int OTHERS = 5;
    private static final Color INVISIBLE = new Color(0, 0, 0, 0);
    private static final List<Marker> MARKERS = List.of(
            SeriesMarkers.CIRCLE,
            SeriesMarkers.SQUARE,
            SeriesMarkers.TRIANGLE_UP,
            SeriesMarkers.DIAMOND,
            SeriesMarkers.TRIANGLE_DOWN,
            SeriesMarkers.CROSS);
    private static final List<float[]> DASHES = List.of(
            new float[0],
            new float[] {12, 5},
            new float[] {4, 4},
            new float[] {12, 4, 3, 4},
            new float[] {2, 6},
            new float[] {20, 6});

    static void apply(AxesChartStyler styler, ChartStyle look) {
        Theme theme = look.theme();
        Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, look.textSize());
        styler.setBaseFont(plain);
        styler.setChartTitleFont(plain.deriveFont(Font.BOLD, look.textSize() + 2f));
        styler.setChartTitleFontColor(theme.ink());
        styler.setChartTitleBoxVisible(false);
        styler.setChartBackgroundColor(theme.background());
        styler.setChartFontColor(theme.ink());
        styler.setChartPadding(look.isNarrow() ? 8 : 16);
        styler.setPlotBackgroundColor(theme.background());
        styler.setPlotBorderVisible(false);
        styler.setPlotMargin(0);
        styler.setPlotContentSize(look.isNarrow() ? 0.92 : 0.95);
        styler.setPlotGridLinesColor(theme.grid());
        styler.setPlotGridLinesStroke(new BasicStroke(0.8f));
        styler.setAxisTickLabelsFont(plain);
        styler.setAxisTickLabelsColor(theme.ink());
        styler.setAxisTickMarksColor(theme.grid());
        styler.setAxisTitleFont(plain);
        styler.setXAxisTitleColor(theme.ink());
        styler.setYAxisTitleVisible(false);
        styler.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
        styler.setLegendVisible(false);
        styler.setMarkerSize(markerSize(look));
        styler.setAntiAlias(true);
    }

    /** Every kind of option has its own colour, dash and marker in every picture. */
    static int role(CostOption option) {
        if (option.isTraining()) {
            return 3;
        }
        return switch (option.lever()) {
            case "stay" -> 0;
            case "classifier" -> 2;
            default -> 1;
        };
    }

    /** The role of each option, and one that is free where another has it already, so that no two lines look the same. */
    static List<Integer> roles(List<? extends CostOption> options) {
        List<Integer> roles = new ArrayList<>();
        for (CostOption option : options) {
            int role = role(option);
            for (int other = 1; roles.contains(role) && other <= OTHERS; other++) {
                role = other;
            }
            roles.add(role);
        }
        return roles;
    }

    static int markerSize(ChartStyle look) {
        return look.isNarrow() ? 8 : 11;
    }

    static Color color(ChartStyle look, int index) {
        return look.theme().line(index);
    }

    static Marker marker(int index) {
        return MARKERS.get(index % MARKERS.size());
    }

    static BasicStroke stroke(ChartStyle look, int index) {
        float width = look.isNarrow() ? 2.2f : 3f;
        float[] dash = DASHES.get(index % DASHES.size());
        return dash.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    static BasicStroke thinDots() {
        return new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {2, 4}, 0);
    }

    /** A line, and markers on some of its points only, so that lines on top of each other stay apart. */
    static void line(
            XYChart chart,
            String name,
            int index,
            ChartStyle look,
            List<Double> x,
            List<Double> y,
            int every,
            int phase) {
        XYSeries line = chart.addSeries(name, x, y);
        line.setLineColor(color(look, index));
        line.setLineStyle(stroke(look, index));
        line.setMarker(SeriesMarkers.NONE);
        List<Double> someX = every(x, every, phase);
        if (!someX.isEmpty()) {
            points(chart, name + " markers", marker(index), color(look, index), someX, every(y, every, phase));
        }
    }

    static void points(XYChart chart, String name, Marker marker, Color color, List<Double> x, List<Double> y) {
        XYSeries points = chart.addSeries(name, x, y);
        points.setLineColor(INVISIBLE);
        points.setLineStyle(new BasicStroke(0));
        points.setMarker(marker);
        points.setMarkerColor(color);
    }

    private static List<Double> every(List<Double> values, int every, int phase) {
        return IntStream.range(0, values.size())
                .filter(i -> i % every == phase % every)
                .mapToObj(values::get)
                .toList();
    }
}
