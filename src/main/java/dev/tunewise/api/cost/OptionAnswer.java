package dev.tunewise.api.cost;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tunewise.advice.result.CostComparison;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

        @Schema(description = "whether it may be recommended") boolean eligible,

        @Schema(description = "why not: ids of the flow's exclusions or of reasons of the comparison")
        @JsonProperty("excluded_by")
        List<String> excludedBy,

        @Schema(description = "its chance to meet the target, 0 to 1", example = "0.83")
        @JsonProperty("meets_target")
        double meetsTarget,

        @Schema(description = "its chance to be worse than today, 0 to 1", example = "0.1")
        @JsonProperty("chance_of_failing")
        double chanceOfFailing,

        @Schema(description = "hours of engineering before it is live", example = "120")
        @JsonProperty("effort_hours")
        double effortHours,

        @Schema(description = "weeks until it is live", example = "4") @JsonProperty("weeks_to_live")
        double weeksToLive,

        @Schema(description = "paid once", nullable = true) @Nullable
        AmountAnswer setup,

        @Schema(description = "running cost and upkeep a month", nullable = true) @Nullable
        AmountAnswer monthly,

        @Schema(description = "what wrong answers cost a month", nullable = true)
        @JsonProperty("error_cost_monthly")
        @Nullable
        AmountAnswer errorCostMonthly,

        @Schema(description = "everything over the horizon; likely is the median", nullable = true) @Nullable
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

        @Schema(description = "how the amounts come about") List<LineAnswer> lines,

        @Schema(description = "what to know about it, in sentences")
        List<String> notes) {
    static List<OptionAnswer> of(CostComparison.Table table) {
        return table.options().stream().map(OptionAnswer::of).toList();
    }

    private static OptionAnswer of(CostComparison.Option option) {
        boolean priced = option.priced();
        return new OptionAnswer(
                option.id(),
                option.name(),
                option.lever(),
                option.model(),
                option.unpriced(),
                option.standing().eligible(),
                option.standing().excludedBy(),
                option.standing().meetsTarget(),
                option.standing().fails(),
                option.standing().effortHours(),
                option.standing().weeksToLive(),
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
