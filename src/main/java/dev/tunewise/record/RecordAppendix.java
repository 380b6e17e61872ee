package dev.tunewise.record;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.answer.AnswerSections;
import dev.tunewise.cost.parameter.CostParameter;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.Parameter;
import dev.tunewise.flow.format.FactValueFormatter;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a record rests on, for whoever checks it: answers with their authors, every figure, and how the advice was found. */
record RecordAppendix(Flow flow, AnswerSections sections) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Each part folded under its title. */
    List<Block> of(DecisionRecord made) {
        List<Block> parts = new ArrayList<>();
        made.answer()
                .advice()
                .decision()
                .ifPresent(decision ->
                        part("Sources", sections.sources(RecordBlocks.cited(decision, made.words())), parts));
        part("The question as put", question(made), parts);
        part("Answers", facts(made), parts);
        part("Cost parameters set by hand", parameters(made), parts);
        made.answer().cost().ifPresent(cost -> part("Costs in full", sections.cost(cost, false), parts));
        made.answer().advice().decision().ifPresent(decision -> {
            part("Next steps in full", sections.moves(made.words()), parts);
            part("Risks", sections.findings(made.answer().advice()), parts);
            if (decision.asksGates()) {
                part("What must be in place", sections.gates(made.answer().advice()), parts);
                part("Training, rollout and upkeep", sections.plan(), parts);
            }
            part("What would change this decision", sections.flips(made.answer().outlook(), Integer.MAX_VALUE), parts);
            part(
                    "Assumptions",
                    sections.assumptions(
                            sections.assumed(
                                    made.answer().advice(), made.answer().cost()),
                            made.answer().outlook()),
                    parts);
            part("All ways, in order of effort", sections.ladder(made.answer().advice()), parts);
            part("How it came about", sections.explanation(made.answer().advice()), parts);
        });
        part("Version", version(made), parts);
        return parts;
    }

    private List<Block> question(DecisionRecord made) {
        String put = made.origin().title().strip();
        return put.isEmpty() ? List.of() : List.of(new Block.Paragraph(Text.plain(put)));
    }

    private List<Block> version(DecisionRecord made) {
        return List.of(new Block.Paragraph(Text.plain(flow.texts().find("title").orElse(flow.id()) + " Version "
                + made.origin().version() + ".")));
    }

    private List<Block> facts(DecisionRecord made) {
        List<List<Text>> rows = new ArrayList<>();
        for (Fact fact : flow.facts()) {
            if (fact.id().equals(Guidance.MENTIONS)) {
                // Words that occurred: no answer of anybody.
                continue;
            }
            made.origin().answers().get(fact.id()).ifPresent(given -> rows.add(row(fact, given)));
        }
        return table("What was answered", "Fact", "Answer", rows);
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
        return table("What was set", "Parameter", "Value", rows);
    }

    private static List<Block> table(String title, String what, String value, List<List<Text>> rows) {
        List<String> columns = List.of(what, value, "By", "When", "In these words");
        List<Boolean> numeric = List.of(false, false, false, false, false);
        return rows.isEmpty() ? List.of() : List.of(new Block.Table(title, columns, numeric, rows));
    }

    private static void part(String title, List<Block> held, List<Block> parts) {
        if (!held.isEmpty()) {
            parts.add(new Block.Details(title, held));
        }
    }
}
