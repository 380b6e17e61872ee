package dev.tunewise.cost;

import dev.tunewise.money.Range;

/**
 * One cost parameter.
 *
 * @param key stable name, for example {@code label_usd_each}
 * @param label what it is, for people
 * @param range what it may be
 * @param unit what it counts
 * @param kind how it is written within a formula
 * @param shownUnit what stands after it there
 * @param basis what the range rests on; {@link Basis#GIVEN} once somebody has set it
 * @param source where it comes from, in words
 */
public record Parameter(
        String key,
        String label,
        Range range,
        String unit,
        Input.Kind kind,
        String shownUnit,
        Basis basis,
        String source) {
    Parameter given(Range other) {
        return new Parameter(key, label, other, unit, kind, shownUnit, Basis.GIVEN, "set for this case");
    }

    /** The parameter as an input of an estimate. */
    Input toInput() {
        return new Input("parameter:" + key, label, range, kind, shownUnit, basis, source, null, null);
    }
}
