package dev.tunewise.record;

import dev.tunewise.advice.CostParameter;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.LadderStep;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.answer.AnswerBlocks;
import dev.tunewise.conversation.answer.AnswerSections;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Parameter;
import dev.tunewise.flow.format.FactValueFormatter;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record as blocks, nothing folded: the page of a record shows them, and Markdown is written from them. */
public final class RecordBlocks {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Flow flow;
    private final AnswerSections sections;

    /** Writes records of a flow. */
    public RecordBlocks(Flow flow) {
        this.flow = flow;
        sections = new AnswerBlocks(flow).sections();
    }

    /** The title of a record: the problem as put, or what the flow is about. */
    public String title(DecisionRecord made) {
        String title = made.origin().title().strip().replaceAll("\\s+", " ");
        return title.isEmpty() ? flow.texts().find("title").orElse(flow.id()) : title;
    }

    /** The whole record; each heading opens a section. */
    public List<Block> of(DecisionRecord made) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Pairs(head(made)));
        made.answer().advice().decision().ifPresent(decision -> {
            section("Decision", decision(made, decision), blocks);
            section("Reasons", reasons(decision), blocks);
        });
        section("Answers", facts(made), blocks);
        section("Cost parameters set by hand", parameters(made), blocks);
        made.answer().cost().ifPresent(cost -> section("Cost", sections.cost(cost, false), blocks));
        if (made.answer().advice().decision().isPresent()) {
            section("Gates", sections.gates(made.answer().advice()), blocks);
            section("Findings", sections.findings(made.answer().advice()), blocks);
            if (made.answer().advice().decision().get().asksGates()) {
                section("Training, rollout and upkeep", sections.plan(), blocks);
            }
            section(
                    "What would change this decision",
                    sections.flips(made.answer().outlook(), Integer.MAX_VALUE),
                    blocks);
            section(
                    "Assumptions",
                    sections.assumptions(made.answer().advice(), made.answer().outlook()),
                    blocks);
            section("Ladder", sections.ladder(made.answer().advice()), blocks);
            section("How it came about", sections.explanation(made.answer().advice()), blocks);
        }
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
                        ? "Decided"
                        : made.answer().advice().decision().isPresent() ? "Decided, gates open" : "Open",
                head);
        pair("People", String.join(", ", people(made)), head);
        pair("Consultation", flow.texts().find("title").orElse(flow.id()), head);
        pair("Rules", origin.flow() + ", version " + origin.version() + " (" + origin.fingerprint() + ")", head);
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
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Text.strong(decision.headline())));
        List<Block.Pair> pairs = new ArrayList<>();
        made.answer().advice().rung(LadderStep.State.NOW).ifPresent(rung -> pair("Do now", rung(rung), pairs));
        made.answer().advice().rung(LadderStep.State.NEXT).ifPresent(rung -> pair("Then", rung(rung), pairs));
        blocks.add(new Block.Pairs(pairs));
        return blocks;
    }

    private static String rung(LadderStep rung) {
        return rung.text().isEmpty() ? rung.label() : rung.label() + ". " + rung.text();
    }

    private static List<Block> reasons(Decision decision) {
        List<Text> items = new ArrayList<>();
        for (Decision.Reason reason : decision.reasons()) {
            Stream<String> basis = reason.basis().stream().map(each -> each.label() + ": " + each.value());
            Stream<String> sources = reason.sources().stream().map(each -> each.line());
            String aside = String.join(" · ", Stream.concat(basis, sources).toList());
            items.add(Text.plain(aside.isEmpty() ? reason.text() : reason.text() + " (" + aside + ")"));
        }
        return items.isEmpty() ? List.of() : List.of(new Block.Bullets(items));
    }

    private List<Block> facts(DecisionRecord made) {
        List<List<Text>> rows = new ArrayList<>();
        for (Fact fact : flow.facts()) {
            made.origin().answers().get(fact.id()).ifPresent(given -> rows.add(row(fact, given)));
        }
        return rows.isEmpty()
                ? List.of()
                : List.of(new Block.Table(
                        "What was answered",
                        List.of("Fact", "Answer", "By", "When", "In these words"),
                        List.of(false, false, false, false, false),
                        rows));
    }

    private List<Text> row(Fact fact, SourcedAnswer given) {
        String value = FactValueFormatter.format(fact, given.value(), flow.texts());
        return row(
                flow.texts().find("facts." + fact.id() + ".label").orElse(fact.id()),
                given.assumed() ? value + " (assumed)" : value,
                given);
    }

    private static List<Text> row(String name, String value, SourcedAnswer given) {
        Optional<SourcedAnswer.Origin> origin = Optional.ofNullable(given.origin());
        return List.of(
                Text.plain(name),
                Text.plain(value),
                Text.plain(origin.map(SourcedAnswer.Origin::author).orElse("")),
                Text.plain(
                        origin.map(SourcedAnswer.Origin::at).map(TIME::format).orElse("")),
                Text.plain(origin.map(SourcedAnswer.Origin::quote).orElse("")));
    }

    private List<Block> parameters(DecisionRecord made) {
        List<List<Text>> rows = new ArrayList<>();
        made.origin().parameters().forEach((key, given) -> {
            BigDecimal value = made.origin().settings().getOrDefault(key, BigDecimal.ZERO);
            CostParameter dial = made.dials().getOrDefault(key, CostParameter.named(key));
            String name = flow.parameter(key).map(Parameter::name).orElse(dial.label());
            rows.add(row(name, dial.written(value), given));
        });
        return rows.isEmpty()
                ? List.of()
                : List.of(new Block.Table(
                        "What was set",
                        List.of("Parameter", "Value", "By", "When", "In these words"),
                        List.of(false, false, false, false, false),
                        rows));
    }

    private static void pair(String name, @Nullable String value, List<Block.Pair> pairs) {
        if (value != null && !value.isEmpty()) {
            pairs.add(new Block.Pair(name, Text.plain(value)));
        }
    }

    private static void section(String title, List<Block> held, List<Block> blocks) {
        if (!held.isEmpty()) {
            blocks.add(new Block.Heading(title));
            blocks.addAll(held);
        }
    }
}
