package dev.tunewise.cost.parameter;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.money.Range;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A cost parameter: what it is taken to be until somebody sets it by hand, and what it may be set to.
 *
 * @param key stable name, for example {@code label_usd_each}
 * @param unit what stands behind it; may be empty
 * @param basis what the range rests on; {@link FigureBasis#GIVEN} once somebody has set it
 * @param least the least it may be set to
 * @param most the most it may be set to, or null for no limit
 * @param whole whether only whole numbers make sense
 */
public record CostParameter(
        String key,
        String label,
        CostInput.Kind kind,
        String unit,
        Range range,
        FigureBasis basis,
        String source,
        BigDecimal least,
        @Nullable BigDecimal most,
        boolean whole) {
    static final BigDecimal PLENTY = new BigDecimal("1000000000000");

    /** A number of something, of which nothing is known but its name. */
    public static CostParameter named(String key) {
        return new CostParameter(
                key,
                key.replace('_', ' '),
                CostInput.Kind.COUNT,
                "",
                Range.exactly(BigDecimal.ONE),
                FigureBasis.ASSUMPTION,
                "",
                BigDecimal.ZERO,
                null,
                false);
    }

    CostParameter given(Range other) {
        return new CostParameter(
                key, label, kind, unit, other, FigureBasis.GIVEN, "set for this case", least, most, whole);
    }

    /** The parameter as an input of an estimate. */
    CostInput toInput() {
        return new CostInput("parameter:" + key, label, range, kind, unit, basis, source);
    }

    /** Says whether it may be set to a value. */
    public boolean takes(BigDecimal value) {
        boolean within = value.compareTo(least) >= 0 && (most == null || value.compareTo(most) <= 0);
        return within && (!whole || value.stripTrailingZeros().scale() <= 0);
    }

    boolean takes(Range other) {
        return takes(other.low()) && takes(other.likely()) && takes(other.high());
    }

    /** What it may be set to, in words. */
    String expected() {
        return number() + ", or low, likely and high in this order," + bounds();
    }

    /** One value that it may be set to, in words. */
    public String expectedValue() {
        return number() + bounds();
    }

    private String number() {
        return whole ? "a whole number" : "a number";
    }

    private String bounds() {
        return " from " + least.toPlainString()
                + (most == null || most.equals(PLENTY) ? " on" : " to " + most.toPlainString());
    }

    public String written(BigDecimal value) {
        return CostInput.written(kind, unit, value);
    }

    /** What it is taken to be until somebody sets it: the likely value, and its range where it has one. */
    public String usually() {
        return range.isExact()
                ? written(range.likely())
                : written(range.likely()) + " (" + CostInput.written(kind, "", range.low()) + " to "
                        + CostInput.written(kind, "", range.high()) + ")";
    }
}
