package dev.tunewise.api.cost;

import dev.tunewise.advice.result.CostComparison;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** One line of a reckoning. */
@Serdeable
record LineAnswer(String part, String name, @Nullable AmountAnswer amount, String formula, String source) {

    static LineAnswer of(CostComparison.Line line) {
        return new LineAnswer(line.part(), line.name(), AmountAnswer.of(line.amount()), line.formula(), line.source());
    }
}
