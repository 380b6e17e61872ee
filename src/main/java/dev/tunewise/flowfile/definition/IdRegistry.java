package dev.tunewise.flowfile.definition;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.ProblemTexts;
import dev.tunewise.diagnostics.Suggestion;
import dev.tunewise.flow.Fact;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of one load: how they are written, that none is given twice, and that each reference leads to one. */
public final class IdRegistry {
    private static final Pattern SNAKE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Set<String> RESERVED = Set.of("""
                in true false null as break const continue else for function if import let loop package namespace
                return var void while size exists all
                """.strip().split("\\s+"));

    private final ProblemCollector report;
    private final Map<String, Map<String, Position>> given = new HashMap<>();

    public IdRegistry(ProblemCollector report) {
        this.report = report;
    }

    /** A name that conditions use: snake case, and no word of CEL's own. */
    void snake(String id, Position position, String what) {
        if (!SNAKE.matcher(id).matches()) {
            report.error("bad-name", position, id, what, tidy(id, '_'));
        } else if (RESERVED.contains(id)) {
            report.error("bad-name.reserved", position, id, what);
        }
    }

    /** A name that only texts and references use: kebab case. */
    void kebab(String id, Position position, String what) {
        if (!KEBAB.matcher(id).matches()) {
            report.error("bad-name.kebab", position, id, what, tidy(id, '-'));
        }
    }

    private static String tidy(String id, char joint) {
        String tidy = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", String.valueOf(joint));
        String trimmed = tidy.replaceAll("^[_-]+|[_-]+$", "");
        return trimmed.isEmpty() || (joint == '_' && Character.isDigit(trimmed.charAt(0))) ? "x" + trimmed : trimmed;
    }

    /** Notes a name; reports it when it is given already within the same space of names. */
    void claim(String space, String id, Position position, String what) {
        Position first = given.computeIfAbsent(space, _ -> new HashMap<>()).putIfAbsent(id, position);
        if (first != null) {
            String where =
                    first.file().equals(position.file()) ? first.line() + ":" + first.column() : first.toString();
            report.error("duplicate-name", position, what, id, where);
        }
    }

    /** The name that an item of a list gives itself; empty after reporting that it gives none. */
    Optional<String> name(YamlFields fields, String what, String space, String remedy) {
        Optional<YamlNode.Text> id = fields.requireText("id", remedy);
        id.ifPresent(text -> {
            kebab(text.text(), text.position(), what);
            claim(space, text.text(), text.position(), what);
        });
        return id.map(YamlNode.Text::text);
    }

    /** The same for a part of the flow, whose place is noted. */
    Optional<String> part(YamlFields fields, String what, FlowBuilder draft) {
        Optional<String> id = name(fields, what, what, "Give it a name in small letters, digits and `-`.");
        id.ifPresent(name ->
                draft.place(what + "s." + name, fields.get("id").orElseThrow().position()));
        return id;
    }

    /** Those of some references that lead somewhere; the others are reported. */
    public List<String> resolved(List<YamlNode.Text> texts, Collection<String> allowed, String what) {
        return texts.stream()
                .filter(text -> resolve(text, allowed, what))
                .map(YamlNode.Text::text)
                .toList();
    }

    /** Reports a choice that a fact does not have. */
    void choice(FlowBuilder draft, String fact, String id, Position position) {
        List<String> choices = draft.fact(fact).map(Fact::choices).orElse(List.of());
        resolve(id, choices, position, "choice of the fact `" + fact + "`");
    }

    public boolean resolve(YamlNode.Text text, Collection<String> allowed, String what) {
        return resolve(text.text(), allowed, text.position(), what);
    }

    /**
     * Reports a reference that leads nowhere; says whether it leads somewhere. Where there is nothing at all to refer to, that is reported by
     * itself, and the reference raises no second problem.
     */
    public boolean resolve(String id, Collection<String> allowed, Position position, String what) {
        if (allowed.contains(id) || allowed.isEmpty()) {
            return allowed.contains(id);
        }
        report.add(ProblemTexts.error("unknown", position, what, id, Suggestion.remedy(id, allowed))
                .coded("unknown-" + what.replace(' ', '-')));
        return false;
    }
}
