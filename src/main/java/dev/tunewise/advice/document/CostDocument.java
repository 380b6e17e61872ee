package dev.tunewise.advice.document;

import dev.tunewise.advice.result.CostComparison;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comparison of costs as a tree, like {@link AdviceDocument}. A payback that never comes is null, since JSON has no infinity. */
final class CostDocument {
    private CostDocument() {}

    static Map<String, @Nullable Object> of(CostComparison view) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("currency", view.currency());
        tree.put("horizon_months", view.horizonMonths());
        tree.put("wanted_probability", view.wantedProbability());
        List<CostComparison.Table> tables = view.tables();
        tree.put("options", tables.isEmpty() ? List.of() : options(tables.getFirst()));
        tree.put("volumes", tables.size() > 1 ? AdviceDocument.all(tables, CostDocument::table) : List.of());
        tree.put("break_even", AdviceDocument.all(view.breakEven(), CostDocument::breakEven));
        tree.put("break_even_formula", view.breakEvenFormula());
        tree.put("payback_formula", view.paybackFormula());
        tree.put("present_value_formula", view.presentValueFormula());
        tree.put("probability_of_payback", view.probabilityOfPayback());
        tree.put("samples", view.samples());
        tree.put("summary", view.sentences());
        tree.put("drivers", view.drivers());
        tree.put("pictures", AdviceDocument.all(view.pictures(), CostDocument::picture));
        tree.put("notes", view.notes());
        tree.put("left_out", view.leftOut());
        tree.put("parameters", AdviceDocument.all(view.parameters(), CostDocument::parameter));
        return tree;
    }

    static Map<String, @Nullable Object> price(CostComparison.Price price) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("model", price.model());
        tree.put("price", price.text());
        tree.put("as_of", price.asOf());
        tree.put("source", price.source());
        if (!price.warning().isEmpty()) {
            tree.put("warning", price.warning());
        }
        return tree;
    }

    private static Map<String, @Nullable Object> table(CostComparison.Table table) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("caption", table.caption());
        tree.put("options", options(table));
        return tree;
    }

    private static List<Object> options(CostComparison.Table table) {
        return AdviceDocument.all(table.options(), CostDocument::option);
    }

    private static Map<String, @Nullable Object> option(CostComparison.Option option) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", option.id());
        tree.put("name", option.name());
        tree.put("lever", option.lever());
        tree.put("model", option.model());
        tree.put("eligible", option.standing().eligible());
        tree.put("excluded_by", option.standing().excludedBy());
        tree.put("meets_target", option.standing().meetsTarget());
        tree.put("chance_of_failing", option.standing().fails());
        tree.put("effort_hours", option.standing().effortHours());
        tree.put("weeks_to_live", option.standing().weeksToLive());
        tree.put("lock_in", option.standing().lockIn());
        if (!option.priced()) {
            tree.put("unpriced", option.unpriced());
        }
        tree.put("setup", amount(option.setup()));
        tree.put("monthly", amount(option.monthly()));
        tree.put("error_cost_monthly", amount(option.errorsMonthly()));
        tree.put("total", amount(option.total()));
        tree.put("saving", amount(option.saving()));
        tree.put("present_value", amount(option.presentValue()));
        tree.put("present_value_falling_prices", amount(option.presentValueFalling()));
        tree.put("payback_months", payback(option.payback()));
        tree.put("simulation", simulated(option.simulated()));
        tree.put("cost_per_correct_answer", amount(option.perCorrectAnswer()));
        tree.put("lines", AdviceDocument.all(option.lines(), CostDocument::line));
        tree.put("notes", option.notes());
        return tree;
    }

    private static @Nullable Object amount(CostComparison.Amount amount) {
        if (amount.text().isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("low", amount.low());
        tree.put("likely", amount.likely());
        tree.put("high", amount.high());
        tree.put("text", amount.text());
        return tree;
    }

    private static @Nullable Object payback(CostComparison.Payback payback) {
        if (payback.text().isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("low", finite(payback.low()));
        tree.put("likely", finite(payback.likely()));
        tree.put("high", finite(payback.high()));
        tree.put("text", payback.whole());
        return tree;
    }

    private static @Nullable Object simulated(CostComparison.@Nullable Simulated simulated) {
        if (simulated == null) {
            return null;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("saving", quantiles(simulated.saving()));
        tree.put("total", quantiles(simulated.total()));
        tree.put("payback_months", quantiles(simulated.payback()));
        tree.put("payback_within_horizon", simulated.paybackWithinHorizon());
        return tree;
    }

    private static Map<String, @Nullable Object> quantiles(CostComparison.Quantiles found) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("p10", finite(found.p10()));
        tree.put("p50", finite(found.p50()));
        tree.put("p90", finite(found.p90()));
        tree.put("text", found.text());
        return tree;
    }

    private static @Nullable Double finite(double months) {
        return Double.isFinite(months) ? Double.valueOf(months) : null;
    }

    private static Map<String, @Nullable Object> line(CostComparison.Line line) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("part", line.part());
        tree.put("name", line.name());
        tree.put("amount", amount(line.amount()));
        tree.put("formula", line.formula());
        tree.put("source", line.source());
        return tree;
    }

    private static Map<String, @Nullable Object> breakEven(CostComparison.BreakEven breakEven) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("option", breakEven.option());
        tree.put("volume", breakEven.volume());
        tree.put("text", breakEven.text());
        tree.put("formula", breakEven.formula());
        return tree;
    }

    private static Map<String, @Nullable Object> picture(CostComparison.Picture picture) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("chart", picture.chart());
        tree.put("title", picture.title());
        tree.put("alternative", picture.alternative());
        return tree;
    }

    private static Map<String, @Nullable Object> parameter(CostComparison.Parameter parameter) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("key", parameter.key());
        tree.put("name", parameter.name());
        tree.put("low", parameter.range().low());
        tree.put("likely", parameter.range().likely());
        tree.put("high", parameter.range().high());
        tree.put("text", parameter.text());
        tree.put("basis", parameter.basis());
        tree.put("source", parameter.source());
        tree.put("varied", parameter.varied());
        return tree;
    }
}
