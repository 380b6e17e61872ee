package dev.tunewise.advice.result;

import dev.tunewise.flow.Value;
import dev.tunewise.money.Range;
import java.util.List;

/**
 * What was calculated with in place of a fact that nobody knew.
 *
 * @param range in the unit of the fact
 * @param parameters keys of the {@link CostComparison.Parameter}s that it is
 */
public record AssumedValue(String fact, Range range, List<String> parameters) {
    /** The same as an answer would be. */
    public Value.Quantity value() {
        return new Value.Quantity(range.likely(), range.low(), range.high());
    }
}
