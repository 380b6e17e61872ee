package dev.tunewise.flowfile.definition;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Citation;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.LiteralQuestion;
import dev.tunewise.flow.Move;
import dev.tunewise.flow.anchor.AnchoredPattern;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the moves and the questions of a flow, once its facts and sources are known. */
record GuidanceReader(
        FlowBuilder draft,
        IdRegistry ids,
        ProblemCollector report,
        ConditionReader conditions,
        CitationReader citations) {
    private static final int HEAVIEST = 100;

    /** Reads files of moves, then those of questions and the one of settings, where there are some. */
    void read(List<YamlNode> moveFiles, List<YamlNode> questionFiles, Optional<YamlNode> settingFile) {
        List<Move> moves = new ArrayList<>();
        for (YamlNode file : moveFiles) {
            if (file instanceof YamlNode.Items list) {
                list.items().forEach(item -> move(item).ifPresent(moves::add));
            } else {
                report.error("wrong-kind.moves", file.position(), file.kind());
            }
        }
        List<String> known = moves.stream().map(Move::id).toList();
        List<Guidance.CasePart> parts = new ArrayList<>();
        List<Guidance.Note> notes = new ArrayList<>();
        List<Guidance.Note> sums = new ArrayList<>();
        List<Guidance.Derived> derived = new ArrayList<>();
        DerivedFigureReader ways = new DerivedFigureReader(draft, ids, report, conditions);
        Map<String, AnchoredPattern> mentions = new HashMap<>();
        Map<String, Condition> grounds = new HashMap<>();
        List<LiteralQuestion> questions = new ArrayList<>();
        List<Guidance.Composition> compositions = new ArrayList<>();
        List<YamlNode.Text> order = new ArrayList<>();
        for (YamlNode file : questionFiles) {
            YamlFields.read(file, "a file of questions", report, fields -> {
                named().mentions(fields, mentions, grounds);
                order.addAll(fields.texts("order"));
                parts.addAll(fields.each("case", "a part of the case", this::part));
                notes.addAll(fields.each("notes", "a note", this::note));
                fields.map("derived").forEach((figure, entry) -> derived.add(ways.read(figure, entry)));
                sums.addAll(fields.each("sums", "a sum", this::note));
                compositions.addAll(fields.each("composed", "a composed answer", this::composition));
                fields.map("questions").forEach((intent, entry) -> question(intent, entry, known, questions));
                return fields;
            });
        }
        inOrder(questions, order);
        List<Guidance.Setting> settings = settingFile.map(named()::read).orElse(List.of());
        draft.guidance = new Guidance(
                moves,
                mentions,
                grounds,
                parts,
                notes,
                derived,
                sums,
                settings,
                questions,
                compositions,
                draft.formulas);
    }

    private NamedSettingReader named() {
        return new NamedSettingReader(draft, ids, report, conditions, citations);
    }

    private Optional<Move> move(YamlNode yaml) {
        return YamlFields.read(yaml, YamlFields.named("move", yaml), report, fields -> {
            Optional<String> id = ids.part(fields, "move", draft);
            Optional<YamlNode.Text> when = fields.requireText("when", "Write the condition under which it applies.");
            Condition applies = when.map(conditions::read).orElseGet(conditions::never);
            when.ifPresent(text -> new ReachCheck(draft, report).check(applies, text, fields.what()));
            fields.require("weight", "Say how strong it is, from 1 to " + HEAVIEST + ".");
            Move move = new Move(
                    id.orElse(""),
                    applies,
                    conditions.orNull(fields, "unless"),
                    fields.count("weight", HEAVIEST).orElse(1),
                    text(fields, "cause"),
                    texts(fields),
                    required(fields, "why", "Say in a sentence why it works."),
                    text(fields, "tomorrow"),
                    required(fields, "effort", "Say how long it takes, such as `1 hour`."),
                    text(fields, "number"),
                    text(fields, "group"),
                    citations.require(fields),
                    fields.position());
            return id.map(_ -> move);
        });
    }

    private List<String> texts(YamlFields fields) {
        fields.require("text", "Say what to do.");
        List<YamlNode.Text> read = fields.oneOrMore("text");
        read.forEach(this::checkSlots);
        return read.stream().map(YamlNode.Text::text).toList();
    }

    private String required(YamlFields fields, String key, String remedy) {
        fields.require(key, remedy);
        return text(fields, key);
    }

    private String text(YamlFields fields, String key) {
        Optional<YamlNode.Text> text = fields.text(key);
        text.ifPresent(this::checkSlots);
        return text.map(YamlNode.Text::text).orElse("");
    }

    private void checkSlots(YamlNode.Text text) {
        SlotCheck slots = new SlotCheck(draft, report);
        slots.check(text, true);
        slots.sums(text, conditions);
    }

    /** Words that always hold, or a condition with them. */
    private Guidance.CasePart step(YamlNode yaml) {
        if (yaml instanceof YamlNode.Text text) {
            checkSlots(text);
            return new Guidance.CasePart(null, null, text.text());
        }
        return YamlFields.read(yaml, "a step", report, this::part);
    }

    private List<Guidance.CasePart> steps(YamlFields fields) {
        return fields.items("steps").stream().map(this::step).toList();
    }

    private Guidance.Composition composition(YamlFields fields) {
        fields.require("lines", "List what it says, the stand that it takes first.");
        return new Guidance.Composition(
                conditions.when(fields, "Write the condition under which it applies."),
                choices(fields.items("lines")),
                choices(fields.items("faults")),
                choices(fields.items("steps")),
                fields.items("taken").stream().map(this::step).toList(),
                citations.require(fields));
    }

    /** Of each item, which may be a list, the words of which one is told. */
    private List<List<Guidance.CasePart>> choices(List<YamlNode> items) {
        return items.stream()
                .map(item -> item instanceof YamlNode.Items list ? list.items() : List.of(item))
                .map(parts -> parts.stream().map(this::step).toList())
                .toList();
    }

    private Guidance.Note note(YamlFields fields) {
        Optional<YamlNode.Text> told = fields.text("told");
        told.ifPresent(id -> ids.choice(draft, Guidance.TOLD, id.text(), id.position()));
        @Nullable
        Condition when = told.isPresent()
                ? conditions.orNull(fields, "when")
                : conditions.when(fields, "Write the condition under which it was named.");
        String text = required(fields, "text", "Write what to know about it.");
        // What is only our own experience of a cause names no source.
        List<Citation> cited = told.isPresent() ? citations.read(fields) : citations.require(fields);
        @Nullable Pattern decides = named().phrases(fields.oneOrMore("decides"));
        List<String> without = ids.resolved(fields.texts("without"), draft.factsAndFigures(), "fact");
        String cause = told.map(YamlNode.Text::text).orElse("");
        return new Guidance.Note(cause, when, without, text, decides, text(fields, "finds"), steps(fields), cited);
    }

    private Guidance.CasePart part(YamlFields fields) {
        @Nullable Condition when = conditions.orNull(fields, "when");
        String text = required(fields, "text", "Write the words, with values such as `{examples}`.");
        return new Guidance.CasePart(when, conditions.orNull(fields, "moot"), text);
    }

    private void inOrder(List<LiteralQuestion> questions, List<YamlNode.Text> order) {
        List<String> named = order.stream().map(YamlNode.Text::text).toList();
        List<String> known = questions.stream().map(LiteralQuestion::intent).toList();
        ids.resolved(order, known, "question");
        if (!order.isEmpty()) {
            known.forEach(id -> ids.resolve(id, named, order.getLast().position(), "place in `order` for"));
        }
        questions.sort(Comparator.comparingInt(question -> named.indexOf(question.intent())));
    }

    private void question(String intent, YamlNode.Entry entry, List<String> moves, List<LiteralQuestion> questions) {
        if (questions.stream().anyMatch(known -> known.intent().equals(intent))) {
            report.error("duplicate", entry.key(), "question", intent);
        }
        ids.choice(draft, Guidance.INTENT, intent, entry.key());
        draft.place("questions." + intent, entry.key());
        questions.add(YamlFields.read(entry.value(), "the question `" + intent + "`", report, fields -> {
            fields.require("answers", "List its answers; the last may go without `when`.");
            return new LiteralQuestion(
                    intent,
                    conditions.orNull(fields, "put"),
                    conditions.orNull(fields, "topic"),
                    conditions.orNull(fields, "also"),
                    named().phrases(fields.items("needs")),
                    named().phrases(fields.items("asks")),
                    named().phrases(fields.items("says")),
                    roles(fields),
                    fields.each("answers", "an answer to `" + intent + "`", this::reply),
                    ids.resolved(fields.texts("moves"), moves, "move"));
        }));
    }

    private static Set<LiteralQuestion.Role> roles(YamlFields fields) {
        return Arrays.stream(LiteralQuestion.Role.values())
                .filter(role -> fields.flag(role.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private LiteralQuestion.Reply reply(YamlFields fields) {
        return new LiteralQuestion.Reply(
                conditions.orNull(fields, "when"),
                named().phrases(fields.items("asks")),
                required(fields, "text", "Write the answer."),
                steps(fields),
                fields.each("code", "code", this::snippet),
                citations.require(fields));
    }

    private LiteralQuestion.Snippet snippet(YamlFields fields) {
        @Nullable Condition when = conditions.orNull(fields, "when");
        String language = fields.string("language", "Name what it is written in, such as `python`.");
        String text = fields.string("text", "Write the lines.");
        return new LiteralQuestion.Snippet(when, language, text.stripTrailing());
    }
}
