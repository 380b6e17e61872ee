package dev.tunewise.flowfile.yaml;

import dev.tunewise.diagnostics.Position;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Where the characters of a scalar stand in its file. Quotes, escapes, folded lines and the indentation of blocks make the value differ from
 * the text of the file, so the text is read again beside the value.
 */
public record ScalarPositions(SourceText source, ScalarStyle style, int from, int to) {
    static ScalarPositions of(SourceText source, ScalarStyle style, Mark from, Mark to) {
        return new ScalarPositions(source, style, from.getIndex(), to.getIndex());
    }

    /**
     * Only asked for where something is said about the scalar, so that reading a file does not trace each of them. Empty where value and file do
     * not agree.
     */
    private int[] places(String value) {
        int[] file = source.points();
        int[] wanted = value.codePoints().toArray();
        int[] places = new int[wanted.length];
        int at = begin(file);
        for (int i = 0; i < wanted.length; i++) {
            boolean blank = isBlank(wanted[i]);
            while (!blank && at < to && (isBlank(file[at]) || isEscapedBlank(file, at))) {
                at += width(file, at);
            }
            if (!blank && (at >= to || !isEscaped(file, at) && file[at] != wanted[i])) {
                return new int[0];
            }
            places[i] = at;
            // What stands for a line break is left for the next letter to step over.
            at += at < to && (isEscaped(file, at) || file[at] == wanted[i]) ? width(file, at) : 0;
        }
        return places;
    }

    /** Behind the quote, or the line with the sign of a block. */
    private int begin(int[] file) {
        int at = from;
        switch (style) {
            case PLAIN, JSON_SCALAR_STYLE -> {}
            case SINGLE_QUOTED, DOUBLE_QUOTED -> at++;
            case LITERAL, FOLDED -> {
                while (at < to && file[at] != '\n' && file[at] != '\r') {
                    at++;
                }
            }
        }
        return at;
    }

    private boolean isEscaped(int[] file, int at) {
        return style == ScalarStyle.DOUBLE_QUOTED && file[at] == '\\'
                || style == ScalarStyle.SINGLE_QUOTED && file[at] == '\'';
    }

    /** A space or a line break that is written as an escape, or a line that is broken in the file alone. */
    private boolean isEscapedBlank(int[] file, int at) {
        return style == ScalarStyle.DOUBLE_QUOTED && isEscaped(file, at) && " \tnr\n\r".indexOf(file[at + 1]) >= 0;
    }

    private int width(int[] file, int at) {
        return !isEscaped(file, at)
                ? 1
                : switch (file[at + 1]) {
                    case 'x' -> 4;
                    case 'u' -> 6;
                    case 'U' -> 10;
                    default -> 2;
                };
    }

    private static boolean isBlank(int point) {
        return point == ' ' || point == '\t' || point == '\n' || point == '\r';
    }

    /** The place in the file of a line and column of the value, both from 1. */
    public Position at(String value, int line, int column) {
        int[] places = places(value);
        int[] points = value.codePoints().toArray();
        int offset = 0;
        for (int seen = 1; seen < line && offset < points.length; offset++) {
            if (points[offset] == '\n') {
                seen++;
            }
        }
        offset += column - 1;
        if (places.length == 0) {
            return source.position(from);
        }
        return offset < places.length
                ? source.position(places[offset])
                : source.position(places[places.length - 1] + 1);
    }
}
