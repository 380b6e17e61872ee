package dev.tunewise.flowfile.definition;

import dev.tunewise.condition.Compilation;
import dev.tunewise.condition.Condition;
import dev.tunewise.condition.ConditionProblem;
import dev.tunewise.condition.Declaration;
import dev.tunewise.condition.compiler.CompiledTerms;
import dev.tunewise.condition.compiler.ConditionCompiler;
import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.Problem;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlFields;
import dev.tunewise.flowfile.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles the conditions of a flow, with every problem at its place in the file. */
final class ConditionReader {
    private final ConditionCompiler conditions;
    private final ProblemCollector report;
    private final List<String> texts = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final Map<String, YamlNode.Text> terms;

    private ConditionReader(ConditionCompiler conditions, Map<String, YamlNode.Text> terms, ProblemCollector report) {
        this.conditions = conditions;
        this.terms = terms;
        this.report = report;
    }

    /** A reader of conditions that may use the terms; problems of the terms are reported. */
    static ConditionReader of(
            Map<String, Declaration> declarations, Map<String, YamlNode.Text> terms, ProblemCollector report) {
        Map<String, String> texts = new LinkedHashMap<>();
        terms.forEach((name, text) -> texts.put(name, text.text()));
        CompiledTerms known = ConditionCompiler.over(declarations).withTerms(texts);
        ConditionReader reader = new ConditionReader(known.conditions(), terms, report);
        known.problems().forEach((name, problems) -> reader.report(problems, terms.get(name)));
        return reader;
    }

    /** The condition; after a problem, one that never holds stands in. */
    Condition read(YamlNode.Text text) {
        texts.add(text.text());
        return switch (conditions.compile(text.text())) {
            case Compilation.Compiled compiled -> {
                used.addAll(compiled.condition().facts());
                yield compiled.condition();
            }
            case Compilation.Refused refused -> {
                report(refused.problems(), text);
                yield never();
            }
        };
    }

    @Nullable
    Condition orNull(YamlFields fields, String key) {
        return fields.text(key).map(this::read).orElse(null);
    }

    /** The condition under `when`, which must be there. */
    Condition when(YamlFields fields, String remedy) {
        return fields.requireText("when", remedy).map(this::read).orElseGet(this::never);
    }

    /** A condition that never holds, where none could be read. */
    Condition never() {
        if (conditions.compile("false") instanceof Compilation.Compiled compiled) {
            return compiled.condition();
        }
        throw new IllegalStateException("`false` is always a condition");
    }

    private void report(List<ConditionProblem> problems, YamlNode.@Nullable Text text) {
        if (text == null) {
            return;
        }
        for (ConditionProblem problem : problems) {
            Position at = text.places().at(text.text(), problem.line(), problem.column());
            report.add(Problem.error(problem.code(), at, problem.message(), problem.remedy()));
        }
    }

    /** The facts and figures of what was read so far, those of terms included. */
    Set<String> used() {
        return new HashSet<>(used);
    }

    /** Warns of terms that no condition uses. */
    void reportUnusedTerms() {
        terms.forEach((name, text) -> {
            Pattern word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
            boolean used = texts.stream().anyMatch(other -> word.matcher(other).find())
                    || terms.values().stream()
                            .anyMatch(other ->
                                    other != text && word.matcher(other.text()).find());
            if (!used) {
                report.warning("unused-term", text.position(), name);
            }
        });
    }
}
