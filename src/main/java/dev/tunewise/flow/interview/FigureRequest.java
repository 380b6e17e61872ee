package dev.tunewise.flow.interview;

import dev.tunewise.flow.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What figures are worked out from.
 *
 * @param known raw values by fact id, a single one for each
 * @param ranges the quantities among them that are known as a range only
 * @param assumed ids of those that nobody knows, where a default stands in: a calculation takes them as unknown
 * @param excluded levers that may not be recommended, each with the ids of the exclusions that say so
 */
public record FigureRequest(
        Map<String, Object> known,
        Map<String, Value.Quantity> ranges,
        Set<String> assumed,
        Map<String, List<String>> excluded) {
    public static FigureRequest of(Map<String, Object> known) {
        return new FigureRequest(known, Map.of(), Set.of(), Map.of());
    }

    /** The same with values that nobody changes any more. */
    public FigureRequest copy() {
        return new FigureRequest(new LinkedHashMap<>(known), ranges, assumed, excluded);
    }
}
