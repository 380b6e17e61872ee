package dev.tunewise.api.cost;

import dev.tunewise.advice.result.CostComparison;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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
    static LineAnswer of(CostComparison.Line line) {
        return new LineAnswer(line.part(), line.name(), AmountAnswer.of(line.amount()), line.formula(), line.source());
    }
}
