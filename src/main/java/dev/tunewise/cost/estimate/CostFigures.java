package dev.tunewise.cost.estimate;

import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.money.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The figures of a choice that rules test and texts name, by the ids under which a flow declares them: Double or String. */
public final class CostFigures {
    /** What stands in the figure {@code comparison} while there is none. */
    public static final String OPEN = "open";

    private static final String NONE = "none";

    private CostFigures() {}

    /** The figures of a choice among the options of a case. */
    public static Map<String, Object> of(OptionChoice choice, CostCase facts) {
        int horizon = facts.parameters().horizonMonths();
        OptionChoice.Training training = choice.training();
        OptionChoice.RunnerUp second = choice.runnerUp();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("comparison", choice.best().lever().startsWith("fine-tune") ? "training" : "other");
        values.put("best_option", kind(choice));
        values.put("recommended", choice.best().title());
        values.put("recommended_cost", yearly(choice.best(), horizon));
        values.put("today_cost", yearly(choice.of("today"), horizon));
        values.put(
                "runner_up", second == null ? NONE : choice.of(second.option()).title());
        values.put("yearly_difference", second == null ? 0.0 : dollars(Math.abs(second.yearlyDifference())));
        values.put("certainty", percent(choice.probability()));
        values.put("closeness", choice.tie() ? "tie" : "clear");
        values.put("target", choice.best().meetsTarget() >= choice.wanted() ? "met" : "missed");
        values.put(
                "best_tuning",
                training == null ? NONE : choice.of(training.option()).lever());
        values.put(
                "best_without_training",
                training == null ? NONE : choice.of(training.against()).title());
        values.put(
                "payback_months",
                training == null ? Double.POSITIVE_INFINITY : training.payback().p50());
        values.put("payback_chance", training == null ? 0.0 : percent(training.paysBack()));
        values.put("break_even_calls_per_day", training == null ? Double.POSITIVE_INFINITY : training.callsPerDay());
        values.put("error_cost_from", training == null ? Double.POSITIVE_INFINITY : cents(training.errorCost()));
        values.put("hinges_on", hinge(training, facts));
        return values;
    }

    private static double yearly(OptionChoice.Fitness option, int horizon) {
        return dollars(option.total() * 12 / horizon);
    }

    /** Such estimates are not exact to a dollar. */
    private static double dollars(double amount) {
        return amount < 10 ? amount : Math.rint(amount);
    }

    /** Two digits, for a figure of which there are many small ones. */
    private static double cents(double amount) {
        return Double.isInfinite(amount)
                ? amount
                : BigDecimal.valueOf(amount).round(new MathContext(2)).doubleValue();
    }

    private static double percent(double share) {
        return Math.rint(100 * share);
    }

    /** The lever of the best option; what runs in batches has a name of its own, since it pulls another model's lever. */
    private static String kind(OptionChoice choice) {
        return choice.recommended().contains("batch") ? "batch" : choice.best().lever();
    }

    /** The fact that nobody knows and that decides whether training is the cheaper way. */
    private static String hinge(OptionChoice.@Nullable Training training, CostCase facts) {
        if (training == null) {
            return "nothing";
        }
        if (!facts.knows("error_cost")
                && facts.qualityMatters()
                && within(training.errorCost(), "usd_per_error", facts)) {
            return "error-cost";
        }
        boolean volume =
                !facts.knows("calls_per_day") && within(training.callsPerDay(), "assumed_calls_per_day", facts);
        return volume ? "volume" : "nothing";
    }

    private static boolean within(double value, String parameter, CostCase facts) {
        Range range = facts.parameters().get(parameter).range();
        return value > 0 && value < range.high().doubleValue();
    }

    /**
     * The facts without which nothing can be compared, the cheapest to answer first; empty when there is enough. All others have ranges.
     *
     * @param answered ids of the facts that are answered, if only with "nobody knows"
     */
    public static List<String> needs(Set<String> answered) {
        List<String> bill = List.of("model", "input_tokens", "output_tokens");
        return answered.contains("cost_per_1k_calls")
                ? List.of()
                : bill.stream().filter(fact -> !answered.contains(fact)).toList();
    }
}
