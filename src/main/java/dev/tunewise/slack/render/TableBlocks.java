package dev.tunewise.slack.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.PrefixFit;
import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import dev.tunewise.slack.block.BlockFragment;
import dev.tunewise.slack.block.BlockKit;
import dev.tunewise.slack.block.BlockWeight;
import dev.tunewise.slack.block.BlockWithFallback;
import dev.tunewise.slack.block.RichText;
import dev.tunewise.slack.block.SlackLimits;
import dev.tunewise.slack.block.TextTruncation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Tables: as Slack's table block where it shows one, as lines of equal width or sentences elsewhere. */
final class TableBlocks {
    private static final int WIDEST_COLUMN = 32;
    private static final int MOST_COLUMNS = 8;
    private static final int MOST = 8_000;
    private static final int WIDE = 60;
    private static final int CELL = 200;

    static List<BlockFragment> of(Block.Table table, boolean asTable) {
        List<BlockFragment> pieces = new ArrayList<>();
        if (!table.caption().isBlank()) {
            pieces.add(TextBlocks.small(Text.plain(table.caption())));
        }
        if (!table.columns().isEmpty()) {
            boolean whole = fitting(table, BlockFragment.UNLIMITED, asTable)
                    == table.rows().size();
            pieces.add(new BlockFragment(false, whole, max -> rows(table, max, asTable)));
        }
        return pieces;
    }

    private static List<BlockWithFallback> rows(Block.Table table, int max, boolean asTable) {
        int count = fitting(table, max, asTable);
        if (count < 0) {
            return List.of();
        }
        List<List<Text>> rows = table.rows().subList(0, count);
        ObjectNode plain = plain(table, rows);
        return asTable
                ? List.of(new BlockWithFallback(table(table, rows), List.of(plain)))
                : List.of(BlockWithFallback.only(plain));
    }

    /** How many rows fit; less than none when not even the headings do. Both ways have to fit: Slack may make us send the plainer one. */
    private static int fitting(Block.Table table, int max, boolean asTable) {
        return PrefixFit.of(Math.min(table.rows().size(), SlackLimits.TABLE_ROWS - 1), count -> {
            List<List<Text>> rows = table.rows().subList(0, count);
            return BlockWeight.of(plain(table, rows)) <= Math.min(max, SlackLimits.SECTION_TEXT)
                    && (!asTable || BlockWeight.of(table(table, rows)) <= Math.min(max, MOST));
        });
    }

    /** Lines of equal width, or, where such lines would break on a telephone or in a window, a sentence for each row. */
    private static ObjectNode plain(Block.Table table, List<List<Text>> rows) {
        String lines = lines(table, rows);
        boolean narrow = lines.lines().allMatch(line -> line.length() <= WIDE);
        return RichText.block(
                narrow || rows.isEmpty()
                        ? RichText.preformatted(lines)
                        : RichText.bullets(
                                rows.stream().map(row -> sentence(table, row)).toList()));
    }

    /** A table as lines of text, each column as wide as its widest cell. */
    private static String lines(Block.Table table, List<List<Text>> rows) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(table.columns());
        rows.forEach(row -> cells.add(row.stream().map(Text::characters).toList()));
        int columns = Math.min(table.columns().size(), MOST_COLUMNS);
        int[] widths = new int[columns];
        for (List<String> row : cells) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], shown(row, column).length());
            }
        }
        StringBuilder lines = new StringBuilder();
        for (List<String> row : cells) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                boolean number = table.isNumeric(column);
                String padding = " ".repeat(widths[column] - shown(row, column).length());
                line.append(column == 0 ? "" : "  ")
                        .append(number ? padding : "")
                        .append(shown(row, column))
                        .append(number ? "" : padding);
            }
            lines.append(line.toString().stripTrailing()).append('\n');
        }
        return lines.toString().stripTrailing();
    }

    private static String shown(List<String> row, int column) {
        return column < row.size() ? Truncate.to(row.get(column).replace('\n', ' '), WIDEST_COLUMN) : "";
    }

    private static Text sentence(Block.Table table, List<Text> row) {
        Text sentence = row.isEmpty()
                ? Text.plain("–")
                : Text.strong(Truncate.filled(row.getFirst().characters(), CELL));
        String before = ": ";
        for (int column = 1; column < Math.min(row.size(), table.columns().size()); column++) {
            String cell = row.get(column).characters().strip();
            if (!cell.isEmpty()) {
                sentence = sentence.then(Text.plain(
                        before + Truncate.to(table.columns().get(column), CELL) + " " + Truncate.to(cell, CELL)));
                before = " · ";
            }
        }
        return sentence;
    }

    private static ObjectNode table(Block.Table table, List<List<Text>> rows) {
        int columns = Math.min(table.columns().size(), SlackLimits.TABLE_COLUMNS);
        ObjectNode block = BlockKit.typed("table");
        ArrayNode all = block.putArray("rows");
        all.add(row(table.columns().stream().map(Text::strong).toList(), columns));
        rows.forEach(row -> all.add(row(row, columns)));
        ArrayNode settings = block.putArray("column_settings");
        for (int column = 0; column < columns; column++) {
            boolean number = table.isNumeric(column);
            settings.addObject().put("align", number ? "right" : "left").put("is_wrapped", !number);
        }
        return block;
    }

    private static ArrayNode row(List<Text> cells, int columns) {
        return BlockKit.array(IntStream.range(0, columns)
                .mapToObj(column -> cell(column < cells.size() ? cells.get(column) : Text.plain("")))
                .toList());
    }

    private static ObjectNode cell(Text text) {
        boolean plain = text.spans().stream().allMatch(Text.Plain.class::isInstance);
        if (!plain && TextTruncation.length(text) > 0) {
            return RichText.block(RichText.section(text));
        }
        String characters = text.characters();
        return BlockKit.typed("raw_text").put("text", characters.isEmpty() ? " " : characters);
    }
}
