package dev.tunewise.advice.document;

import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.SimulatedCosts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is told of a comparison of costs. A payback that never comes is null, since JSON has no infinity. */
final class CostDocument {
    static final RecordTree TREE = new RecordTree(Map.of(
                    CostComparison.Table.class,
                    "caption options",
                    CostComparison.Option.class,
                    "id name lever model standing.eligible standing.excludedBy standing.meetsTarget"
                            + " chance_of_failing=standing.fails standing.effortHours standing.weeksToLive standing.lockIn"
                            + " unpriced? setup monthly error_cost_monthly=errorsMonthly total amounts.get.linesTotal lines_note=amounts.get.moved.get amounts.get.saving amounts.get.presentValue"
                            + " present_value_falling_prices=amounts.get.presentValueFalling"
                            + " payback_months=payback simulation=simulated"
                            + " cost_per_correct_answer=amounts.get.perCorrectAnswer lines notes",
                    SimulatedCosts.class,
                    "saving total payback_months=payback paybackWithinHorizon",
                    SimulatedCosts.Quantiles.class,
                    "p10 p50 p90 text",
                    CostComparison.Line.class,
                    "part name amount formula source",
                    CostComparison.BreakEven.class,
                    "option volume text formula",
                    CostComparison.Picture.class,
                    "chart title alternative",
                    CostComparison.Parameter.class,
                    "key name range.low range.likely range.high text basis source varied",
                    CostComparison.Price.class,
                    "model price=text asOf source warning?"))
            .with(CostComparison.class, CostDocument::comparison)
            .with(CostComparison.Amount.class, amount -> given(amount, amount.text(), "low likely high text"))
            .with(CostComparison.Payback.class, months -> given(months, months.text(), "low likely high text=whole"));

    /** Nothing where there are no words for it. */
    private static @Nullable Object given(Object found, String text, String parts) {
        return text.isEmpty() ? null : TREE.parts(found, parts);
    }

    private static Map<String, @Nullable Object> comparison(CostComparison view) {
        Map<String, @Nullable Object> tree = TREE.parts(view, "currency horizonMonths wantedProbability");
        List<CostComparison.Table> tables = view.tables();
        tree.put(
                "options",
                tables.isEmpty() ? List.of() : TREE.of(tables.getFirst().options()));
        tree.put("volumes", tables.size() > 1 ? TREE.of(tables) : List.of());
        tree.putAll(TREE.parts(
                view,
                "breakEven breakEvenFormula paybackFormula presentValueFormula probabilityOfPayback samples"
                        + " summary=sentences drivers pictures notes leftOut parameters"));
        return tree;
    }
}
