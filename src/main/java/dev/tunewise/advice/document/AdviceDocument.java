package dev.tunewise.advice.document;

import dev.tunewise.advice.result.Advice;
import dev.tunewise.advice.result.Assumption;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.Counterfactual;
import dev.tunewise.advice.result.Counterfactuals;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.Evidence;
import dev.tunewise.advice.result.Explanation;
import dev.tunewise.advice.result.GateState;
import dev.tunewise.advice.result.LadderStep;
import dev.tunewise.advice.result.Observation;
import dev.tunewise.advice.result.Recommendation;
import dev.tunewise.advice.result.SourceReference;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.SourcedAnswer;
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
        cost.ifPresent(view -> tree.put("cost", CostDocument.of(view)));
        tree.put("would_change", all(outlook.flips(), AdviceDocument::flip));
        tree.put("assumptions", all(advice.assumptions(), each -> assumption(each, outlook)));
        tree.put("explanation", explanation(advice.explanation()));
        tree.put(
                "prices",
                cost.map(view -> all(view.prices(), CostDocument::price)).orElse(List.of()));
        return tree;
    }

    /** A value as JSON writes it: a string, a list of strings, a number or a boolean. */
    public static Object value(Value value) {
        return value instanceof Value.Quantity quantity ? quantity.value() : value.raw();
    }

    private static Map<String, @Nullable Object> verdict(Decision decision) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", decision.verdict());
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
        tree.put("facts", all(reason.basis(), AdviceDocument::basis));
        tree.put("sources", all(reason.sources(), AdviceDocument::cited));
        return tree;
    }

    private static Map<String, @Nullable Object> basis(Evidence basis) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("fact", basis.fact());
        tree.put("label", basis.label());
        tree.put("text", basis.value());
        SourcedAnswer given = basis.given();
        if (given != null) {
            tree.put("value", value(given.value()));
            said(given, tree);
        }
        return tree;
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
        tree.put("facts", all(finding.basis(), AdviceDocument::basis));
        tree.put("sources", all(finding.sources(), AdviceDocument::cited));
        return tree;
    }

    private static Map<String, @Nullable Object> flip(Counterfactual flip) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("fact", flip.fact());
        tree.put("label", flip.label());
        tree.put("from", flip.from());
        tree.put("at", value(flip.at()));
        tree.put("text", flip.atText());
        tree.put("change", flip.kind().id());
        tree.put("exact", flip.exact());
        switch (flip.result()) {
            case Counterfactual.Result.Decides decides -> {
                tree.put("verdict", decides.verdict());
                tree.put("lever", decides.lever());
                tree.put("rule", decides.rule());
            }
            case Counterfactual.Result.Asks asks -> {
                tree.put("verdict", null);
                tree.put("needs", asks.facts());
            }
        }
        return tree;
    }

    private static Map<String, @Nullable Object> assumption(Assumption assumption, Counterfactuals outlook) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("fact", assumption.fact());
        tree.put("label", assumption.label());
        tree.put("value", value(assumption.given().value()));
        tree.put("text", assumption.value());
        tree.put("matters", outlook.matters(assumption.fact()));
        return tree;
    }

    private static @Nullable Object explanation(Explanation why) {
        if (why.rule().isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("rule", why.rule());
        tree.put("condition", why.condition());
        tree.put("tests", all(why.tests(), AdviceDocument::tested));
        tree.put("answers", all(why.answers(), AdviceDocument::basis));
        tree.put("figures", all(why.figures(), AdviceDocument::basis));
        tree.put("passed", all(why.passed(), AdviceDocument::passed));
        return tree;
    }

    private static Map<String, @Nullable Object> tested(Explanation.Tested tested) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("test", tested.test());
        tree.put("outcome", tested.outcome().id());
        tree.put("found", tested.found());
        tree.put("asked", tested.asked());
        return tree;
    }

    private static Map<String, @Nullable Object> passed(Explanation.Passed passed) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("rule", passed.rule());
        tree.put("name", passed.name());
        tree.put("verdict", passed.verdict());
        tree.put("lever", passed.lever());
        tree.put("because", all(passed.because(), AdviceDocument::tested));
        return tree;
    }

    static <T> List<Object> all(List<T> items, Function<T, ? extends Object> written) {
        List<Object> list = new ArrayList<>();
        items.forEach(item -> list.add(written.apply(item)));
        return list;
    }
}
