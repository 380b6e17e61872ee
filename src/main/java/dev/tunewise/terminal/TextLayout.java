package dev.tunewise.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines of a certain width: wraps text, sets tables, and marks it bold or dim where the terminal can. */
final class TextLayout {
    private static final int GAP = 2;

    private final int width;
    private final boolean styled;
    private final List<String> lines = new ArrayList<>();

    TextLayout(int width, boolean styled) {
        this.width = width;
        this.styled = styled;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Sets rows in columns, the first row being the headings; where they are too wide, each row with its headings below each other. */
    void table(List<List<String>> rows, List<Boolean> numeric, String indent) {
        int columns = numeric.size();
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        if (indent.length() + IntStream.of(widths).sum() + GAP * (columns - 1) > width) {
            rows.stream().skip(1).forEach(row -> stacked(rows.getFirst(), row, indent));
            return;
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < columns; i++) {
                String cell = row.get(i);
                String padding = " ".repeat(widths[i] - cell.length());
                line.append(numeric.get(i) ? padding + cell : cell + padding).append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
    }

    private void stacked(List<String> headings, List<String> row, String indent) {
        wrap(indent, bold(row.getFirst()));
        String rest = IntStream.range(1, row.size())
                .filter(i -> !row.get(i).isEmpty())
                .mapToObj(i -> headings.get(i) + ": " + row.get(i))
                .collect(Collectors.joining("; "));
        wrap(indent + "  ", rest);
    }

    /** An empty line, unless there is one. */
    void blank() {
        if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
            lines.add("");
        }
    }

    /** A line that is never broken, such as code. */
    void whole(String line) {
        lines.add(line);
    }

    String bold(String text) {
        return styled ? "\u001B[1m" + text + "\u001B[0m" : text;
    }

    String dim(String text) {
        return styled ? "\u001B[2m" + text + "\u001B[0m" : text;
    }

    void wrap(String indent, String text) {
        wrap(indent, "", text);
    }

    /** Wraps text behind a mark, under which the lines that follow are set. */
    void wrap(String indent, String mark, String text) {
        String first = indent + mark;
        String rest = indent + " ".repeat(mark.length());
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder(first);
            int used = first.length();
            boolean begun = false;
            for (String word : paragraph.split(" ", -1)) {
                int length = visible(word);
                if (begun && used + 1 + length > width) {
                    lines.add(line.toString().stripTrailing());
                    line = new StringBuilder(rest);
                    used = rest.length();
                    begun = false;
                }
                line.append(begun ? " " : "").append(word);
                used += length + (begun ? 1 : 0);
                begun = true;
            }
            lines.add(line.toString().stripTrailing());
            first = rest;
        }
    }

    private static int visible(String word) {
        return word.replaceAll("\u001B\\[\\d+m", "").length();
    }
}
