package dev.tunewise.api.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tunewise.api.request.UnitNames;
import dev.tunewise.flow.Citation;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Source;
import dev.tunewise.flow.Texts;
import dev.tunewise.flow.Verdict;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A flow in full: what it asks, how it decides, where that comes from. */
@Serdeable
public record FlowView(
        String id,
        String title,
        String tagline,
        int version,
        String fingerprint,
        String language,
        @JsonProperty("max_questions") int maxQuestions,
        List<FactView> facts,
        List<FigureView> figures,
        List<String> verdicts,
        List<NamedView> levers,
        List<RuleView> rules,
        List<NamedView> gates,
        List<NamedView> findings,
        List<ReferenceView> sources,
        String diagram) {

    /** A flow in a list. */
    @Serdeable
    public record Summary(String id, String title, String tagline, int version, String fingerprint) {
        public static Summary of(Flow flow) {
            return new Summary(
                    flow.id(),
                    text(flow, "title", flow.id()),
                    text(flow, "tagline", ""),
                    flow.version(),
                    flow.fingerprint());
        }
    }

    /** The flows in service. */
    @Serdeable
    public record All(List<Summary> flows) {}

    /** One thing to know. */
    @Serdeable
    record FactView(
            String id,
            String type,
            String label,
            String question,
            String why,
            String hint,
            List<ChoiceView> choices,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String catalogue,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String unit,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            BigDecimal min,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            BigDecimal max,

            boolean whole,
            Object assume,
            List<String> was) {
        static FactView of(Fact fact, Texts texts) {
            String key = "facts." + fact.id();
            return new FactView(
                    fact.id(),
                    fact.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    texts.find(key + ".label").orElse(fact.id()),
                    texts.find(key + ".question").orElse(""),
                    texts.find(key + ".why").orElse(""),
                    texts.find(key + ".hint").orElse(""),
                    fact.choices().stream()
                            .map(choice -> new ChoiceView(
                                    choice,
                                    texts.find(key + ".choices." + choice).orElse(choice)))
                            .toList(),
                    fact.catalogue(),
                    fact.unit() == null ? null : UnitNames.name(fact.unit()),
                    ValueJson.plainOrNull(fact.min()),
                    ValueJson.plainOrNull(fact.max()),
                    fact.whole(),
                    ValueJson.of(fact.assume()),
                    fact.was());
        }
    }

    /** One of the values that a fact can take. */
    @Serdeable
    record ChoiceView(String id, String label) {}

    /** A fact that is worked out. */
    @Serdeable
    record FigureView(
            String id,
            String type,
            String label,
            List<String> choices,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String unit) {
        static FigureView of(Figure figure, Texts texts) {
            return new FigureView(
                    figure.id(),
                    figure.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    texts.find("figures." + figure.id() + ".label").orElse(figure.id()),
                    figure.choices(),
                    figure.unit() == null ? null : UnitNames.name(figure.unit()));
        }
    }

    /** Something with a name. */
    @Serdeable
    record NamedView(String id, String name, List<String> sources) {}

    /** A verdict with its condition. */
    @Serdeable
    record RuleView(
            String id, String when, String verdict, String lever, String headline, List<RuleReasonView> because) {

        public static RuleView of(Rule rule, Texts texts) {
            String key = "rules." + rule.id();
            return new RuleView(
                    rule.id(),
                    rule.when().text(),
                    rule.verdict(),
                    rule.lever(),
                    texts.find(key + ".headline").orElse(""),
                    rule.because().stream()
                            .map(reason -> new RuleReasonView(
                                    texts.find(key + ".because." + reason.id()).orElse(""),
                                    reason.facts(),
                                    cited(reason.sources())))
                            .toList());
        }
    }

    /** A reason of a rule. */
    @Serdeable
    record RuleReasonView(String text, List<String> facts, List<String> sources) {}

    /** Where rules come from. */
    @Serdeable
    record ReferenceView(
            String id, String title, String publisher, String date, String url, Map<String, String> sections) {
        public static ReferenceView of(Source source) {
            return new ReferenceView(
                    source.id(),
                    source.title(),
                    source.publisher(),
                    source.date(),
                    source.url(),
                    new TreeMap<>(source.sections()));
        }
    }

    public static FlowView of(ServedFlow served) {
        Flow flow = served.flow();
        Texts texts = flow.texts();
        return new FlowView(
                flow.id(),
                text(flow, "title", flow.id()),
                text(flow, "tagline", ""),
                flow.version(),
                flow.fingerprint(),
                texts.language(),
                flow.maxQuestions(),
                flow.facts().stream().map(fact -> FactView.of(fact, texts)).toList(),
                flow.figures().stream()
                        .map(figure -> FigureView.of(figure, texts))
                        .toList(),
                flow.verdicts().stream().map(Verdict::id).toList(),
                flow.levers().stream()
                        .map(lever -> named(flow, "levers", lever.id(), lever.sources()))
                        .toList(),
                flow.rules().stream().map(rule -> RuleView.of(rule, texts)).toList(),
                flow.gates().stream()
                        .map(gate -> named(flow, "gates", gate.id(), gate.sources()))
                        .toList(),
                flow.findings().stream()
                        .map(finding -> named(flow, "findings", finding.id(), finding.sources()))
                        .toList(),
                new TreeMap<>(flow.sources())
                        .values().stream().map(ReferenceView::of).toList(),
                served.diagram());
    }

    private static NamedView named(Flow flow, String kind, String id, List<Citation> sources) {
        String key = kind + "." + id;
        return new NamedView(
                id,
                flow.texts()
                        .find(key + ".name")
                        .or(() -> flow.texts().find(key + ".title"))
                        .orElse(id),
                cited(sources));
    }

    private static List<String> cited(List<Citation> sources) {
        return sources.stream().map(Citation::toString).toList();
    }

    private static String text(Flow flow, String key, String otherwise) {
        return flow.texts().find(key).orElse(otherwise);
    }
}
