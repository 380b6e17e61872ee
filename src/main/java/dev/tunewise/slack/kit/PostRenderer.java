package dev.tunewise.slack.kit;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Posts as messages: whatever a post holds, Slack takes what comes out. */
public final class PostRenderer {
    private static final int TEXT = 1_000;
    private static final Block.File EVERYTHING = new Block.File("consultation.md", "text/markdown", "md");

    private PostRenderer() {}

    /**
     * A post as a message.
     *
     * @param conversation id of its consultation; empty outside of one
     */
    public static Rendered render(String conversation, Post post) {
        boolean root = post.place() instanceof Post.Root;
        boolean thread = post.place() instanceof Post.Thread;
        boolean withFile = thread && !conversation.isEmpty();
        Surface surface = root ? Surface.ROOT : Surface.MESSAGE;
        String rest = root ? Captions.SHORTENED_THREAD : withFile ? Captions.SHORTENED_FILE : Captions.SHORTENED;
        Sheet sheet = new Sheet(conversation, post.key(), post.blocks(), surface);
        Fit.Fitted fitted = new Fit(surface, rest).of(pieces(post.blocks(), sheet));
        List<Block.File> files = of(Block.File.class, post.blocks());
        if (fitted.shortened() && withFile && files.isEmpty()) {
            files = List.of(EVERYTHING);
        }
        String text = Mrkdwn.plain(Cut.filled(post.plain(), TEXT));
        return new Rendered(text, fitted.shown(), of(Block.Picture.class, post.blocks()), files);
    }

    static List<Piece> pieces(List<Block> blocks, Sheet sheet) {
        List<Piece> pieces = new ArrayList<>();
        List<Block.Details> folds = new ArrayList<>();
        for (int index = 0; index < blocks.size(); index++) {
            Block block = blocks.get(index);
            if (block instanceof Block.Details details) {
                folds.add(details);
                continue;
            }
            flush(folds, sheet, pieces);
            Optional<Piece> line = line(block, index + 1 < blocks.size() ? blocks.get(index + 1) : block, sheet);
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
    private static Optional<Piece> line(Block block, Block next, Sheet sheet) {
        return block instanceof Block.Paragraph(Text text) && next instanceof Block.Buttons row
                ? ButtonPieces.line(text, row.buttons(), sheet)
                : Optional.empty();
    }

    private static void flush(List<Block.Details> folds, Sheet sheet, List<Piece> pieces) {
        if (!folds.isEmpty()) {
            pieces.add(ButtonPieces.folds(folds, sheet));
            folds.clear();
        }
    }

    private static List<Piece> pieces(Block block, Sheet sheet) {
        return switch (block) {
            case Block.Heading heading -> heading.text().isBlank() ? List.of() : List.of(TextPieces.heading(heading));
            case Block.Paragraph paragraph ->
                paragraph.text().characters().isBlank() ? List.of() : List.of(TextPieces.paragraph(paragraph.text()));
            case Block.Bullets bullets ->
                bullets.items().isEmpty() ? List.of() : List.of(TextPieces.bullets(bullets.items()));
            case Block.Pairs pairs -> pairs.pairs().isEmpty() ? List.of() : List.of(TextPieces.pairs(pairs.pairs()));
            case Block.Table table -> TablePieces.of(table, sheet.takeTable());
            case Block.Note note -> List.of(TextPieces.note(note));
            case Block.Progress progress -> List.of(TextPieces.progress(progress));
            case Block.Ask ask -> AskPieces.of(ask, sheet);
            case Block.Form form -> List.of(ButtonPieces.form(form, sheet));
            case Block.Buttons row -> ButtonPieces.buttons(row, sheet);
            case Block.Chips chips -> ButtonPieces.chips(chips, sheet);
            case Block.Details details -> List.of(ButtonPieces.folds(List.of(details), sheet));
            case Block.Picture _ -> List.of();
            case Block.File _ -> List.of();
        };
    }

    private static <T extends Block> List<T> of(Class<T> type, List<Block> blocks) {
        return PostActions.flat(blocks).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .distinct()
                .toList();
    }
}
