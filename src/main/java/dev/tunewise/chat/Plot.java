package dev.tunewise.chat;

import java.util.List;

/**
 * What a picture shows as numbers, for channels that draw charts themselves, and for a table in the place of one.
 *
 * @param x what is counted to the right, for example `months`
 * @param y what is counted upwards, with its unit, for example `US dollars`
 * @param series the lines, or the one row of bars; all with the same places
 */
public record Plot(Form form, String x, String y, List<Series> series) {
    public enum Form {
        LINES,
        BARS
    }

    /** A line, or a row of bars. */
    public record Series(String name, List<Point> points) {}

    /**
     * A point of a line, or a bar.
     *
     * @param x place to the right; for bars their number
     * @param place the place as people read it, for example `10 k`
     * @param value the height as people read it, for example `$1,200`
     */
    public record Point(double x, double y, String place, String value) {}
}
