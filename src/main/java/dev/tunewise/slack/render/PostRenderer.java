package dev.tunewise.slack.render;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import dev.tunewise.slack.block.BlockFragment;
import dev.tunewise.slack.block.Mrkdwn;
import dev.tunewise.slack.block.RenderedMessage;
import dev.tunewise.slack.block.Surface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Posts as messages: whatever a post holds, Slack takes what comes out. */
public final class PostRenderer {
    private static final int TEXT = 1_000;
    private static final Block.File EVERYTHING = new Block.File("consultation.md", "text/markdown", "md");

    /** A post as a message. `conversation`: id of its consultation; empty outside of one. */
    public static RenderedMessage render(String conversation, Post post) {
        boolean root = post.place() instanceof Post.Root;
        boolean thread = post.place() instanceof Post.Thread;
        boolean withFile = thread && !conversation.isEmpty();
        Surface surface = root ? Surface.ROOT : Surface.MESSAGE;
        String rest = root ? Captions.SHORTENED_THREAD : withFile ? Captions.SHORTENED_FILE : Captions.SHORTENED;
        SlackRenderContext sheet = new SlackRenderContext(conversation, post.key(), post.blocks(), surface);
        BlockBudget.Fitted fitted = new BlockBudget(surface, rest).of(pieces(post.blocks(), sheet));
        List<Block.File> files =
                Block.of(Block.File.class, Block.flat(post.blocks())).distinct().toList();
        if (fitted.shortened() && withFile && files.isEmpty()) {
            files = List.of(EVERYTHING);
        }
        String text = Mrkdwn.plain(Truncate.filled(post.plain(), TEXT));
        return new RenderedMessage(
                text,
                fitted.shown(),
                Block.of(Block.Picture.class, Block.flat(post.blocks()))
                        .distinct()
                        .toList(),
                files);
    }

    static List<BlockFragment> pieces(List<Block> blocks, SlackRenderContext sheet) {
        List<BlockFragment> pieces = new ArrayList<>();
        List<Block.Details> folds = new ArrayList<>();
        for (int index = 0; index < blocks.size(); index++) {
            Block block = blocks.get(index);
            if (block instanceof Block.Details details) {
                folds.add(details);
                continue;
            }
            flush(folds, sheet, pieces);
            Optional<BlockFragment> line =
                    line(block, index + 1 < blocks.size() ? blocks.get(index + 1) : block, sheet);
            line.ifPresent(pieces::add);
            if (line.isPresent()) {
                index++;
            } else {
                pieces.addAll(pieces(block, sheet));
            }
        }
        flush(folds, sheet, pieces);
        return pieces;
    }

    /** A sentence with nothing but quiet buttons after it is one line with a menu at its end. */
    private static Optional<BlockFragment> line(Block block, Block next, SlackRenderContext sheet) {
        return block instanceof Block.Paragraph(Text text) && next instanceof Block.Buttons row
                ? ButtonBlocks.line(text, row.buttons(), sheet)
                : Optional.empty();
    }

    private static void flush(List<Block.Details> folds, SlackRenderContext sheet, List<BlockFragment> pieces) {
        if (!folds.isEmpty()) {
            pieces.add(ButtonBlocks.folds(folds, sheet));
            folds.clear();
        }
    }

    private static List<BlockFragment> pieces(Block block, SlackRenderContext sheet) {
        return switch (block) {
            case Block.Heading heading -> heading.text().isBlank() ? List.of() : TextBlocks.heading(heading);
            case Block.Paragraph paragraph ->
                paragraph.text().characters().isBlank() ? List.of() : List.of(TextBlocks.paragraph(paragraph.text()));
            case Block.Bullets bullets ->
                bullets.items().isEmpty() ? List.of() : List.of(TextBlocks.bullets(bullets.items()));
            case Block.Code code -> List.of(TextBlocks.code(code));
            case Block.Pairs pairs -> pairs.pairs().isEmpty() ? List.of() : List.of(TextBlocks.pairs(pairs.pairs()));
            case Block.Table table -> TableBlocks.of(table, sheet.takeTable());
            case Block.Note note -> List.of(TextBlocks.note(note));
            case Block.Progress progress -> List.of(TextBlocks.progress(progress));
            case Block.Ask ask -> QuestionBlocks.of(ask, sheet);
            case Block.Form form -> List.of(ButtonBlocks.form(form, sheet));
            case Block.Buttons row -> ButtonBlocks.buttons(row, sheet);
            case Block.Chips chips -> ButtonBlocks.chips(chips, sheet);
            case Block.Details details -> List.of(ButtonBlocks.folds(List.of(details), sheet));
            case Block.Picture _ -> List.of();
            case Block.File _ -> List.of();
        };
    }
}
