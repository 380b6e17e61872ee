package dev.tunewise.record;

import dev.tunewise.advice.answer.CaseAnswer;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.GateState;
import dev.tunewise.advice.result.Observation;
import dev.tunewise.advice.result.SourceReference;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import dev.tunewise.conversation.answer.AnswerBlocks;
import dev.tunewise.conversation.answer.DecisionCard;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record as blocks: one page for whoever decides, and all that it rests on as an appendix. Markdown is written from the same blocks. */
public record RecordBlocks(Flow flow) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int TITLE = 80;

    /** The title of a record: the problem as put, shortened, or what the flow is about. */
    public String title(DecisionRecord made) {
        String title = Truncate.atWord(made.origin().title(), TITLE);
        return title.isEmpty() ? flow.texts().find("title").orElse(flow.id()) : title;
    }

    /** The whole record; each heading opens a section, and the appendix is folded part by part. */
    public List<Block> of(DecisionRecord made) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Pairs(head(made)));
        made.answer().advice().decision().ifPresent(decision -> {
            section("Decision", decision(made, decision), blocks);
            section("Reasons", reasons(decision), blocks);
            section("Next steps", steps(made), blocks);
            made.answer()
                    .cost()
                    .ifPresent(cost ->
                            section("Cost", new AnswerBlocks(flow).sections().costTable(cost), blocks));
            section("Risks", line(made.answer().advice().findings().stream().map(Observation::title)), blocks);
        });
        section("Appendix", new RecordAppendix(flow, new AnswerBlocks(flow).sections()).of(made), blocks);
        return blocks;
    }

    private List<Block.Pair> head(DecisionRecord made) {
        RecordInput origin = made.origin();
        List<Block.Pair> head = new ArrayList<>();
        Instant date = Stream.of(origin.changedAt(), origin.openedAt())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
        pair("Date", date == null ? "" : DAY.format(date), head);
        pair(
                "Status",
                made.answer().advice().concluded()
                        ? "Answered"
                        : made.answer().advice().decision().isPresent() ? "Answered, with points to settle" : "Open",
                head);
        pair("People", String.join(", ", people(made)), head);
        return head;
    }

    private static List<String> people(DecisionRecord made) {
        return Stream.concat(
                        made.origin().answers().all().values().stream(), made.origin().parameters().values().stream())
                .map(SourcedAnswer::origin)
                .flatMap(Stream::ofNullable)
                .map(SourcedAnswer.Origin::author)
                .distinct()
                .toList();
    }

    private List<Block> decision(DecisionRecord made, Decision decision) {
        DecisionCard card = new AnswerBlocks(flow)
                .card(
                        made.answer().advice(),
                        made.answer().outlook(),
                        made.answer().cost(),
                        made.words());
        List<Block.Pair> pairs = new ArrayList<>();
        card.rows()
                .forEach(row -> pairs.add(
                        new Block.Pair(row.name(), row.action() ? Text.strong(row.text()) : Text.plain(row.text()))));
        String people = String.join(", ", people(made));
        pair("To decide", people.isEmpty() ? card.toDecide() : people + ": " + card.toDecide(), pairs);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Text.strong(decision.headline())));
        blocks.add(new Block.Pairs(pairs));
        blocks.addAll(line(Stream.of(made.words().facts())));
        return blocks;
    }

    /** What to do next in a line each: the moves, and what must be in place before going ahead. */
    private static List<Block> steps(DecisionRecord made) {
        Stream<String> moves = made.words().moves().stream()
                .map(move -> move.effort().isEmpty() ? move.text() : move.text() + " (" + move.effort() + ")");
        Decision decision = made.answer().advice().decision().orElseThrow();
        Stream<String> first = Stream.of(decision.first()).filter(text -> !text.isEmpty());
        boolean gated = decision.asksGates();
        Stream<String> gates = made.answer().advice().gates().stream()
                .filter(gate -> gated && gate.state() != GateState.State.MET)
                .map(gate -> gate.todo().isEmpty() ? gate.name() : gate.todo());
        List<Text> items = Stream.of(first, moves, gates)
                .flatMap(each -> each)
                .map(Text::plain)
                .toList();
        return items.isEmpty() ? List.of() : List.of(new Block.Bullets(items));
    }

    private static List<Block> line(Stream<String> parts) {
        String text = String.join(" · ", parts.filter(part -> !part.isEmpty()).toList());
        return text.isEmpty() ? List.of() : List.of(new Block.Paragraph(Text.plain(text)));
    }

    private static List<Block> reasons(Decision decision) {
        List<Text> items = decision.reasons().stream()
                .map(reason -> Text.plain(reason.text()))
                .toList();
        return items.isEmpty() ? List.of() : List.of(new Block.Bullets(items));
    }

    static List<SourceReference> cited(Decision decision, CaseAnswer words) {
        return Stream.of(
                        decision.reasons().stream().flatMap(reason -> reason.sources().stream()),
                        words.sources().stream(),
                        words.moves().stream().flatMap(move -> move.sources().stream()))
                .flatMap(found -> found)
                .distinct()
                .toList();
    }

    static void pair(String name, @Nullable String value, List<Block.Pair> pairs) {
        Optional.ofNullable(value)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> pairs.add(new Block.Pair(name, Text.plain(text))));
    }

    private static void section(String title, List<Block> held, List<Block> blocks) {
        if (!held.isEmpty()) {
            blocks.add(new Block.Heading(title));
            blocks.addAll(held);
        }
    }
}
