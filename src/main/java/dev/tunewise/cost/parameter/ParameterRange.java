package dev.tunewise.cost.parameter;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.money.Range;

/**
 * @param key stable name, for example {@code label_usd_each}
 * @param shownUnit what stands after it there
 * @param basis what the range rests on; {@link FigureBasis#GIVEN} once somebody has set it
 */
public record ParameterRange(
        String key,
        String label,
        Range range,
        String unit,
        CostInput.Kind kind,
        String shownUnit,
        FigureBasis basis,
        String source,
        ParameterLimits limits) {
    ParameterRange given(Range other) {
        return new ParameterRange(
                key, label, other, unit, kind, shownUnit, FigureBasis.GIVEN, "set for this case", limits);
    }

    /** The parameter as an input of an estimate. */
    CostInput toInput() {
        return new CostInput("parameter:" + key, label, range, kind, shownUnit, basis, source);
    }
}
