package dev.tunewise.advice.result;

import dev.tunewise.chat.Plot;
import dev.tunewise.flow.interview.Late;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cost comparison as data: every amount raw and written, every line with its formula and the price behind it.
 *
 * @param currency ISO code of all amounts
 * @param horizonMonths months over which totals are added up
 * @param wantedProbability how sure an option must be to meet the target, 0 to 1
 * @param best the best row of the first table
 * @param recommended id of the row that the verdict names or whose lever it pulls; empty where there is none
 * @param tables the comparison; one as a rule, several where the volume is not known
 * @param breakEven from which volume each option beats what is done today
 * @param breakEvenFormula how that is computed, in symbols; empty where nothing is
 * @param sentences what the comparison comes to, in one to three sentences
 * @param monthly what the recommended option saves or costs a month, for lists; empty where there is none
 * @param probabilityOfPayback share of simulated cases that pay back within the horizon, 0 to 1, or null where nothing was simulated
 * @param samples how many cases were simulated; 0 where nothing was
 * @param drivers the inputs that matter most, each in a line
 * @param parameters the inputs that are not certain, because nobody gave them or because they were measured, each with its range and basis
 * @param standIns what stood in for facts that nobody knew
 * @param prices the prices behind it, each with date and source
 * @param notes what a reader should know, one sentence each
 * @param leftOut options that make no sense here, each with its reason
 */
public record CostComparison(
        String currency,
        int horizonMonths,
        double wantedProbability,
        Recommendation best,
        String recommended,
        List<Table> tables,
        List<BreakEven> breakEven,
        String breakEvenFormula,
        String paybackFormula,
        String presentValueFormula,
        List<String> sentences,
        String monthly,
        @Nullable Double probabilityOfPayback,
        int samples,
        List<String> drivers,
        List<Picture> pictures,
        List<Parameter> parameters,
        List<AssumedValue> standIns,
        List<Price> prices,
        List<String> notes,
        List<String> leftOut) {
    /** Says whether the cost of a wrong answer is counted though nobody gave it. */
    public boolean assumesErrorCost() {
        return parameters.stream().anyMatch(parameter -> parameter.key().equals("usd_per_error") && parameter.varied());
    }

    /** Which option's volume says most, by their ids: one with training, and of these the recommended one. */
    public static Comparator<String> telling(String recommended) {
        return Comparator.comparing((String option) -> !option.startsWith("fine-tune"))
                .thenComparing(option -> !option.equals(recommended));
    }

    public Optional<Option> option(String id) {
        return tables.stream()
                .limit(1)
                .flatMap(table -> table.options().stream())
                .filter(option -> option.id().equals(id))
                .findFirst();
    }

    /** All options at one volume. `callsPerMonth`: that volume by the month. `options`: in the order to show them, today's first. */
    public record Table(String caption, BigDecimal callsPerMonth, List<Option> options) {}

    /**
     * One thing that could be done.
     *
     * @param lever id of the lever it belongs to; empty for what is done today
     * @param model the model it runs on; empty where it needs none
     * @param told the likely set-up, month and total
     * @param amounts all its amounts with their ranges, written for the options that are shown
     * @param notes what a reader should know about it, one sentence each
     * @param unpriced what is missing to price it; empty where it is priced, and then no amount means anything
     */
    public record Option(
            String id,
            String name,
            String lever,
            String model,
            boolean matters,
            Standing standing,
            OptionAmounts.Likely told,
            Late<OptionAmounts> amounts,
            List<String> notes,
            String unpriced) {
        /** Says whether its amounts mean anything. */
        public boolean priced() {
            return unpriced.isEmpty();
        }

        public Amount setup() {
            return amounts.get().setup();
        }

        public Amount monthly() {
            return amounts.get().monthly();
        }

        public Amount errorsMonthly() {
            return amounts.get().errorsMonthly();
        }

        public Amount total() {
            return amounts.get().total();
        }

        public Payback payback() {
            return amounts.get().payback();
        }

        public @Nullable SimulatedCosts simulated() {
            return amounts.get().simulated();
        }

        public List<Line> lines() {
            return amounts.get().lines();
        }
    }

    /**
     * How an option stands in the choice.
     *
     * @param excludedBy why not: ids of exclusions of the flow or of reasons of the comparison
     * @param meetsTarget its chance to meet the target, 0 to 1
     * @param fails its chance to be worse than today, 0 to 1
     * @param effortHours hours of engineering before it is live
     * @param weeksToLive weeks until it is live
     * @param lockIn what it ties a team to: `none`, `model`, `vendor-weights` or `own-weights`
     */
    public record Standing(
            boolean eligible,
            List<String> excludedBy,
            double meetsTarget,
            double fails,
            double effortHours,
            double weeksToLive,
            String lockIn) {}

    /** An amount that may be uncertain. `rangeText`: low to high, written; empty where the amount is certain. */
    public record Amount(BigDecimal low, BigDecimal likely, BigDecimal high, String text, String rangeText) {
        /** No amount, where there is nothing to say. */
        public static final Amount NONE = new Amount(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, "", "");
    }

    /**
     * Months until an option has earned back its set-up.
     *
     * @param low in the best case; infinite for never
     * @param likely to calculate with; infinite for never
     * @param high in the worst case; infinite for never
     * @param text the likely one, written; empty where there is nothing to earn back
     * @param rangeText low to high, written; empty where it is certain
     */
    public record Payback(double low, double likely, double high, String text, String rangeText) {
        public static final Payback NONE = new Payback(0, 0, 0, "", "");

        /** Both together, in one line. */
        public String whole() {
            return rangeText.isEmpty() ? text : text + " (" + rangeText + ")";
        }
    }

    /**
     * One line of a calculation.
     *
     * @param part which amount of the option it belongs to: `setup`, `monthly` or `errors`
     * @param source the price or basis behind it, with its date; may be empty
     */
    public record Line(String part, String name, Amount amount, String formula, String source) {}

    /**
     * From which volume an option beats what is done today.
     *
     * @param matters whether it belongs beside the short table
     */
    public record BreakEven(String option, String name, boolean matters, Late<Volume> found) {
        public @Nullable BigDecimal volume() {
            return found.get().volume();
        }

        public String text() {
            return found.get().text();
        }

        public String formula() {
            return found.get().formula();
        }
    }

    /**
     * A volume that was found, or none.
     *
     * @param volume calls a day, or null where no volume makes it
     * @param text the volume or the reason why there is none, written
     */
    public record Volume(@Nullable BigDecimal volume, String text, String formula) {}

    /** Something that can be drawn. `plot`: the same as numbers; null where there are none. */
    public record Picture(
            String chart,
            String title,
            String alternative,
            @Nullable Plot plot) {}

    /**
     * An input that is not certain.
     *
     * @param key stable name, by which it can be set
     * @param text low, likely and high with their unit, written
     * @param basis sourced, derived, assumption, or given by hand
     * @param source where the range comes from; may be empty
     * @param matters whether it is among those that the result hangs on
     * @param varied whether the simulation varies it; the horizon, for one, is a choice and stays
     */
    public record Parameter(
            String key,
            String name,
            Bounds range,
            String text,
            String basis,
            String source,
            boolean matters,
            boolean varied) {}

    /** Where a figure lies. `texts`: the three, written. */
    public record Bounds(BigDecimal low, BigDecimal likely, BigDecimal high, List<String> texts) {}

    /**
     * A price that was used.
     *
     * @param text the price with its unit, written
     * @param asOf ISO date on which it held
     * @param warning what to mind, for example its age; empty for nothing
     * @param matters whether an option of the short table rests on it
     */
    public record Price(String model, String text, String asOf, String source, String warning, boolean matters) {}
}
