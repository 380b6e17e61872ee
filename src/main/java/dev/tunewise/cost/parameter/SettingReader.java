package dev.tunewise.cost.parameter;

import dev.tunewise.money.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a figure that somebody set, in whatever form it came. */
final class SettingReader {
    /** The figure as a range; empty when it is none. */
    static Optional<Range> read(@Nullable Object value) {
        return switch (value) {
            case Range range -> Optional.of(range);
            case List<?> ends
            when ends.size() == 3 -> range(number(ends.get(0)), number(ends.get(1)), number(ends.get(2)));
            case Map<?, ?> ends -> range(number(ends.get("low")), number(ends.get("likely")), number(ends.get("high")));
            case null -> Optional.empty();
            default -> number(value).map(Range::exactly);
        };
    }

    private static Optional<Range> range(
            Optional<BigDecimal> low, Optional<BigDecimal> likely, Optional<BigDecimal> high) {
        if (low.isEmpty() || likely.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        boolean ordered = low.get().compareTo(likely.get()) <= 0 && likely.get().compareTo(high.get()) <= 0;
        return ordered ? Optional.of(new Range(low.get(), likely.get(), high.get())) : Optional.empty();
    }

    /** A number, or a text that is one. */
    static Optional<BigDecimal> number(@Nullable Object value) {
        return switch (value) {
            case BigDecimal decimal -> Optional.of(decimal);
            case Double real when !Double.isFinite(real) -> Optional.empty();
            case Double real -> Optional.of(BigDecimal.valueOf(real).stripTrailingZeros());
            case Number number -> parse(number.toString());
            case String text -> parse(text.strip());
            case null -> Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> parse(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
