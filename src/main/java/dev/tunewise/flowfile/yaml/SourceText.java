package dev.tunewise.flowfile.yaml;

import dev.tunewise.diagnostics.Position;
import java.util.List;

/** The text of a file, by offset in code points and by line. */
public final class SourceText {
    private final String file;
    private final int[] points;
    private final List<String> lines;

    SourceText(String file, String text) {
        this.file = file;
        this.points = text.codePoints().toArray();
        this.lines = text.lines().toList();
    }

    int[] points() {
        return points;
    }

    /** A line from 1, or an empty text beyond the end. */
    public String line(int number) {
        return number <= lines.size() ? lines.get(number - 1) : "";
    }

    Position position(int offset) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < Math.min(offset, points.length); i++) {
            if (points[i] == '\n' || (points[i] == '\r' && (i + 1 == points.length || points[i + 1] != '\n'))) {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return new Position(file, line, column);
    }
}
