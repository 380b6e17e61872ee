package dev.tunewise.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.style.markers.Marker;

/**
 * The key under a chart. The library's own cuts long names off; this one wraps them, over the whole width, so that they can be read on
 * a phone.
 */
final class Legend {
    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    private final ChartStyle look;
    private final List<Entry> entries = new ArrayList<>();

    /** A sample and what it stands for. */
    private record Entry(
            Color color,
            @Nullable BasicStroke stroke,
            @Nullable Marker marker,
            List<String> lines) {}

    Legend(ChartStyle look) {
        this.look = look;
    }

    void line(Color color, BasicStroke stroke, @Nullable Marker marker, String text) {
        entries.add(new Entry(color, stroke, marker, wrapped(text)));
    }

    void point(Color color, Marker marker, String text) {
        entries.add(new Entry(color, null, marker, wrapped(text)));
    }

    void box(Color color, String text) {
        entries.add(new Entry(color, null, null, wrapped(text)));
    }

    int height() {
        int lines = entries.stream().mapToInt(entry -> entry.lines().size()).sum();
        return lines * lineHeight() + entries.size() * gap() + margin();
    }

    /** Draws it with its top at this height. */
    void draw(Graphics2D graphics, int top) {
        graphics.setFont(font());
        int y = top;
        for (Entry entry : entries) {
            sample(graphics, entry, y + lineHeight() / 2.0);
            graphics.setColor(look.theme().ink());
            for (String text : entry.lines()) {
                graphics.drawString(text, textStart(), y + ascent());
                y += lineHeight();
            }
            y += gap();
        }
    }

    private void sample(Graphics2D graphics, Entry entry, double middle) {
        graphics.setColor(entry.color());
        if (entry.stroke() != null) {
            graphics.setStroke(entry.stroke());
            graphics.draw(new Line2D.Double(margin(), middle, margin() + sampleWidth(), middle));
        }
        if (entry.marker() != null) {
            entry.marker().paint(graphics, margin() + sampleWidth() / 2.0, middle, Styling.markerSize(look));
        }
        if (entry.stroke() == null && entry.marker() == null) {
            double side = look.textSize();
            graphics.fill(new Rectangle2D.Double(margin() + (sampleWidth() - side) / 2, middle - side / 2, side, side));
        }
    }

    private List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int room = look.width() - textStart() - margin();
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer) > room) {
                lines.add(line.toString());
                line = new StringBuilder(word);
            } else {
                line = new StringBuilder(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private double width(String text) {
        return font().getStringBounds(text, METRICS).getWidth();
    }

    private Font font() {
        return new Font(Font.SANS_SERIF, Font.PLAIN, look.textSize());
    }

    private int ascent() {
        return Math.round(look.textSize() * 1.05f);
    }

    private int lineHeight() {
        return Math.round(look.textSize() * 1.3f);
    }

    private int gap() {
        return look.isNarrow() ? 5 : 8;
    }

    private int margin() {
        return look.isNarrow() ? 12 : 24;
    }

    private int sampleWidth() {
        return look.isNarrow() ? 36 : 52;
    }

    private int textStart() {
        return margin() + sampleWidth() + 10;
    }
}
