package dev.tunewise.cost.formula;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * The least of several ways to pay for the same, chosen anew at every volume and in every sample; written out, only the chosen one is seen.
 *
 * @param parts the ways, at least one
 */
public record Cheapest(List<Formula> parts) implements Formula {
    public Cheapest {
        parts = List.copyOf(parts);
    }

    @Override
    public BigDecimal exact(ValuePoint point) {
        return chosen(point).exact(point);
    }

    @Override
    public int compile(ColumnProgram.Builder into) {
        return into.folded(ColumnStep.SMALLER, parts);
    }

    @Override
    public String text(ValuePoint point) {
        return chosen(point).text(point);
    }

    @Override
    public String factorText(ValuePoint point) {
        return chosen(point).factorText(point);
    }

    @Override
    public List<Formula> shownParts(ValuePoint point) {
        return List.of(chosen(point));
    }

    private Formula chosen(ValuePoint point) {
        return parts.stream()
                .min(Comparator.comparing(part -> part.exact(point)))
                .orElseThrow(() -> new IllegalStateException("There is no way to pay"));
    }
}
