package dev.tunewise.slack.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Captions;
import dev.tunewise.chat.PrefixFit;
import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import dev.tunewise.slack.block.BlockFragment;
import dev.tunewise.slack.block.BlockKit;
import dev.tunewise.slack.block.BlockWeight;
import dev.tunewise.slack.block.BlockWithFallback;
import dev.tunewise.slack.block.Mrkdwn;
import dev.tunewise.slack.block.RichText;
import dev.tunewise.slack.block.SlackLimits;
import dev.tunewise.slack.block.TextTruncation;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherers;

/** Headings, paragraphs, lists, pairs and notes. */
final class TextBlocks {
    private static final int SMALL_PRINT = 500;
    private static final int PAIR_NAME = 80;
    private static final int PAIR_VALUE = 300;
    private static final int BAR = 10;
    private static final List<String> BREAKS = List.of(". ", ": ", "; ");

    static List<BlockFragment> heading(Block.Heading heading) {
        String text = heading.text();
        if (text.length() <= SlackLimits.HEADER_TEXT) {
            return List.of(BlockFragment.text(BlockKit.header(text)));
        }
        // A header that is cut would hide the half of an answer: what comes after its first part stands below it.
        int end = BREAKS.stream()
                .mapToInt(mark -> text.lastIndexOf(mark, SlackLimits.HEADER_TEXT - 2))
                .filter(at -> at > 0)
                .max()
                .orElse(-1);
        BlockFragment rest = paragraph(Text.strong(text.substring(end + 1).strip()));
        return end < 0 ? List.of(rest) : List.of(BlockFragment.text(BlockKit.header(text.substring(0, end + 1))), rest);
    }

    static BlockFragment paragraph(Text text) {
        return BlockFragment.shortenable(
                max -> max < 1 || TextTruncation.length(text) == 0 ? List.of() : paragraphs(text, max));
    }

    private static List<BlockWithFallback> paragraphs(Text text, int max) {
        return TextTruncation.parts(TextTruncation.to(text, max), SlackLimits.SECTION_TEXT).stream()
                .map(part -> BlockWithFallback.only(RichText.block(RichText.section(part))))
                .toList();
    }

    static BlockFragment bullets(List<Text> items) {
        return BlockFragment.shortenable(
                max -> asManyAsFit(items, max, fitting -> List.of(RichText.block(RichText.bullets(fitting)))));
    }

    static BlockFragment code(Block.Code code) {
        List<String> lines = code.text().lines().toList();
        return BlockFragment.shortenable(max -> asManyAsFit(
                lines, max, fitting -> List.of(RichText.block(RichText.preformatted(String.join("\n", fitting))))));
    }

    static BlockFragment pairs(List<Block.Pair> pairs) {
        return BlockFragment.shortenable(max -> asManyAsFit(pairs, max, TextBlocks::sections));
    }

    private static List<ObjectNode> sections(List<Block.Pair> pairs) {
        if (pairs.size() == 1) {
            // Alone in two columns it would have half of the width.
            return List.of(BlockKit.section(field(pairs.getFirst())));
        }
        return pairs.stream()
                .map(TextBlocks::field)
                .gather(Gatherers.windowFixed(SlackLimits.FIELDS))
                .map(BlockKit::fields)
                .toList();
    }

    private static ObjectNode field(Block.Pair pair) {
        Text name = Text.strong(Truncate.to(pair.name(), PAIR_NAME));
        return BlockKit.mrkdwn(Mrkdwn.of(name) + "\n" + Mrkdwn.of(TextTruncation.to(pair.value(), PAIR_VALUE)));
    }

    static BlockFragment note(Block.Note note) {
        String sign = switch (note.tone()) {
            case INFO -> "";
            case GOOD -> "✓ ";
            case WARNING -> "⚠️ ";
        };
        Text text = Text.plain(sign).then(note.text());
        return TextTruncation.length(text) > SMALL_PRINT ? paragraph(text) : small(text);
    }

    /** Small grey print; it is kept short so that it fits after escaping. */
    static BlockFragment small(Text text) {
        return BlockFragment.text(BlockKit.context(BlockKit.mrkdwn(Mrkdwn.of(TextTruncation.to(text, SMALL_PRINT)))));
    }

    static BlockFragment progress(Block.Progress progress) {
        return small(Text.plain(Captions.bar(progress, BAR) + "  " + Captions.progress(progress)));
    }

    /** The blocks of as many items as weigh no more than allowed. */
    static <T> List<BlockWithFallback> asManyAsFit(List<T> items, int max, Function<List<T>, List<ObjectNode>> blocks) {
        int count = PrefixFit.of(items.size(), some -> BlockWeight.of(blocks.apply(items.subList(0, some))) <= max);
        return count < 1
                ? List.of()
                : blocks.apply(items.subList(0, count)).stream()
                        .map(BlockWithFallback::only)
                        .toList();
    }
}
