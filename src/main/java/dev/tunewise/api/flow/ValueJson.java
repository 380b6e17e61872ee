package dev.tunewise.api.flow;

import dev.tunewise.advice.document.AdviceDocument;
import dev.tunewise.advice.document.RecordTree;
import dev.tunewise.flow.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes values the way requests give them. */
public final class ValueJson {
    /** Trees of the API, where values, numbers, days and names of kinds stand as requests give them. */
    public static final RecordTree TREE = new RecordTree(AdviceDocument.TREE, Map.of())
            .with(Value.class, ValueJson::of)
            .with(BigDecimal.class, AdviceDocument::plain)
            .with(Instant.class, Instant::toString);

    /** A string, an array of strings, a number, a boolean, or an object with value, low and high for a range. */
    public static Object of(Value value) {
        return switch (value) {
            case Value.Choice(String id) -> id;
            case Value.Choices(List<String> ids) -> ids;
            case Value.YesNo(boolean yes) -> yes;
            case Value.Quantity(BigDecimal quantity, BigDecimal low, BigDecimal high) -> {
                if (low.compareTo(high) == 0) {
                    yield AdviceDocument.plain(quantity);
                }
                Map<String, Object> range = new LinkedHashMap<>();
                range.put("value", AdviceDocument.plain(quantity));
                range.put("low", AdviceDocument.plain(low));
                range.put("high", AdviceDocument.plain(high));
                yield range;
            }
        };
    }

    /** The name of a kind in small letters with dashes. */
    public static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
