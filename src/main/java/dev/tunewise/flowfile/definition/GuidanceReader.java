package dev.tunewise.flowfile.definition;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Citation;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.LiteralQuestion;
import dev.tunewise.flow.Move;
import dev.tunewise.flow.interview.NamedThings;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
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
                report.error(
                        "wrong-kind",
                        file.position(),
                        "A file of moves is a list, found " + file.kind() + ".",
                        "Write one `- id: ...` for each move.");
            }
        }
        List<String> known = moves.stream().map(Move::id).toList();
        List<Guidance.CasePart> parts = new ArrayList<>();
        List<Guidance.Note> notes = new ArrayList<>();
        Map<String, List<Pattern>> mentions = new HashMap<>();
        List<LiteralQuestion> questions = new ArrayList<>();
        List<YamlNode.Text> order = new ArrayList<>();
        for (YamlNode file : questionFiles) {
            YamlFields fields = YamlFields.of(file, "a file of questions", report);
            mentions(fields, mentions);
            order.addAll(fields.texts("order"));
            fields.items("case").forEach(item -> parts.add(part(item, "a part of the case")));
            fields.items("notes").forEach(item -> notes.add(note(item)));
            fields.map("questions").forEach((intent, entry) -> question(intent, entry, known, questions));
            fields.done();
        }
        inOrder(questions, order);
        List<Guidance.Setting> settings = settingFile
                .map(file -> new NamedSettingReader(draft, ids, report, conditions, citations).read(file))
                .orElse(List.of());
        draft.guidance = new Guidance(moves, mentions, parts, notes, settings, questions);
    }

    private Optional<Move> move(YamlNode yaml) {
        YamlFields fields = YamlFields.of(yaml, RuleReader.name("move", yaml), report);
        Optional<String> id = ids.part(fields, "move", draft);
        Optional<YamlNode.Text> when = fields.requireText("when", "Write the condition under which it applies.");
        Condition applies = when.map(conditions::read).orElseGet(conditions::never);
        when.ifPresent(text -> new ReachCheck(draft, report).check(applies, text, fields.what()));
        fields.require("weight", "Say how strong it is, from 1 to " + HEAVIEST + ".");
        Move move = new Move(
                id.orElse(""),
                applies,
                conditions.read(fields, "unless").orElse(null),
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
        fields.done();
        return id.map(_ -> move);
    }

    private List<String> texts(YamlFields fields) {
        fields.require("text", "Say what to do.");
        boolean several = fields.get("text")
                .filter(node -> node instanceof YamlNode.Items)
                .isPresent();
        List<YamlNode.Text> read = several
                ? fields.texts("text")
                : fields.text("text").map(List::of).orElse(List.of());
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
        new SlotCheck(draft, report).check(text);
    }

    private void mentions(YamlFields fields, Map<String, List<Pattern>> mentions) {
        List<String> choices = draft.fact(Guidance.MENTIONS).map(Fact::choices).orElse(List.of());
        fields.map("mentions").forEach((id, entry) -> {
            ids.resolve(id, choices, entry.key(), "choice of the fact `" + Guidance.MENTIONS + "`");
            List<Pattern> phrases = new ArrayList<>();
            if (entry.value() instanceof YamlNode.Items list) {
                list.items().forEach(item -> phrase(item).ifPresent(phrases::add));
            }
            if (mentions.put(id, phrases) != null) {
                twice("mention", id, entry);
            }
        });
    }

    private Optional<Pattern> phrase(YamlNode yaml) {
        String text = yaml instanceof YamlNode.Text words ? words.text() : "";
        try {
            if (!text.isBlank()) {
                return Optional.of(NamedThings.phrase(text));
            }
        } catch (PatternSyntaxException e) {
            // reported below, as what is no text
        }
        report.error(
                "wrong-phrase",
                yaml.position(),
                "`" + text + "` is no phrase.",
                "Write words in small letters, such as `end of (text|turn)`; ` ~ ` stands for up to 60 characters.");
        return Optional.empty();
    }

    /** Words that always hold, or a condition with them. */
    private Guidance.CasePart step(YamlNode yaml) {
        if (yaml instanceof YamlNode.Text text) {
            checkSlots(text);
            return new Guidance.CasePart(null, text.text());
        }
        return part(yaml, "a step");
    }

    private Guidance.Note note(YamlNode yaml) {
        YamlFields fields = YamlFields.of(yaml, "a note", report);
        Condition when = fields.requireText("when", "Write the condition under which it was named.")
                .map(conditions::read)
                .orElseGet(conditions::never);
        String text = required(fields, "text", "Write what to know about it.");
        List<Citation> sources = citations.require(fields);
        fields.done();
        return new Guidance.Note(when, text, sources);
    }

    private Guidance.CasePart part(YamlNode yaml, String what) {
        YamlFields fields = YamlFields.of(yaml, what, report);
        @Nullable Condition when = conditions.read(fields, "when").orElse(null);
        String text = required(fields, "text", "Write the words, with values such as `{examples}`.");
        fields.done();
        return new Guidance.CasePart(when, text);
    }

    private void inOrder(List<LiteralQuestion> questions, List<YamlNode.Text> order) {
        List<String> named = order.stream().map(YamlNode.Text::text).toList();
        List<String> known = questions.stream().map(LiteralQuestion::intent).toList();
        order.forEach(id -> ids.resolve(id.text(), known, id.position(), "question"));
        if (!order.isEmpty()) {
            known.forEach(id -> ids.resolve(id, named, order.getLast().position(), "place in `order` for"));
        }
        questions.sort(Comparator.comparingInt(question -> named.indexOf(question.intent())));
    }

    private void twice(String what, String id, YamlNode.Entry entry) {
        report.error(
                "duplicate",
                entry.key(),
                "The " + what + " `" + id + "` stands in another file of `questions/` too.",
                "Keep one of them.");
    }

    private void question(String intent, YamlNode.Entry entry, List<String> moves, List<LiteralQuestion> questions) {
        if (questions.stream().anyMatch(known -> known.intent().equals(intent))) {
            twice("question", intent, entry);
        }
        List<String> choices = draft.fact(Guidance.INTENT).map(Fact::choices).orElse(List.of());
        ids.resolve(intent, choices, entry.key(), "choice of the fact `" + Guidance.INTENT + "`");
        draft.place("questions." + intent, entry.key());
        YamlFields fields = YamlFields.of(entry.value(), "the question `" + intent + "`", report);
        @Nullable Condition put = conditions.read(fields, "put").orElse(null);
        @Nullable Condition topic = conditions.read(fields, "topic").orElse(null);
        @Nullable Condition also = conditions.read(fields, "also").orElse(null);
        fields.require("answers", "List its answers; the last may go without `when`.");
        List<LiteralQuestion.Reply> answers = fields.items("answers").stream()
                .map(item -> reply(item, intent))
                .toList();
        List<String> named = new ArrayList<>();
        for (YamlNode.Text move : fields.texts("moves")) {
            if (ids.resolve(move.text(), moves, move.position(), "move")) {
                named.add(move.text());
            }
        }
        boolean explains = fields.flag("explains");
        fields.done();
        questions.add(new LiteralQuestion(intent, put, topic, also, explains, answers, named));
    }

    private LiteralQuestion.Reply reply(YamlNode yaml, String intent) {
        YamlFields fields = YamlFields.of(yaml, "an answer to `" + intent + "`", report);
        @Nullable Condition when = conditions.read(fields, "when").orElse(null);
        String text = required(fields, "text", "Write the answer.");
        List<Guidance.CasePart> steps =
                fields.items("steps").stream().map(this::step).toList();
        List<LiteralQuestion.Snippet> code =
                fields.items("code").stream().map(this::snippet).toList();
        List<Citation> sources = citations.require(fields);
        fields.done();
        return new LiteralQuestion.Reply(when, text, steps, code, sources);
    }

    /** Braces belong to the code: nothing is filled in. */
    private LiteralQuestion.Snippet snippet(YamlNode yaml) {
        YamlFields fields = YamlFields.of(yaml, "code", report);
        @Nullable Condition when = conditions.read(fields, "when").orElse(null);
        String language = fields.requireText("language", "Name what it is written in, such as `python`.")
                .map(YamlNode.Text::text)
                .orElse("");
        String text = fields.requireText("text", "Write the lines.")
                .map(YamlNode.Text::text)
                .orElse("");
        fields.done();
        return new LiteralQuestion.Snippet(when, language, text.stripTrailing());
    }
}
