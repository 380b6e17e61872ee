package dev.tunewise.cost.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One exact value for every input: the likely one unless another is set. Remembers figures that several formulas share. */
public final class ValuePoint {
    /** So many digits of a figure that was worked out are shown. */
    private static final MathContext SHOWN = new MathContext(8);

    private final Map<String, BigDecimal> set;
    private final Map<Formula.Named, BigDecimal> done = new IdentityHashMap<>();
    private final Map<Object, String> written = new IdentityHashMap<>();

    private ValuePoint(Map<String, BigDecimal> set) {
        this.set = set;
    }

    public static ValuePoint likely() {
        return new ValuePoint(Map.of());
    }

    public static ValuePoint likelyExcept(String key, BigDecimal value) {
        return new ValuePoint(Map.of(key, value));
    }

    BigDecimal value(CostInput input) {
        @Nullable BigDecimal other = set.get(input.key());
        return other == null ? input.range().likely() : other;
    }

    /** The input's value as people read it; most inputs stand in many lines. */
    String written(CostInput input) {
        return written.computeIfAbsent(input, key -> input.written(value(input)));
    }

    String written(Formula.Named figure) {
        return written.computeIfAbsent(
                figure,
                key -> CostInput.written(
                        figure.kind(), figure.name(), once(figure).round(SHOWN)));
    }

    BigDecimal once(Formula.Named figure) {
        @Nullable BigDecimal known = done.get(figure);
        if (known == null) {
            known = figure.how().exact(this);
            done.put(figure, known);
        }
        return known;
    }
}
