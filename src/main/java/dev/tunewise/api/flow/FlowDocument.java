package dev.tunewise.api.flow;

import dev.tunewise.api.request.UnitNames;
import dev.tunewise.flow.Citation;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Source;
import dev.tunewise.flow.Texts;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Verdict;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A flow in full, as JSON: what it asks, how it decides, where that comes from. */
public final class FlowDocument {
    public static Map<String, Object> all(List<ServedFlow> flows) {
        return Map.of("flows", each(flows, served -> summary(served.flow())));
    }

    private static Map<String, @Nullable Object> summary(Flow flow) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", flow.id());
        tree.put("title", flow.texts().find("title").orElse(flow.id()));
        tree.put("tagline", flow.texts().find("tagline").orElse(""));
        tree.put("version", flow.version());
        tree.put("fingerprint", flow.fingerprint());
        return tree;
    }

    public static Map<String, @Nullable Object> of(ServedFlow served) {
        Flow flow = served.flow();
        Texts texts = flow.texts();
        Map<String, @Nullable Object> tree = summary(flow);
        tree.put("language", texts.language());
        tree.put("max_questions", flow.maxQuestions());
        tree.put("facts", each(flow.facts(), fact -> fact(fact, texts)));
        tree.put("figures", each(flow.figures(), figure -> figure(figure, texts)));
        tree.put("verdicts", each(flow.verdicts(), Verdict::id));
        tree.put("levers", each(flow.levers(), lever -> named(texts, "levers", lever.id(), lever.sources())));
        tree.put("rules", each(flow.rules(), rule -> rule(rule, texts)));
        tree.put("gates", each(flow.gates(), gate -> named(texts, "gates", gate.id(), gate.sources())));
        tree.put(
                "findings",
                each(flow.findings(), finding -> named(texts, "findings", finding.id(), finding.sources())));
        tree.put("sources", each(List.copyOf(new TreeMap<>(flow.sources()).values()), FlowDocument::source));
        tree.put("diagram", served.diagram());
        return tree;
    }

    private static Map<String, @Nullable Object> fact(Fact fact, Texts texts) {
        String key = "facts." + fact.id();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", fact.id());
        tree.put("type", type(fact.type()));
        tree.put("label", texts.find(key + ".label").orElse(fact.id()));
        for (String part : List.of("question", "why", "hint")) {
            tree.put(part, texts.find(key + "." + part).orElse(""));
        }
        tree.put(
                "choices",
                each(
                        fact.choices(),
                        choice -> choice(
                                choice, texts.find(key + ".choices." + choice).orElse(choice))));
        putKnown(tree, "catalogue", fact.catalogue());
        putKnown(tree, "unit", unit(fact.unit()));
        putKnown(tree, "min", plain(fact.min()));
        putKnown(tree, "max", plain(fact.max()));
        tree.put("whole", fact.whole());
        tree.put("assume", ValueJson.of(fact.assume()));
        tree.put("was", fact.was());
        return tree;
    }

    private static Map<String, @Nullable Object> choice(String id, String label) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", id);
        tree.put("label", label);
        return tree;
    }

    private static Map<String, @Nullable Object> figure(Figure figure, Texts texts) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", figure.id());
        tree.put("type", type(figure.type()));
        tree.put("label", texts.find("figures." + figure.id() + ".label").orElse(figure.id()));
        tree.put("choices", figure.choices());
        putKnown(tree, "unit", unit(figure.unit()));
        return tree;
    }

    private static Map<String, @Nullable Object> named(Texts texts, String kind, String id, List<Citation> sources) {
        String key = kind + "." + id;
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", id);
        tree.put(
                "name",
                texts.find(key + ".name").or(() -> texts.find(key + ".title")).orElse(id));
        tree.put("sources", cited(sources));
        return tree;
    }

    private static Map<String, @Nullable Object> rule(Rule rule, Texts texts) {
        String key = "rules." + rule.id();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", rule.id());
        tree.put("when", rule.when().text());
        tree.put("verdict", rule.verdict());
        tree.put("lever", rule.lever());
        tree.put("headline", texts.find(key + ".headline").orElse(""));
        tree.put("because", each(rule.because(), reason -> {
            Map<String, @Nullable Object> because = new LinkedHashMap<>();
            because.put("text", texts.find(key + ".because." + reason.id()).orElse(""));
            because.put("facts", reason.facts());
            because.put("sources", cited(reason.sources()));
            return because;
        }));
        return tree;
    }

    private static Map<String, @Nullable Object> source(Source source) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", source.id());
        tree.put("title", source.title());
        tree.put("publisher", source.publisher());
        tree.put("date", source.date());
        tree.put("url", source.url());
        tree.put("sections", new TreeMap<>(source.sections()));
        return tree;
    }

    private static void putKnown(Map<String, @Nullable Object> tree, String key, @Nullable Object value) {
        if (value != null) {
            tree.put(key, value);
        }
    }

    private static String type(FactType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable String unit(@Nullable Unit unit) {
        return unit == null ? null : UnitNames.name(unit);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : ValueJson.plain(number);
    }

    private static List<String> cited(List<Citation> sources) {
        return sources.stream().map(Citation::toString).toList();
    }

    private static <T, R> List<R> each(List<T> items, Function<T, R> written) {
        return items.stream().map(written).toList();
    }
}
