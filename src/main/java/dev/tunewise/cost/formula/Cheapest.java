package dev.tunewise.cost.formula;

import java.util.Comparator;
import java.util.List;

/**
 * The least of several ways to pay for the same, chosen again at every volume and in every sample; written out, only the chosen one is seen.
 *
 * @param parts the ways, at least one
 */
public record Cheapest(List<Formula> parts) implements Formula {
    Formula chosen(ValuePoint point) {
        return parts.stream()
                .min(Comparator.comparing(part -> part.exact(point)))
                .orElseThrow(() -> new IllegalStateException("There is no way to pay"));
    }
}
