package dev.tunewise.flowfile.yaml;

import dev.tunewise.diagnostics.Position;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The text of a file, by offset in code points and by line. */
public final class SourceText {
    private final String file;
    private final int[] points;
    private final List<String> lines;
    /** The offset at which each line begins. */
    private final int[] begins;

    SourceText(String file, String text) {
        this.file = file;
        this.points = text.codePoints().toArray();
        this.lines = text.lines().toList();
        this.begins = IntStream.rangeClosed(0, points.length)
                .filter(i -> i == 0 || endsLine(i - 1))
                .toArray();
    }

    int[] points() {
        return points;
    }

    /** A line from 1, or an empty text beyond the end. */
    public String line(int number) {
        return number <= lines.size() ? lines.get(number - 1) : "";
    }

    Position position(int offset) {
        int at = Math.clamp(offset, 0, points.length);
        int found = Arrays.binarySearch(begins, at);
        int line = found >= 0 ? found : -found - 2;
        return new Position(file, line + 1, at - begins[line] + 1);
    }

    private boolean endsLine(int at) {
        return points[at] == '\n' || (points[at] == '\r' && (at + 1 == points.length || points[at + 1] != '\n'));
    }
}
