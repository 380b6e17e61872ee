package dev.tunewise.conversation.wording;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.wording.CommandReplies.Notice;
import dev.tunewise.money.Range;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a channel is told of a week or a month. */
public record DigestReplies(Messages wording) {
    /** How decisions are told in lists. */
    public LogReplies log() {
        return new LogReplies(wording);
    }

    /**
     * What was and what is.
     *
     * @param from first day that it is about
     * @param gates conditions that were met in that time, as {@link #gate} says them
     * @param due what is to be looked at again before the next digest
     * @param left what those saw to who left in that time
     * @param gained what the decisions of that time save together a month
     */
    public record Digest(
            LocalDate from,
            LocalDate until,
            Part<LogReplies.Line> decided,
            Part<Open> open,
            List<String> gates,
            Part<LogReplies.Line> due,
            List<Left> left,
            Optional<Range> gained,
            Optional<Range> total) {}

    /** What is listed of a part, and how many there are in all. */
    public record Part<T>(List<T> listed, long count) {}

    /** A question that is still open. `people`: who was in the thread, and could know. */
    public record Open(LogReplies.Line line, List<String> missing, List<String> people) {}

    /** Somebody who left, and what they saw to. */
    public record Left(String name, Part<LogReplies.Line> owned) {}

    /** A condition that was met, with the question that it belongs to. */
    public String gate(String gate, String question, boolean costs) {
        return wording.plain("digest-gate", gate, wording.title(question, costs));
    }

    /** The digest. It ends with how to stop it. */
    public Notice digest(Digest digest) {
        String title = wording.plain("digest-title", wording.day(digest.from()), wording.day(digest.until()));
        List<Block> blocks = new ArrayList<>(List.of(new Block.Heading(title)));
        part("digest-decided", "decided", digest.decided(), log()::item, blocks);
        part("digest-open", "open", digest.open(), this::open, blocks);
        part("digest-gates", "", new Part<>(digest.gates(), digest.gates().size()), Text::plain, blocks);
        List<LogReplies.Line> told = digest.decided().listed();
        part(
                "digest-due",
                "due",
                digest.due(),
                line -> told.contains(line) ? log().again(line) : log().item(line),
                blocks);
        for (Left left : digest.left()) {
            blocks.add(new Block.Paragraph(
                    wording.text("digest-left", left.name(), left.owned().count())));
            blocks.add(new Block.Bullets(
                    left.owned().listed().stream().map(log()::title).toList()));
        }
        digest.gained()
                // Where nothing was decided before, that is the sum of all.
                .filter(gain -> !digest.total().equals(digest.gained()))
                .ifPresent(gain -> blocks.add(
                        new Block.Paragraph(wording.text("digest-gained", OutcomeText.gain(wording, gain)))));
        digest.total()
                .ifPresent(gain ->
                        blocks.add(new Block.Paragraph(wording.text("digest-total", OutcomeText.gain(wording, gain)))));
        blocks.add(new Block.Paragraph(wording.text("digest-stop")));
        String plain = wording.plain(
                "digest-plain",
                title,
                digest.decided().count(),
                digest.open().count(),
                digest.due().count(),
                digest.gates().size());
        return new Notice(blocks, plain);
    }

    private <T> void part(String heading, String filter, Part<T> part, Function<T, Text> item, List<Block> blocks) {
        if (part.count() == 0) {
            return;
        }
        List<Text> items = new ArrayList<>(part.listed().stream().map(item).toList());
        long more = part.count() - items.size();
        if (more > 0) {
            items.add(wording.text("digest-more", more, filter));
        }
        blocks.add(new Block.Paragraph(wording.text(heading, part.count())));
        blocks.add(new Block.Bullets(items));
    }

    private Text open(Open open) {
        Text line = log().item(open.line());
        Text missing = open.missing().isEmpty()
                ? line
                : line.then(Text.plain(". ")).then(wording.text("digest-missing", String.join(" · ", open.missing())));
        return open.people().isEmpty()
                ? missing
                : missing.then(Text.plain(". ")).then(wording.text("digest-ask", String.join(", ", open.people())));
    }
}
