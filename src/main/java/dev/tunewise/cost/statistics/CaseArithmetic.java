package dev.tunewise.cost.statistics;

import dev.tunewise.money.MonthLength;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The sums that a case of fine-tuning carries in its own figures: examples for each class, updates of the weights, right answers of items. */
public final class CaseArithmetic {
    private static final double TOKENS_A_PAGE = 500;
    private static final double LOW_PER_CLASS = 8;
    private static final double HIGH_PER_CLASS = 16;
    private static final double USUAL_EPOCHS = 3;
    private static final double USUAL_BATCH = 8;
    private static final double TOKENS_A_ROW = 1_000;
    /** Share of items on which two systems differ, where nothing is known of it. */
    private static final double DIFFERING = 0.2;
    /** Bytes for a billion weights in 16 and in 4 bit, the latter with its scales, in GB; and what else has to fit. */
    private static final double GB_16_BIT = 2;

    private static final double GB_4_BIT = 0.55;
    private static final double GB_BESIDE = 3;

    private static final double MINUTES_A_LABEL = 1.5;
    private static final double MINUTES_AN_ANSWER = 10;

    private final Map<String, Object> known;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    private CaseArithmetic(Map<String, Object> known) {
        this.known = known;
    }

    /** The figures whose facts are known. `known`: raw values by fact id; shares in percent. */
    public static Map<String, Object> of(Map<String, Object> known) {
        CaseArithmetic sums = new CaseArithmetic(known);
        sums.rows();
        sums.scores();
        sums.figures.putAll(MainFigures.of(known, sums.figures));
        sums.sizes();
        sums.bills();
        sums.told();
        return sums.figures;
    }

    private void rows() {
        either("rows", "examples", "asked_examples");
        either("kinds", "classes", "asked_classes");
        either("work", "task", "asked_task");
        Double rows = figure("rows");
        Double kinds = figure("kinds");
        Double batch = quantity("batch");
        Double epochs = quantity("epochs");
        if (kinds != null) {
            figures.put("rows_low", kinds * LOW_PER_CLASS);
            figures.put("rows_high", kinds * HIGH_PER_CLASS);
        }
        if (rows != null && kinds != null) {
            figures.put("examples_per_class", rounded(rows / kinds));
        }
        if (rows != null) {
            figures.put("updates_at_batch_8", Math.floor(rows * USUAL_EPOCHS / USUAL_BATCH));
            figures.put("training_tokens", rounded(rows * USUAL_EPOCHS * TOKENS_A_ROW / 1_000_000));
            figures.put("test_third", Math.floor(rows / 3));
            figures.put("label_hours", rounded(rows * MINUTES_A_LABEL / 60));
            figures.put("writing_hours", rounded(rows * MINUTES_AN_ANSWER / 60));
        }
        if (rows != null && batch != null && batch > 0) {
            figures.put("updates_at_three", Math.floor(rows * USUAL_EPOCHS / batch));
            if (epochs != null) {
                figures.put("updates", Math.floor(rows * epochs / batch));
            }
        }
        one("label_ceiling", "agreement", agreement -> Math.round(10 * Math.sqrt(agreement * 100)) / 10.0);
    }

    private void scores() {
        either("score", "quality_now", "asked_quality");
        Double score = figure("score");
        both("right_tuned", "quality_tuned", "eval_items", (share, items) -> Math.round(share * items / 100));
        Double tuned = figure("right_tuned");
        Double items = quantity("eval_items");
        Double now = score == null || items == null ? null : (double) Math.round(score * items / 100);
        if (now != null && items != null && items > 0) {
            figures.put("right_now", now);
            Proportions.Interval interval = Proportions.wilson(now / items, items);
            figures.put("quality_low", (double) Math.round(100 * interval.low()));
            figures.put("quality_high", (double) Math.round(100 * interval.high()));
        }
        if (now != null && tuned != null) {
            double p = McNemar.of((int) Math.max(0, tuned - now), (int) Math.max(0, now - tuned))
                    .p();
            figures.put("paired_p", p >= 0.1 ? Math.round(p * 100) / 100.0 : Math.round(p * 1000) / 1000.0);
        }
        if (items != null && items > 0) {
            figures.put("zero_bound", rounded(300 / items));
            figures.put("detectable_gap", Proportions.detectableGap(items, DIFFERING));
        }
        one("few_gap", "fewof", few -> Proportions.detectableGap(few, DIFFERING));
        if (score != null && score < 100) {
            figures.put("one_wrong_in", (double) Math.round(100 / (100 - score)));
        }
        one(
                "items_for_gap",
                "gap",
                gap -> gap > 0 && gap < 100 * DIFFERING ? Proportions.itemsFor(gap / 100, DIFFERING) : Double.NaN);
        both("task_success", "quality_now", "agent_steps", (share, steps) ->
                (double) Math.round(100 * Math.pow(share / 100, steps)));
        both("errors_per_month", "quality_now", "calls_per_day", (share, calls) ->
                (double) Math.round(calls * days(calls) * (100 - share) / 100));
        Double errors = figure("errors_per_month");
        if (errors != null) {
            one("error_bill", "error_cost", cost -> (double) Math.round(errors * cost));
        }
    }

    private void sizes() {
        one("corpus_size", "corpus_pages", pages -> pages * TOKENS_A_PAGE);
        one("corpus_size", "corpus_tokens", tokens -> tokens);
        one("memory_16bit", "model_b", billions -> billions * GB_16_BIT);
        one("memory_4bit", "model_b", billions -> billions / 2);
        one("memory_8bit", "model_b", billions -> billions);
        one("memory_4bit_scaled", "model_b", billions -> tenths(billions * GB_4_BIT));
        both("memory_left_16bit", "model_b", "gpu_gb", (billions, memory) -> tenths(memory - billions * GB_16_BIT));
        both("memory_left_8bit", "model_b", "gpu_gb", (billions, memory) -> tenths(memory - billions));
        both("memory_left_4bit", "model_b", "gpu_gb", (billions, memory) -> tenths(memory - billions * GB_4_BIT));
        one("largest_16bit", "gpu_gb", memory -> Math.max(0, Math.floor((memory - GB_BESIDE) / GB_16_BIT)));
        one("largest_4bit", "gpu_gb", memory -> Math.max(0, Math.floor((memory - GB_BESIDE) / GB_4_BIT)));
    }

    /** A month has as many days as in the comparison of options. */
    private static double days(double calls) {
        return MonthLength.days(BigDecimal.valueOf(calls)).doubleValue();
    }

    private void bills() {
        one("month_days", "calls_per_day", CaseArithmetic::days);
        both(
                "bill",
                "cost_per_1k_calls",
                "calls_per_day",
                (cost, calls) -> digits(cost * calls * days(calls) / 1000, 3));
        one("bill", "monthly_bill", bill -> bill);
        both("cost_per_call", "monthly_bill", "calls_per_day", (bill, calls) -> each(bill, calls * days(calls)));
        both("cost_per_call", "monthly_bill", "monthly_calls", CaseArithmetic::each);
        one("cost_per_call", "cost_per_1k_calls", cost -> each(cost, 1000));
    }

    /** What the figures of a message come to beyond plain calculation. */
    private void told() {
        both(
                "chain_right",
                "fig_step_right",
                "fig_steps",
                (share, steps) -> digits(100 * Math.pow(share / 100, steps), 3));
        one("chain_needed", "fig_steps", steps -> steps > 1 ? digits(100 * Math.pow(0.9, 1 / steps), 4) : Double.NaN);
        between("own", "ownscore", "ownof", (share, of) -> Proportions.wilson(share / 100, of));
        between("vote", "votetuned", "voteother", (one, other) -> Proportions.wilson(one / (one + other), one + other));
        between("caught", "caught", "caughtof", (right, of) -> Proportions.wilson(Math.min(1, right / of), of));
        between("share", "shareone", "sharen", (share, of) -> Proportions.wilson(Math.min(1, share / 100), of));
        between("tally", "tallyk", "tallyn", (right, of) -> Proportions.wilson(Math.min(1, right / of), of));
        both(
                "changed_p",
                "gotright",
                "gotwrong",
                (better, worse) -> digits(McNemar.of((int) better, (int) worse).p(), 2));
    }

    private void between(
            String figure, String fact, String other, BiFunction<Double, Double, Proportions.Interval> sum) {
        both(figure + "_low", fact, other, sum.andThen(found -> tenths(100 * found.low()))::apply);
        both(figure + "_high", fact, other, sum.andThen(found -> tenths(100 * found.high()))::apply);
    }

    /** Two telling digits of the price of one. */
    private static double each(double bill, double calls) {
        return calls > 0 && bill > 0 ? digits(bill / calls, 2) : Double.NaN;
    }

    private static double digits(double amount, int telling) {
        return Double.isFinite(amount)
                ? new BigDecimal(amount).round(new MathContext(telling)).doubleValue()
                : Double.NaN;
    }

    /** What is so, or else what a question supposes. */
    private void either(String figure, String fact, String supposed) {
        Object value = known.getOrDefault(fact, known.get(supposed));
        if (value != null) {
            figures.put(figure, value);
        }
    }

    private void one(String figure, String fact, DoubleUnaryOperator sum) {
        Double value = quantity(fact);
        if (value != null) {
            figures.put(figure, sum.applyAsDouble(value));
        }
    }

    private void both(String figure, String fact, String other, DoubleBinaryOperator sum) {
        Double one = quantity(fact);
        Double two = quantity(other);
        if (one != null && two != null) {
            figures.put(figure, sum.applyAsDouble(one, two));
        }
    }

    private @Nullable Double quantity(String fact) {
        return known.get(fact) instanceof Double value ? value : null;
    }

    private @Nullable Double figure(String id) {
        return figures.get(id) instanceof Double value && !value.isNaN() ? value : null;
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** Two digits where it is small, whole where it is large. */
    private static double rounded(double value) {
        return value >= 10 ? Math.round(value) : Math.round(value * 10) / 10.0;
    }
}
