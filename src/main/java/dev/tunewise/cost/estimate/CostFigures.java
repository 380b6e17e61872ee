package dev.tunewise.cost.estimate;

import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.money.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The figures of a choice that rules test and texts name, by the ids under which a flow declares them: Double or String. */
public final class CostFigures {
    /** What stands in the figure {@code comparison} while there is none. */
    public static final String OPEN = "open";

    /** Those that the best option and how each stands tell, and quickly. */
    public static final Set<String> BRIEF =
            Set.of("comparison", "best_option", "classifier_row", "today_stands", "stronger_row", "target", "volume");

    private static final String NONE = "none";
    /** Reasons that are about money alone. */
    private static final Set<String> TOO_DEAR =
            Set.of(OptionChooser.DOES_NOT_PAY_BACK, OptionChooser.TARGET_COSTS_MORE);

    public static Map<String, Object> brief(OptionChoice choice, CostCase facts) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("comparison", choice.best().lever().startsWith("fine-tune") ? "training" : "other");
        values.put("best_option", kind(choice));
        values.put("classifier_row", classifierRow(choice));
        values.put("today_stands", standing(choice.of("today"), facts));
        values.put("stronger_row", choice.fitness().containsKey("stronger-model") ? "some" : "none");
        values.put("volume", facts.knows("calls_per_day") ? "known" : "assumed");
        boolean named = facts.knows("quality_target") || !facts.qualityMatters();
        values.put("target", named ? target(choice) : "unsaid");
        return values;
    }

    /** The figures of a choice among the options of a case. */
    public static Map<String, Object> of(OptionChoice choice, CostCase facts) {
        int horizon = facts.parameters().horizonMonths();
        OptionChoice.Training training = choice.training();
        OptionChoice.RunnerUp second = choice.runnerUp();
        Map<String, Object> values = brief(choice, facts);
        values.put("in_batches", !choice.inBatches() ? NONE : facts.knows("waits") ? "said" : "unsaid");
        values.put("recommended", choice.best().title());
        OptionChoice.Fitness today = choice.of("today");
        values.put("today_reaches", !facts.knows("quality_now") ? "unsaid" : meets(today, choice) ? "yes" : "no");
        double best = choice.best().total();
        double now = today.total();
        boolean before = errorsTold(facts).equals("assumed");
        values.put("recommended_cost", dollars(before ? choice.best().withoutErrors() : best));
        values.put("today_cost", dollars(before ? today.withoutErrors() : now));
        values.put("span", horizon == 12 ? "year" : "horizon");
        values.put("today", told(facts));
        values.put("against_today", against(best, now));
        values.put("training_waits", waiting(choice, facts));
        values.put("at_calls", calls(facts).likely().doubleValue());
        values.put(
                "runner_up", second == null ? NONE : choice.of(second.option()).title());
        values.put(
                "yearly_difference",
                second == null ? 0.0 : dollars(Math.abs(second.yearlyDifference()) * horizon / 12));
        values.put("certainty", percent(choice.probability()));
        values.put(
                "closeness",
                !choice.tie() ? "clear" : second != null && second.yearlyDifference() < 0 ? "tie-below" : "tie");
        values.put("target_chance", percent(choice.best().meetsTarget()));
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
        values.put(
                "error_rival",
                training == null ? NONE : choice.of(training.errorRival()).title());
        values.put("hinges_on", hinge(choice, facts));
        values.put("errors_told", errorsTold(facts));
        values.put("amounts_told", errorsTold(facts));
        values.put("free_errors", cheapestBeforeErrors(choice));
        OptionChoice.Turn turn = choice.turn();
        String other = turn == null ? NONE : choice.of(turn.other()).title();
        String title = choice.best().title();
        values.put("turn_cost", turn == null ? Double.POSITIVE_INFINITY : cents(turn.errorCost()));
        values.put("turn_below", turn == null || turn.above() ? title : other);
        values.put("turn_above", turn == null || !turn.above() ? title : other);
        return values;
    }

    private static String standing(OptionChoice.Fitness today, CostCase facts) {
        if (today.excludedBy().contains(OptionChooser.MUST_STAY_IN_HOUSE)) {
            return "barred";
        }
        if (today.excludedBy().contains(OptionChooser.MODEL_ENDS)) {
            return "ends";
        }
        boolean said =
                facts.choice("model").filter(model -> !model.equals("unknown")).isPresent();
        return facts.mustSelfHost() && !said ? "somewhere" : "stays";
    }

    /** Whether the best option meets the target, and if not, what keeps those from it that do. */
    private static String target(OptionChoice choice) {
        if (meets(choice.best(), choice)) {
            return "met";
        }
        List<OptionChoice.Fitness> meeting = choice.fitness().values().stream()
                .filter(option -> meets(option, choice) && !Double.isNaN(option.total()))
                .filter(option -> !option.excludedBy().contains(OptionChooser.TASK_UNSAID))
                .toList();
        boolean dear = meeting.stream().anyMatch(option -> TOO_DEAR.containsAll(option.excludedBy()));
        return meeting.isEmpty() ? "out-of-reach" : dear ? "too-dear" : "barred";
    }

    /** What today's cost rests on that nobody said. */
    private static String told(CostCase facts) {
        if (facts.knows("cost_per_1k_calls")) {
            return "said";
        }
        if (facts.choice("model").filter(model -> !model.equals("unknown")).isEmpty()) {
            return "model-assumed";
        }
        return facts.knows("input_tokens") && facts.knows("output_tokens") ? "said" : "tokens-assumed";
    }

    /** How a classifier without a language model stands beside today. */
    private static String classifierRow(OptionChoice choice) {
        OptionChoice.Fitness row = choice.fitness().get("classifier");
        if (row == null) {
            return NONE;
        }
        return row.total() < choice.of("today").total() ? "cheaper" : "dearer";
    }

    private static boolean meets(OptionChoice.Fitness option, OptionChoice choice) {
        return option.meetsTarget() >= choice.wanted();
    }

    private static String against(double total, double today) {
        double apart = total - today;
        return Math.abs(apart) < 1 ? "same" : apart < 0 ? "less" : "more";
    }

    /** The exclusion that keeps training from being the cheaper way; none where it is not or nothing keeps it. */
    private static String waiting(OptionChoice choice, CostCase facts) {
        return choice.fitness().values().stream()
                .filter(option -> option.lever().startsWith("fine-tune")
                        && option.total() < choice.best().total())
                .filter(option -> facts.excluded(option.lever()).containsAll(option.excludedBy()))
                .flatMap(option -> option.excludedBy().stream())
                .findFirst()
                .orElse(NONE);
    }

    private static Range calls(CostCase facts) {
        return facts.quantity("calls_per_day")
                .orElseGet(() -> facts.parameters().get("assumed_calls_per_day").range());
    }

    /** Whether the best option would still be the cheapest without training, or even with it, if wrong answers cost nothing. */
    private static String cheapestBeforeErrors(OptionChoice choice) {
        double best = choice.best().withoutErrors();
        double apart = Math.max(1, best / 100); // totals of the same cases are no nearer to the truth
        return choice.fitness().values().stream()
                        .filter(option -> option.eligible() && !option.lever().startsWith("fine-tune"))
                        .anyMatch(option -> best - option.withoutErrors() >= apart)
                ? "other"
                : "same";
    }

    /** How all costs, in texts as in the table, count wrong answers. */
    private static String errorsTold(CostCase facts) {
        boolean matters = facts.qualityMatters();
        boolean told =
                facts.knows("error_cost") || matters && facts.parameters().isGiven("usd_per_error");
        return told ? "included" : matters ? "assumed" : "left-out";
    }

    /** Such estimates are not exact to a dollar, small ones to a cent. */
    private static double dollars(double amount) {
        return amount < 10 ? Math.rint(100 * amount) / 100 : Math.rint(amount);
    }

    /** Three digits, for a figure of which there are many small ones. */
    private static double cents(double amount) {
        return Double.isInfinite(amount)
                ? amount
                : BigDecimal.valueOf(amount).round(new MathContext(3)).doubleValue();
    }

    private static double percent(double share) {
        return Math.rint(100 * share);
    }

    /** The lever of the best option; today's model in batches has a name of its own, since it pulls another model's lever. */
    private static String kind(OptionChoice choice) {
        boolean todays = choice.recommended().startsWith("today");
        return todays && choice.inBatches() ? "batch" : choice.best().lever();
    }

    /** The fact that nobody knows and that decides whether training is the cheaper way. */
    private static String hinge(OptionChoice choice, CostCase facts) {
        OptionChoice.Training training = choice.training();
        boolean errors = !facts.knows("error_cost") && facts.qualityMatters();
        if (errors && training != null && within(training.errorCost(), "usd_per_error", facts)) {
            return "error-cost";
        }
        boolean volume = training != null
                && !facts.knows("calls_per_day")
                && within(training.callsPerDay(), "assumed_calls_per_day", facts);
        if (volume) {
            return "volume";
        }
        OptionChoice.Turn turn = choice.turn();
        boolean untrained = !choice.best().lever().startsWith("fine-tune");
        return errors && untrained && turn != null && within(turn.errorCost(), "usd_per_error", facts)
                ? "error-cost-untrained"
                : "nothing";
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
