package dev.tunewise.record;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.flow.Flow;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a record as Markdown, to be committed as a decision record. The same record always gives the same text. */
public record RecordMarkdown(Flow flow) {
    /**
     * @param pictures where each picture is found, by the key of its chart: a path beside the file or an address; pictures without one are told in words
     */
    public String write(DecisionRecord made) {
        RecordBlocks blocks = new RecordBlocks(flow);
        StringBuilder text = new StringBuilder();
        text.append("# ").append(MarkdownText.escape(blocks.title(made))).append("\n");
        for (Block block : blocks.of(made)) {
            String written = write(block);
            if (!written.isEmpty()) {
                text.append('\n').append(written).append('\n');
            }
        }
        return text.toString();
    }

    private static String write(Block block) {
        return switch (block) {
            case Block.Heading heading -> "## " + MarkdownText.escape(heading.text());
            case Block.Paragraph paragraph -> MarkdownText.write(paragraph.text());
            case Block.Bullets bullets ->
                bullets.items().stream()
                        .map(item -> "- " + MarkdownText.write(item))
                        .collect(Collectors.joining("\n"));
            case Block.Code code -> MarkdownText.lines(code.text());
            case Block.Pairs pairs ->
                pairs.pairs().stream()
                        .map(pair ->
                                "- **" + MarkdownText.escape(pair.name()) + ":** " + MarkdownText.write(pair.value()))
                        .collect(Collectors.joining("\n"));
            case Block.Table table -> table(table);
            case Block.Picture picture ->
                MarkdownText.write(Text.plain(picture.title() + ": " + picture.alternative()));
            case Block.Note note -> "> " + MarkdownText.write(note.text());
            case Block.Details details ->
                "### " + MarkdownText.escape(details.summary()) + "\n\n"
                        + details.blocks().stream().map(RecordMarkdown::write).collect(Collectors.joining("\n\n"));
            case Block.Progress _, Block.Ask _, Block.Form _, Block.Buttons _, Block.Chips _, Block.File _ -> "";
        };
    }

    private static String table(Block.Table table) {
        String head = row(table.columns().stream().map(MarkdownText::escape).toList());
        String rule = row(table.numeric().stream()
                .map(numeric -> numeric ? "---:" : "---")
                .toList());
        String rows = table.rows().stream()
                .map(cells -> row(cells.stream().map(MarkdownText::write).toList()))
                .collect(Collectors.joining("\n"));
        return "_" + MarkdownText.escape(table.caption()) + "_\n\n" + head + "\n" + rule + "\n" + rows;
    }

    /** A row of a table; its cells are Markdown already. */
    static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }
}
