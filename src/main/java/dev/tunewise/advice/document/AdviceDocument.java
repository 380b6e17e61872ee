package dev.tunewise.advice.document;

import dev.tunewise.advice.result.Advice;
import dev.tunewise.advice.result.Assumption;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.Counterfactual;
import dev.tunewise.advice.result.Counterfactuals;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.Evidence;
import dev.tunewise.advice.result.GateState;
import dev.tunewise.advice.result.LadderStep;
import dev.tunewise.advice.result.Observation;
import dev.tunewise.advice.result.Recommendation;
import dev.tunewise.advice.result.SourceReference;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Advice as a tree of maps, lists, strings, numbers and booleans with the names that the API and the records use, so that every writer of JSON tells
 * the same. Keys keep their order.
 */
public final class AdviceDocument {
    private AdviceDocument() {}

    /**
     * The whole answer.
     *
     * @param advice the advice
     * @param outlook what would change it
     * @param cost the comparison of costs, where there is one
     */
    public static Map<String, @Nullable Object> of(
            Advice advice, Counterfactuals outlook, Optional<CostComparison> cost) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("verdict", advice.decision().map(AdviceDocument::verdict).orElse(null));
        tree.put("needs", advice.needs());
        tree.put("ladder", all(advice.ladder(), AdviceDocument::rung));
        tree.put("gates", all(advice.gates(), AdviceDocument::gate));
        tree.put("findings", all(advice.findings(), AdviceDocument::finding));
        tree.put("cost", cost.map(CostDocument::of).orElse(null));
        tree.put("would_change", all(outlook.flips(), AdviceDocument::flip));
        tree.put("assumptions", all(advice.assumptions(), each -> assumption(each, outlook)));
        tree.put("explanation", ExplanationDocument.of(advice.explanation()));
        tree.put(
                "prices",
                cost.map(view -> all(view.prices(), CostDocument::price)).orElse(List.of()));
        return tree;
    }

    /** A value as JSON writes it: a string, a list of strings, a number or a boolean. */
    public static Object value(Value value) {
        return value instanceof Value.Quantity quantity ? quantity.value() : value.raw();
    }

    private static Object shown(Value value) {
        return value instanceof Value.Quantity quantity ? plain(quantity.value()) : value.raw();
    }

    /** A number without an exponent where it is short enough to be read. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The verdict alone. Every flow's verdict has this name in the contract, whatever the flow asks. */
    public static Map<String, @Nullable Object> verdict(Decision decision) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("fine_tune", decision.verdict());
        tree.put("lever", decision.lever());
        tree.put("headline", decision.headline());
        tree.put("rule", decision.rule());
        Recommendation row = decision.recommendation();
        tree.put("option", row == null ? null : row.option());
        tree.put("probability", row == null ? null : row.probability());
        tree.put("tie", row != null && row.tie());
        tree.put("runner_up", row == null ? null : runnerUp(row.runnerUp()));
        tree.put("reasons", all(decision.reasons(), AdviceDocument::reason));
        return tree;
    }

    private static @Nullable Object runnerUp(Recommendation.@Nullable RunnerUp second) {
        if (second == null) {
            return null;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("option", second.option());
        tree.put("name", second.name());
        tree.put("yearly_difference", second.yearlyDifference());
        return tree;
    }

    private static Map<String, @Nullable Object> reason(Decision.Reason reason) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("text", reason.text());
        tree.put("rule", reason.rule());
        tree.put("facts", ids(reason.basis()));
        tree.put("answers", all(reason.basis(), AdviceDocument::basis));
        tree.put("sources", all(reason.sources(), AdviceDocument::cited));
        return tree;
    }

    static Map<String, @Nullable Object> basis(Evidence basis) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("fact", basis.fact());
        tree.put("label", basis.label());
        tree.put("text", basis.value());
        SourcedAnswer given = basis.given();
        tree.put("assumed", given != null && given.assumed());
        if (given != null) {
            tree.put("value", shown(given.value()));
            said(given, tree);
        }
        return tree;
    }

    private static List<String> ids(List<Evidence> basis) {
        return basis.stream().map(Evidence::fact).toList();
    }

    /** Adds who gave an answer, when, and in which words. */
    static void said(SourcedAnswer given, Map<String, @Nullable Object> tree) {
        if (given.assumed()) {
            tree.put("assumed", true);
        }
        SourcedAnswer.Origin origin = given.origin();
        if (origin != null) {
            tree.put("author", origin.author());
            tree.put("at", origin.at().toString());
            if (!origin.quote().isEmpty()) {
                tree.put("quote", origin.quote());
            }
        }
    }

    private static Map<String, @Nullable Object> cited(SourceReference cited) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("source", cited.source());
        tree.put("section", cited.section());
        tree.put("title", cited.title());
        tree.put("section_title", cited.sectionTitle());
        tree.put("url", cited.url());
        return tree;
    }

    private static Map<String, @Nullable Object> rung(LadderStep rung) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("lever", rung.lever());
        tree.put("label", rung.label());
        tree.put("state", rung.state().id());
        tree.put("text", rung.text());
        tree.put("sources", all(rung.sources(), AdviceDocument::cited));
        return tree;
    }

    private static Map<String, @Nullable Object> gate(GateState gate) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", gate.gate());
        tree.put("state", gate.state().id());
        tree.put("name", gate.name());
        tree.put("todo", gate.todo());
        tree.put("blocks", gate.blocks());
        tree.put("asks", gate.asks());
        tree.put("sources", all(gate.sources(), AdviceDocument::cited));
        return tree;
    }

    private static Map<String, @Nullable Object> finding(Observation finding) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", finding.finding());
        tree.put("title", finding.title());
        tree.put("text", finding.text());
        tree.put("facts", ids(finding.basis()));
        tree.put("sources", all(finding.sources(), AdviceDocument::cited));
        return tree;
    }

    private static Map<String, @Nullable Object> flip(Counterfactual flip) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("fact", flip.fact());
        tree.put("label", flip.label());
        tree.put("from", flip.from());
        tree.put("at", shown(flip.at()));
        tree.put("text", flip.atText());
        tree.put("change", flip.kind().id());
        tree.put("exact", flip.exact());
        Counterfactual.Result.Decides decides =
                flip.result() instanceof Counterfactual.Result.Decides found ? found : null;
        tree.put("verdict", decides == null ? null : decides.verdict());
        tree.put("lever", decides == null ? null : decides.lever());
        tree.put("rule", decides == null ? null : decides.rule());
        tree.put("needs", flip.result() instanceof Counterfactual.Result.Asks asks ? asks.facts() : List.of());
        return tree;
    }

    private static Map<String, @Nullable Object> assumption(Assumption assumption, Counterfactuals outlook) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("fact", assumption.fact());
        tree.put("label", assumption.label());
        tree.put("value", shown(assumption.given().value()));
        tree.put("text", assumption.value());
        tree.put("matters", outlook.matters(assumption.fact()));
        return tree;
    }

    static <T> List<Object> all(List<T> items, Function<T, ? extends Object> written) {
        List<Object> list = new ArrayList<>();
        items.forEach(item -> list.add(written.apply(item)));
        return list;
    }
}
