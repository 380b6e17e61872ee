package dev.tunewise.api.flow;

import dev.tunewise.advice.document.RecordTree;
import dev.tunewise.api.request.UnitNames;
import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Citation;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Source;
import dev.tunewise.flow.Texts;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Verdict;
import dev.tunewise.session.turn.ServedFlow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A flow in full, as JSON: what it asks, how it decides, where that comes from. */
public final class FlowDocument {
    private static final RecordTree TREE = new RecordTree(ValueJson.TREE, Map.of())
            .with(FactType.class, ValueJson::name)
            .with(Unit.class, UnitNames::name)
            .with(Condition.class, Condition::text)
            .with(Citation.class, Citation::toString);

    public static Map<String, Object> all(List<ServedFlow> flows) {
        return Map.of("flows", each(flows, served -> summary(served.flow())));
    }

    private static Map<String, @Nullable Object> summary(Flow flow) {
        Map<String, @Nullable Object> tree = TREE.parts(flow, "id");
        tree.put("title", flow.texts().find("title").orElse(flow.id()));
        tree.put("tagline", flow.texts().find("tagline").orElse(""));
        tree.putAll(TREE.parts(flow, "version fingerprint"));
        return tree;
    }

    public static Map<String, @Nullable Object> of(ServedFlow served) {
        Flow flow = served.flow();
        Texts texts = flow.texts();
        Map<String, @Nullable Object> tree = summary(flow);
        tree.put("language", texts.language());
        tree.put("max_questions", flow.maxQuestions());
        tree.put("facts", each(flow.facts(), fact -> fact(fact, texts)));
        tree.put("figures", each(flow.figures(), figure -> {
            Map<String, @Nullable Object> told = TREE.parts(figure, "id type");
            told.put("label", texts.find("figures." + figure.id() + ".label").orElse(figure.id()));
            told.putAll(TREE.parts(figure, "choices unit?"));
            return told;
        }));
        tree.put("verdicts", each(flow.verdicts(), Verdict::id));
        tree.put("levers", each(flow.levers(), lever -> named(texts, "levers." + lever.id(), lever)));
        tree.put("rules", each(flow.rules(), rule -> rule(rule, texts)));
        tree.put("gates", each(flow.gates(), gate -> named(texts, "gates." + gate.id(), gate)));
        tree.put("findings", each(flow.findings(), finding -> named(texts, "findings." + finding.id(), finding)));
        tree.put("sources", each(List.copyOf(new TreeMap<>(flow.sources()).values()), FlowDocument::source));
        tree.put("diagram", served.diagram());
        return tree;
    }

    private static Map<String, @Nullable Object> fact(Fact fact, Texts texts) {
        String key = "facts." + fact.id();
        Map<String, @Nullable Object> tree = TREE.parts(fact, "id type");
        tree.put("label", texts.find(key + ".label").orElse(fact.id()));
        for (String part : List.of("question", "why", "hint")) {
            tree.put(part, texts.find(key + "." + part).orElse(""));
        }
        tree.put("choices", each(fact.choices(), choice -> {
            Map<String, @Nullable Object> told = new LinkedHashMap<>();
            told.put("id", choice);
            told.put("label", texts.find(key + ".choices." + choice).orElse(choice));
            return told;
        }));
        tree.putAll(TREE.parts(fact, "catalogue? unit? min? max? whole assume was"));
        return tree;
    }

    private static Map<String, @Nullable Object> named(Texts texts, String key, Object part) {
        Map<String, @Nullable Object> tree = TREE.parts(part, "id");
        tree.put(
                "name",
                texts.find(key + ".name")
                        .or(() -> texts.find(key + ".title"))
                        .orElse(key.substring(key.indexOf('.') + 1)));
        tree.putAll(TREE.parts(part, "sources"));
        return tree;
    }

    private static Map<String, @Nullable Object> rule(Rule rule, Texts texts) {
        String key = "rules." + rule.id();
        Map<String, @Nullable Object> tree = TREE.parts(rule, "id when verdict lever");
        tree.put("headline", texts.find(key + ".headline").orElse(""));
        tree.put("because", each(rule.because(), reason -> {
            Map<String, @Nullable Object> because = TREE.parts(reason, "facts sources");
            because.put("text", texts.find(key + ".because." + reason.id()).orElse(""));
            return because;
        }));
        return tree;
    }

    private static Map<String, @Nullable Object> source(Source source) {
        Map<String, @Nullable Object> tree = TREE.parts(source, "id title publisher date url");
        tree.put("sections", new TreeMap<>(source.sections()));
        return tree;
    }

    private static <T, R> List<R> each(List<T> items, Function<T, R> written) {
        return items.stream().map(written).toList();
    }
}
