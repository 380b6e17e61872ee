package dev.tunewise.teams.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Tables, with a stand-in in lines for clients that know none. */
final class CardTables {
    private static final int CELL = 200;
    private static final int MOST_COLUMNS = 4;

    /** A table that stands for something else already; where there are no tables either, it is left out. */
    static ObjectNode instead(Block.Table table) {
        return of(table, table.rows(), CardTables::light, TextNode.valueOf("drop"));
    }

    /**
     * A table, or with many columns its rows as paragraphs: beside a channel or on a phone a card is some 400 pixels wide, and seven figures in
     * sixty of them break into crumbs. `targetWidth` does not help, since clients disagree about what is wide.
     */
    static ObjectNode of(Block.Table table, List<List<Text>> rows) {
        ObjectNode lines = CardJson.container(lines(table, rows));
        return table.columns().size() > MOST_COLUMNS ? lines : of(table, rows, CardTables::small, lines);
    }

    private static ObjectNode small(String markdown) {
        return CardJson.text(markdown).put("size", "Small");
    }

    /** Short figures need no more than themselves. */
    private static ObjectNode light(String markdown) {
        return CardJson.typed("TextBlock").put("text", markdown);
    }

    private static ObjectNode of(
            Block.Table table, List<List<Text>> rows, Function<String, ObjectNode> text, JsonNode fallback) {
        ObjectNode element =
                CardJson.typed("Table").put("firstRowAsHeaders", true).put("showGridLines", true);
        List<ObjectNode> columns = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            ObjectNode definition = CardJson.object().put("width", column == 0 ? 2 : 1);
            if (table.isNumeric(column)) {
                definition.put("horizontalCellContentAlignment", "Right");
            }
            columns.add(definition);
        }
        element.set("columns", CardJson.array(columns));
        List<ObjectNode> drawn = new ArrayList<>();
        drawn.add(row(table.columns().stream().map(Text::strong).toList(), CardTables::small));
        rows.forEach(row -> drawn.add(row(row, text)));
        element.set("rows", CardJson.array(drawn));
        element.set("fallback", fallback);
        return element;
    }

    private static ObjectNode row(List<Text> cells, Function<String, ObjectNode> text) {
        List<ObjectNode> drawn = new ArrayList<>();
        for (Text cell : cells) {
            ObjectNode element = CardJson.typed("TableCell");
            element.set("items", CardJson.array(List.of(text.apply(Markdown.of(cell, CELL)))));
            drawn.add(element);
        }
        return CardJson.typed("TableRow").set("cells", CardJson.array(drawn));
    }

    /** Each row as a paragraph: its name, then what stands in the other columns. */
    private static List<ObjectNode> lines(Block.Table table, List<List<Text>> rows) {
        List<ObjectNode> lines = new ArrayList<>();
        for (List<Text> row : rows) {
            List<String> values = new ArrayList<>();
            for (int column = 1; column < row.size(); column++) {
                String cell = Markdown.of(row.get(column), CELL);
                if (!cell.isEmpty()) {
                    values.add(Markdown.escaped(table.columns().get(column)) + ": " + cell);
                }
            }
            String name =
                    row.isEmpty() ? "" : Markdown.of(Text.strong(row.getFirst().characters()), CELL);
            lines.add(small(name + (values.isEmpty() ? "" : "\n\n" + String.join(" · ", values))));
        }
        return lines;
    }
}
