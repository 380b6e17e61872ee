package dev.tunewise.flowfile.yaml;

import dev.tunewise.diagnostics.Position;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Where the characters of a scalar stand in its file. Quotes, escapes, folded lines and the indentation of blocks make the value differ from
 * the text of the file, so the text is read again beside the value.
 */
public final class ScalarPositions {
    private final SourceText source;
    private final ScalarStyle style;
    private final int from;
    private final int to;

    private ScalarPositions(SourceText source, ScalarStyle style, int from, int to) {
        this.source = source;
        this.style = style;
        this.from = from;
        this.to = to;
    }

    static ScalarPositions of(SourceText source, ScalarStyle style, Mark from, Mark to) {
        return new ScalarPositions(source, style, from.getIndex(), to.getIndex());
    }

    /** Only asked for where something is said about the scalar, so that reading a file does not trace each of them. */
    private int[] places(String value) {
        ScalarTrace trace = new ScalarTrace(source.points(), from, to);
        switch (style) {
            case PLAIN, JSON_SCALAR_STYLE -> trace.flow(0);
            case SINGLE_QUOTED -> trace.flow('\'');
            case DOUBLE_QUOTED -> trace.flow('"');
            case LITERAL -> trace.block(false);
            case FOLDED -> trace.block(true);
        }
        return trace.placesOf(value);
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
