package dev.tunewise.teams.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Plot;
import dev.tunewise.chat.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Charts that Teams draws, each with a table of the same numbers for clients that cannot. */
final class CardCharts {
    /** Colours that can be told apart by everybody; the first is grey, for what is done today. */
    private static final List<String> COLORS = List.of(
            "neutral",
            "categoricalBlue",
            "categoricalMarigold",
            "categoricalTeal",
            "categoricalPurple",
            "categoricalRed");

    private static final int POINTS = 24;
    private static final int ROWS = 2;
    private static final int NAME = 60;
    private static final int TITLE = 120;

    static ObjectNode of(String title, Plot plot) {
        ObjectNode chart = switch (plot.form()) {
            case LINES -> lines(plot);
            case BARS -> bars(plot);
        };
        // What is counted upwards stands in the heading: beside the axis it would lie over its numbers.
        chart.put("title", Markdown.plain(title, TITLE)).put("xAxisTitle", Markdown.plain(plot.x(), NAME));
        chart.set("fallback", table(title, plot));
        return chart;
    }

    private static ObjectNode lines(Plot plot) {
        ObjectNode chart = CardJson.typed("Chart.Line");
        List<ObjectNode> lines = new ArrayList<>();
        for (Plot.Series series : series(plot)) {
            ObjectNode line = CardJson.object()
                    .put("legend", Markdown.plain(series.name(), NAME))
                    .put("color", COLORS.get(lines.size()));
            line.set(
                    "values",
                    CardJson.array(some(series.points(), POINTS).stream()
                            .map(point -> number(number(CardJson.object(), "x", point.x()), "y", point.y()))
                            .toList()));
            lines.add(line);
        }
        chart.set("data", CardJson.array(lines));
        return chart;
    }

    private static ObjectNode bars(Plot plot) {
        ObjectNode chart =
                CardJson.typed("Chart.VerticalBar").put("showBarValues", true).put("color", "categoricalBlue");
        List<ObjectNode> bars = some(plot.series().getFirst().points(), POINTS).stream()
                .map(point -> number(CardJson.object().put("x", point.place()), "y", point.y()))
                .toList();
        chart.set("data", CardJson.array(bars));
        return chart;
    }

    /** Whole numbers without a point: charts have many. */
    private static ObjectNode number(ObjectNode node, String name, double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? node.put(name, (long) value)
                : node.put(name, value);
    }

    private static ObjectNode table(String title, Plot plot) {
        List<Plot.Series> shown = series(plot);
        List<String> columns = new ArrayList<>(List.of(plot.x()));
        List<Boolean> numeric = new ArrayList<>(List.of(false));
        for (Plot.Series series : shown) {
            columns.add(plot.form() == Plot.Form.BARS ? plot.y() : series.name());
            numeric.add(true);
        }
        int places = shown.getFirst().points().size();
        List<List<Text>> rows = new ArrayList<>();
        for (int place :
                some(IntStream.range(0, places).boxed().toList(), plot.form() == Plot.Form.BARS ? POINTS : ROWS)) {
            List<Text> row = new ArrayList<>();
            row.add(Text.plain(shown.getFirst().points().get(place).place()));
            for (Plot.Series series : shown) {
                row.add(Text.plain(
                        place < series.points().size()
                                ? series.points().get(place).value()
                                : ""));
            }
            rows.add(row);
        }
        return CardTables.instead(new Block.Table(title, columns, numeric, rows));
    }

    private static List<Plot.Series> series(Plot plot) {
        return plot.series().subList(0, Math.min(COLORS.size(), plot.series().size()));
    }

    /** At most so many, the first and the last among them, evenly spread. */
    private static <T> List<T> some(List<T> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<T> some = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            some.add(all.get(Math.round((float) i * (all.size() - 1) / (most - 1))));
        }
        return some;
    }
}
