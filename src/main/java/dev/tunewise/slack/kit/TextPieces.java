package dev.tunewise.slack.kit;

import com.google.gson.JsonObject;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Headings, paragraphs, lists, pairs and notes. */
final class TextPieces {
    private static final int SMALL_PRINT = 500;
    private static final int PAIR_NAME = 80;
    private static final int PAIR_VALUE = 300;
    private static final int BAR = 10;

    private TextPieces() {}

    static Piece heading(Block.Heading heading) {
        return Piece.text(Kit.header(heading.text()));
    }

    static Piece paragraph(Text text) {
        return Piece.shortenable(max -> max < 1 || TextCut.length(text) == 0 ? List.of() : paragraphs(text, max));
    }

    private static List<Shown> paragraphs(Text text, int max) {
        return TextCut.parts(TextCut.to(text, max), Limits.SECTION_TEXT).stream()
                .map(part -> Shown.only(RichText.block(RichText.section(part))))
                .toList();
    }

    static Piece bullets(List<Text> items) {
        return Piece.shortenable(
                max -> asManyAsFit(items, max, fitting -> List.of(RichText.block(RichText.bullets(fitting)))));
    }

    static Piece pairs(List<Block.Pair> pairs) {
        return Piece.shortenable(max -> asManyAsFit(pairs, max, TextPieces::sections));
    }

    private static List<JsonObject> sections(List<Block.Pair> pairs) {
        if (pairs.size() == 1) {
            // Alone in two columns it would have half of the width.
            return List.of(Kit.section(field(pairs.getFirst()), null));
        }
        List<JsonObject> sections = new ArrayList<>();
        for (int from = 0; from < pairs.size(); from += Limits.FIELDS) {
            sections.add(Kit.fields(pairs.subList(from, Math.min(pairs.size(), from + Limits.FIELDS)).stream()
                    .map(TextPieces::field)
                    .toList()));
        }
        return sections;
    }

    private static JsonObject field(Block.Pair pair) {
        Text name = Text.strong(Cut.to(pair.name(), PAIR_NAME));
        return Kit.mrkdwn(Mrkdwn.of(name) + "\n" + Mrkdwn.of(TextCut.to(pair.value(), PAIR_VALUE)));
    }

    static Piece note(Block.Note note) {
        String sign = switch (note.tone()) {
            case INFO -> "";
            case GOOD -> "✓ ";
            case WARNING -> "⚠️ ";
        };
        Text text = Text.plain(sign).then(note.text());
        return TextCut.length(text) > SMALL_PRINT ? paragraph(text) : small(text);
    }

    /** Small grey print; it is kept short so that it fits after escaping. */
    static Piece small(Text text) {
        return Piece.text(Kit.context(Kit.mrkdwn(Mrkdwn.of(TextCut.to(text, SMALL_PRINT)))));
    }

    static Piece progress(Block.Progress progress) {
        return small(Text.plain(Captions.bar(progress, BAR) + "  " + Captions.progress(progress)));
    }

    /** The blocks of as many items as weigh no more than allowed. */
    static <T> List<Shown> asManyAsFit(List<T> items, int max, Function<List<T>, List<JsonObject>> blocks) {
        int count = Most.of(items.size(), some -> Weight.of(blocks.apply(items.subList(0, some))) <= max);
        return count < 1
                ? List.of()
                : blocks.apply(items.subList(0, count)).stream()
                        .map(Shown::only)
                        .toList();
    }
}
