package dev.tunewise.teams.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import java.util.ArrayList;
import java.util.List;

/** Tables, with a stand-in in lines for clients that know none. */
final class Tables {
    private static final int CELL = 200;

    private Tables() {}

    static ObjectNode of(Block.Table table, List<List<Text>> rows, Detail detail) {
        ObjectNode element = Nodes.typed("Table").put("firstRowAsHeaders", true).put("showGridLines", true);
        List<ObjectNode> columns = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            ObjectNode definition = Nodes.object().put("width", column == 0 ? 2 : 1);
            if (isNumeric(table, column)) {
                definition.put("horizontalCellContentAlignment", "Right");
            }
            columns.add(definition);
        }
        element.set("columns", Nodes.array(columns));
        List<ObjectNode> drawn = new ArrayList<>();
        drawn.add(row(table, table.columns().stream().map(Text::strong).toList()));
        rows.forEach(row -> drawn.add(row(table, row)));
        element.set("rows", Nodes.array(drawn));
        element.set("fallback", Nodes.container(lines(table, rows)));
        return element;
    }

    private static ObjectNode row(Block.Table table, List<Text> cells) {
        List<ObjectNode> drawn = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            ObjectNode text = Nodes.text(Markdown.of(cells.get(column), CELL)).put("size", "Small");
            if (isNumeric(table, column)) {
                text.put("horizontalAlignment", "Right");
            }
            ObjectNode cell = Nodes.typed("TableCell");
            cell.set("items", Nodes.array(List.of(text)));
            drawn.add(cell);
        }
        ObjectNode row = Nodes.typed("TableRow");
        row.set("cells", Nodes.array(drawn));
        return row;
    }

    private static boolean isNumeric(Block.Table table, int column) {
        return column < table.numeric().size() && table.numeric().get(column);
    }

    private static List<ObjectNode> lines(Block.Table table, List<List<Text>> rows) {
        List<ObjectNode> lines = new ArrayList<>();
        for (List<Text> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = Markdown.of(row.get(column), CELL);
                if (column == 0) {
                    line.append(cell);
                } else {
                    line.append(" · ")
                            .append(Markdown.escaped(table.columns().get(column)))
                            .append(": ")
                            .append(cell);
                }
            }
            lines.add(Nodes.text(line.toString()).put("size", "Small"));
        }
        return lines;
    }
}
