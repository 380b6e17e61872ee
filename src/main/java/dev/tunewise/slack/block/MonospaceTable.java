package dev.tunewise.slack.block;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import java.util.ArrayList;
import java.util.List;

/** A table as lines of text, each column as wide as its widest cell. */
public final class MonospaceTable {
    private static final int WIDEST = 32;
    private static final int COLUMNS = 8;

    public static String of(Block.Table table, List<List<Text>> rows) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(table.columns());
        rows.forEach(row -> cells.add(row.stream().map(Text::characters).toList()));
        int columns = Math.min(table.columns().size(), COLUMNS);
        int[] widths = new int[columns];
        for (List<String> row : cells) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], cell(row, column).length());
            }
        }
        StringBuilder lines = new StringBuilder();
        for (List<String> row : cells) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                boolean number = table.isNumeric(column);
                String padding = " ".repeat(widths[column] - cell(row, column).length());
                line.append(column == 0 ? "" : "  ")
                        .append(number ? padding : "")
                        .append(cell(row, column))
                        .append(number ? "" : padding);
            }
            lines.append(line.toString().stripTrailing()).append('\n');
        }
        return lines.toString().stripTrailing();
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? Truncate.to(row.get(column).replace('\n', ' '), WIDEST) : "";
    }
}
