package dev.tunewise.advice.document;

import dev.tunewise.advice.result.Advice;
import dev.tunewise.advice.result.Assumption;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.Counterfactual;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.Evidence;
import dev.tunewise.advice.result.Explanation;
import dev.tunewise.advice.result.GateState;
import dev.tunewise.advice.result.LadderStep;
import dev.tunewise.advice.result.Observation;
import dev.tunewise.advice.result.Outlook;
import dev.tunewise.advice.result.Recommendation;
import dev.tunewise.advice.result.SourceReference;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Advice as a tree of maps, lists, strings, numbers and booleans with the names that the API and the records use, so that every writer of JSON tells
 * the same. Keys keep their order.
 */
public final class AdviceDocument {
    /** What is told of each type. Every flow's verdict has the name `fine_tune` in the contract, whatever the flow asks. */
    public static final RecordTree TREE = new RecordTree(
                    CostDocument.TREE,
                    Map.ofEntries(
                            Map.entry(
                                    Decision.class,
                                    "fine_tune=verdict lever headline rule recommendation.option"
                                            + " recommendation.probability tie"
                                            + " recommendation.runnerUp reasons"),
                            Map.entry(Decision.Reason.class, "text rule facts=basis.fact answers=basis sources"),
                            Map.entry(Recommendation.RunnerUp.class, "option name yearlyDifference"),
                            Map.entry(SourceReference.class, "source section title sectionTitle url"),
                            Map.entry(LadderStep.class, "lever label state=state.id text sources"),
                            Map.entry(GateState.class, "id=gate state=state.id name todo blocks asks sources"),
                            Map.entry(Observation.class, "id=finding title text facts=basis.fact sources"),
                            Map.entry(Explanation.class, "rule condition tests answers figures passed"),
                            Map.entry(Explanation.Tested.class, "test outcome=outcome.id found asked"),
                            Map.entry(Explanation.Passed.class, "rule name verdict lever because")))
            .with(Evidence.class, AdviceDocument::evidence)
            .with(Counterfactual.class, AdviceDocument::flip)
            .with(Value.class, AdviceDocument::shown);

    public static Map<String, @Nullable Object> of(Advice advice, Outlook outlook, Optional<CostComparison> cost) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("verdict", TREE.of(advice.decision().orElse(null)));
        tree.put("needs", advice.needs());
        tree.put("ladder", TREE.of(advice.ladder()));
        tree.put("gates", TREE.of(advice.gates()));
        tree.put("findings", TREE.of(advice.findings()));
        tree.put("cost", TREE.of(cost.orElse(null)));
        tree.put("would_change", TREE.of(outlook.flips()));
        tree.put(
                "assumptions",
                advice.assumptions().stream()
                        .map(each -> assumption(each, outlook))
                        .toList());
        tree.put("explanation", advice.explanation().rule().isEmpty() ? null : TREE.of(advice.explanation()));
        tree.put("prices", TREE.of(cost.map(CostComparison::prices).orElse(List.of())));
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
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** An answer or figure with who gave it, when, and in which words. */
    private static Map<String, @Nullable Object> evidence(Evidence basis) {
        Map<String, @Nullable Object> tree = TREE.parts(basis, "fact label text=value");
        SourcedAnswer given = basis.given();
        tree.put("assumed", given != null && given.assumed());
        if (given == null) {
            return tree;
        }
        tree.put("value", shown(given.value()));
        SourcedAnswer.Origin origin = given.origin();
        if (origin != null) {
            tree.put("author", origin.author());
            tree.put("at", origin.at().toString());
            if (!origin.quote().isEmpty()) {
                tree.put("quote", origin.quote());
            }
        }
        return tree;
    }

    private static Map<String, @Nullable Object> flip(Counterfactual flip) {
        Map<String, @Nullable Object> tree = TREE.parts(flip, "fact label from at text=atText change=kind.id exact");
        Counterfactual.Result.Decides decides =
                flip.result() instanceof Counterfactual.Result.Decides found ? found : null;
        tree.put("verdict", decides == null ? null : decides.verdict());
        tree.put("lever", decides == null ? null : decides.lever());
        tree.put("rule", decides == null ? null : decides.rule());
        tree.put("needs", flip.result() instanceof Counterfactual.Result.Asks asks ? asks.facts() : List.of());
        return tree;
    }

    private static Map<String, @Nullable Object> assumption(Assumption assumption, Outlook outlook) {
        Map<String, @Nullable Object> tree = TREE.parts(assumption, "fact label value=given.value text=value");
        tree.put("matters", outlook.matters(assumption.fact()));
        return tree;
    }
}
