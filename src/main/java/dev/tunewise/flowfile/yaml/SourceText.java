package dev.tunewise.flowfile.yaml;

import dev.tunewise.diagnostics.Position;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The text of a file, by offset in code points and by line. */
public final class SourceText {
    private final String file;
    private final String text;
    private final int length;
    /** The offset at which each line begins. */
    private final int[] begins;

    SourceText(String file, String text) {
        this.file = file;
        this.text = text;
        int[] points = points();
        this.length = points.length;
        this.begins = IntStream.rangeClosed(0, length)
                .filter(i -> i == 0 || endsLine(points, i - 1))
                .toArray();
    }

    /** Made again each time: a file is read once, and its text is kept for its problems. */
    int[] points() {
        return text.codePoints().toArray();
    }

    /** A line from 1, or an empty text beyond the end. */
    public String line(int number) {
        return text.lines().skip(number - 1L).findFirst().orElse("");
    }

    Position position(int offset) {
        int at = Math.clamp(offset, 0, length);
        int found = Arrays.binarySearch(begins, at);
        int line = found >= 0 ? found : -found - 2;
        return new Position(file, line + 1, at - begins[line] + 1);
    }

    private static boolean endsLine(int[] points, int at) {
        return points[at] == '\n' || (points[at] == '\r' && (at + 1 == points.length || points[at + 1] != '\n'));
    }
}
