package dev.tunewise.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tunewise.advice.CostView;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options in money. */
@Serdeable
record CostAnswer(
        @Schema(example = "USD") String currency,

        @Schema(description = "months over which totals are added up", example = "12") @JsonProperty("horizon_months")
        int horizonMonths,

        @Schema(description = "today's first; at the volume given, or at the first of `volumes`")
        List<OptionAnswer> options,

        @Schema(description = "the same at several volumes, where the volume is not known; else empty")
        List<VolumeAnswer> volumes,

        @Schema(description = "from which volume each option beats what is done today") @JsonProperty("break_even")
        List<BreakEvenAnswer> breakEven,

        @Schema(
                description =
                        "share of simulated cases that pay back within the horizon, 0 to 1; null where nothing was simulated",
                nullable = true)
        @JsonProperty("probability_of_payback")
        @Nullable
        Double probabilityOfPayback,

        @Schema(description = "how many cases were simulated; 0 where nothing was", example = "10000")
        int samples,

        @Schema(description = "how break-even is reckoned, in symbols") @JsonProperty("break_even_formula")
        String breakEvenFormula,

        @Schema(description = "what the comparison comes to, in sentences")
        List<String> summary,

        @Schema(description = "the inputs that matter most") List<String> drivers,

        @Schema(description = "what `chart.svg` and `chart.png` of a conversation can draw of it, in words")
        List<PictureAnswer> pictures,

        @Schema(description = "what to mind about the figures, in sentences")
        List<String> notes,

        @Schema(description = "options that make no sense here, each with its reason") @JsonProperty("left_out")
        List<String> leftOut,

        @Schema(description = "the inputs that nobody gave, or that were measured, each with its range")
        List<ParameterAnswer> parameters) {

    /** All options at one volume. */
    @Serdeable
    record VolumeAnswer(String caption, List<OptionAnswer> options) {}

    /** One thing that could be done. */
    @Serdeable
    record OptionAnswer(
            String id,
            String name,

            @Schema(description = "id of the lever; empty for what is done today")
            String lever,

            @Schema(description = "the model it runs on; empty where it needs none")
            String model,

            @Schema(
                    description = "what is missing to price it; then no amount is there",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED)
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            String unpriced,

            @Schema(description = "paid once", nullable = true) @Nullable
            AmountAnswer setup,

            @Schema(description = "running cost and upkeep a month", nullable = true) @Nullable
            AmountAnswer monthly,

            @Schema(description = "what wrong answers cost a month", nullable = true)
            @JsonProperty("error_cost_monthly")
            @Nullable
            AmountAnswer errorCostMonthly,

            @Schema(description = "everything over the horizon", nullable = true) @Nullable
            AmountAnswer total,

            @Schema(description = "today's total less this one; null for what is done today", nullable = true) @Nullable
            AmountAnswer saving,

            @Schema(description = "what the saving is worth today, with token prices as they are", nullable = true)
            @JsonProperty("present_value")
            @Nullable
            AmountAnswer presentValue,

            @Schema(description = "the same with token prices that fall", nullable = true)
            @JsonProperty("present_value_falling_prices")
            @Nullable
            AmountAnswer presentValueFallingPrices,

            @Schema(description = "months until the set-up has been earned back; null in it for never", nullable = true)
            @JsonProperty("payback_months")
            @Nullable
            PaybackAnswer paybackMonths,

            @Schema(description = "percentiles of the simulated cases; null for what is done today", nullable = true)
            @Nullable
            SimulationAnswer simulation,

            @Schema(nullable = true) @JsonProperty("cost_per_correct_answer") @Nullable
            AmountAnswer costPerCorrectAnswer,

            @Schema(description = "how the amounts come about")
            List<LineAnswer> lines,

            @Schema(description = "what to know about it, in sentences")
            List<String> notes) {
        static List<OptionAnswer> of(CostView.Table table) {
            return table.options().stream().map(OptionAnswer::of).toList();
        }

        private static OptionAnswer of(CostView.Option option) {
            boolean priced = option.priced();
            return new OptionAnswer(
                    option.id(),
                    option.name(),
                    option.lever(),
                    option.model(),
                    option.unpriced(),
                    priced ? AmountAnswer.of(option.setup()) : null,
                    priced ? AmountAnswer.of(option.monthly()) : null,
                    priced ? AmountAnswer.of(option.errorsMonthly()) : null,
                    priced ? AmountAnswer.of(option.total()) : null,
                    priced ? AmountAnswer.of(option.saving()) : null,
                    priced ? AmountAnswer.of(option.presentValue()) : null,
                    priced ? AmountAnswer.of(option.presentValueFalling()) : null,
                    priced ? PaybackAnswer.of(option.payback()) : null,
                    SimulationAnswer.of(option.simulated()),
                    priced ? AmountAnswer.of(option.perCorrectAnswer()) : null,
                    option.lines().stream().map(LineAnswer::of).toList(),
                    option.notes());
        }
    }

    /** An amount that may be uncertain: low and high are the 10th and 90th percentile, and equal where it is certain. */
    @Serdeable
    record AmountAnswer(BigDecimal low, BigDecimal likely, BigDecimal high, String text) {
        static @Nullable AmountAnswer of(CostView.Amount amount) {
            return amount.text().isEmpty()
                    ? null
                    : new AmountAnswer(amount.low(), amount.likely(), amount.high(), amount.text());
        }
    }

    /** Months, null for never. */
    @Serdeable
    record PaybackAnswer(
            @Schema(nullable = true) @Nullable Double low,
            @Schema(nullable = true) @Nullable Double likely,
            @Schema(nullable = true) @Nullable Double high,
            String text) {
        static @Nullable PaybackAnswer of(CostView.Payback payback) {
            return payback.text().isEmpty()
                    ? null
                    : new PaybackAnswer(
                            finite(payback.low()), finite(payback.likely()), finite(payback.high()), payback.text());
        }

        /** JSON has no infinity. */
        static @Nullable Double finite(double months) {
            return Double.isFinite(months) ? Double.valueOf(months) : null;
        }
    }

    /** What the simulated cases come to. */
    @Serdeable
    record SimulationAnswer(
            @Schema(description = "dollars over the horizon against what is done today")
            QuantilesAnswer saving,

            @Schema(description = "dollars over the horizon")
            QuantilesAnswer total,

            @Schema(description = "months; null for never") @JsonProperty("payback_months")
            QuantilesAnswer paybackMonths,

            @Schema(description = "share of the cases that pay back within the horizon, 0 to 1", example = "0.83")
            @JsonProperty("payback_within_horizon")
            double paybackWithinHorizon) {
        static @Nullable SimulationAnswer of(CostView.@Nullable Simulated simulated) {
            return simulated == null
                    ? null
                    : new SimulationAnswer(
                            QuantilesAnswer.of(simulated.saving()),
                            QuantilesAnswer.of(simulated.total()),
                            QuantilesAnswer.of(simulated.payback()),
                            simulated.paybackWithinHorizon());
        }
    }

    /** One case in ten is at most p10, half are at most p50, nine in ten at most p90. */
    @Serdeable
    record QuantilesAnswer(
            @Schema(nullable = true) @Nullable Double p10,
            @Schema(nullable = true) @Nullable Double p50,
            @Schema(nullable = true) @Nullable Double p90,
            String text) {
        static QuantilesAnswer of(CostView.Quantiles found) {
            return new QuantilesAnswer(
                    PaybackAnswer.finite(found.p10()),
                    PaybackAnswer.finite(found.p50()),
                    PaybackAnswer.finite(found.p90()),
                    found.text());
        }
    }

    /** One line of a reckoning. */
    @Serdeable
    record LineAnswer(
            @Schema(allowableValues = {"setup", "monthly", "errors"})
            String part,

            String name,
            @Schema(nullable = true) @Nullable AmountAnswer amount,

            @Schema(description = "how it is reckoned, with its numbers")
            String formula,

            @Schema(description = "the price or basis behind it, with its date")
            String source) {
        static LineAnswer of(CostView.Line line) {
            return new LineAnswer(
                    line.part(), line.name(), AmountAnswer.of(line.amount()), line.formula(), line.source());
        }
    }

    /** From which volume an option beats what is done today. */
    @Serdeable
    record BreakEvenAnswer(
            @Schema(description = "id of the option") String option,

            @Schema(description = "calls a day; null where no volume makes it", nullable = true) @Nullable
            BigDecimal volume,

            String text,
            String formula) {}

    /** Something that can be drawn. */
    @Serdeable
    record PictureAnswer(
            @Schema(allowableValues = {"break-even", "payback", "cumulative"})
            String chart,

            String title,

            @Schema(description = "what it shows, for those who cannot see it")
            String alternative) {}

    /** An input that is not certain. */
    @Serdeable
    record ParameterAnswer(
            @Schema(description = "stable name; `parameters` sets a cost parameter by it")
            String key,

            String name,
            BigDecimal low,
            BigDecimal likely,
            BigDecimal high,
            @Schema(description = "the range with its unit") String text,

            @Schema(allowableValues = {"given", "sourced", "derived", "assumption", "measured"})
            String basis,

            String source,

            @Schema(description = "whether the simulation varies it; the horizon, for one, is a choice and stays")
            boolean varied) {
        static ParameterAnswer of(CostView.Parameter input) {
            return new ParameterAnswer(
                    input.key(),
                    input.name(),
                    input.range().low(),
                    input.range().likely(),
                    input.range().high(),
                    input.text(),
                    input.basis(),
                    input.source(),
                    input.varied());
        }
    }

    static CostAnswer of(CostView view) {
        List<CostView.Table> tables = view.tables();
        return new CostAnswer(
                view.currency(),
                view.horizonMonths(),
                tables.isEmpty() ? List.of() : OptionAnswer.of(tables.getFirst()),
                tables.size() < 2
                        ? List.of()
                        : tables.stream()
                                .map(table -> new VolumeAnswer(table.caption(), OptionAnswer.of(table)))
                                .toList(),
                view.breakEven().stream()
                        .map(each -> new BreakEvenAnswer(each.option(), each.volume(), each.text(), each.formula()))
                        .toList(),
                view.probabilityOfPayback(),
                view.samples(),
                view.breakEvenFormula(),
                view.sentences(),
                view.drivers(),
                view.pictures().stream()
                        .map(each -> new PictureAnswer(each.chart(), each.title(), each.alternative()))
                        .toList(),
                view.notes(),
                view.leftOut(),
                view.parameters().stream().map(ParameterAnswer::of).toList());
    }
}
