package dev.tunewise.api.cost;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tunewise.advice.result.CostComparison;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that could be done. */
@Serdeable
record OptionAnswer(
        String id,
        String name,

        String lever,

        String model,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) String unpriced,

        boolean eligible,

        @JsonProperty("excluded_by") List<String> excludedBy,

        @JsonProperty("meets_target") double meetsTarget,

        @JsonProperty("chance_of_failing") double chanceOfFailing,

        @JsonProperty("effort_hours") double effortHours,

        @JsonProperty("weeks_to_live") double weeksToLive,

        @Nullable AmountAnswer setup,

        @Nullable AmountAnswer monthly,

        @JsonProperty("error_cost_monthly") @Nullable AmountAnswer errorCostMonthly,

        @Nullable AmountAnswer total,

        @Nullable AmountAnswer saving,

        @JsonProperty("present_value") @Nullable AmountAnswer presentValue,

        @JsonProperty("present_value_falling_prices") @Nullable
        AmountAnswer presentValueFallingPrices,

        @JsonProperty("payback_months") @Nullable PaybackAnswer paybackMonths,

        @Nullable SimulationAnswer simulation,

        @JsonProperty("cost_per_correct_answer") @Nullable AmountAnswer costPerCorrectAnswer,

        List<LineAnswer> lines,

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
