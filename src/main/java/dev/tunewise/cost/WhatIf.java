package dev.tunewise.cost;

import dev.tunewise.cost.Option.Priced;
import dev.tunewise.money.Money;
import dev.tunewise.money.Range;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An estimate and the same with something changed, side by side. The original stays as it is.
 *
 * @param changes what was changed
 * @param rows the options that either has
 * @param before figures of the original
 * @param after figures with the change
 */
public record WhatIf(List<Change> changes, List<Row> rows, CostFigures before, CostFigures after) {
    public WhatIf {
        changes = List.copyOf(changes);
        rows = List.copyOf(rows);
    }

    /**
     * A fact or parameter that was changed.
     *
     * @param what id of the fact or key of the parameter
     * @param before value before; empty when it was not known
     * @param after value after; empty when it is not known any more
     */
    public record Change(String what, String before, String after) {}

    /**
     * An option before and after.
     *
     * @param id id of the option
     * @param title name for people
     * @param before the option before, or null when it was left out or not priced
     * @param after the option after, or null when it is left out or not priced
     */
    public record Row(
            String id,
            String title,
            @Nullable Priced before,
            @Nullable Priced after) {
        /** By how much the total over the horizon rises; nothing when either is missing. */
        public Money totalRise() {
            return before == null || after == null ? Money.ZERO : after.total().minus(before.total());
        }

        /** By how much the monthly cost rises; nothing when either is missing. */
        public Money monthlyRise() {
            return before == null || after == null
                    ? Money.ZERO
                    : after.monthly().minus(before.monthly());
        }
    }

    /** Puts two estimates side by side. */
    public static WhatIf compare(Estimate original, Estimate changed) {
        Set<String> ids = new LinkedHashSet<>();
        original.priced().forEach(option -> ids.add(option.id()));
        changed.priced().forEach(option -> ids.add(option.id()));
        List<Row> rows = new ArrayList<>();
        for (String id : ids) {
            Priced before = priced(original, id);
            Priced after = priced(changed, id);
            Priced either = after == null ? before : after;
            rows.add(new Row(id, either == null ? id : either.title(), before, after));
        }
        return new WhatIf(
                changes(original.facts(), changed.facts()), rows, CostFigures.of(original), CostFigures.of(changed));
    }

    private static @Nullable Priced priced(Estimate estimate, String id) {
        return estimate.option(id)
                .filter(Priced.class::isInstance)
                .map(Priced.class::cast)
                .orElse(null);
    }

    private static List<Change> changes(CostCase original, CostCase changed) {
        List<Change> changes = new ArrayList<>();
        Map<String, Object> before = original.facts();
        Map<String, Object> after = changed.facts();
        Set<String> ids = new LinkedHashSet<>(before.keySet());
        ids.addAll(after.keySet());
        ids.stream().sorted().forEach(id -> {
            if (!Objects.equals(before.get(id), after.get(id))) {
                changes.add(new Change(id, shown(before.get(id)), shown(after.get(id))));
            }
        });
        for (Parameter parameter : original.parameters().all()) {
            Range other = changed.parameters().get(parameter.key()).range();
            if (!parameter.range().equals(other)) {
                changes.add(new Change(parameter.key(), shown(parameter.range()), shown(other)));
            }
        }
        return changes;
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Range range when range.isExact() -> range.likely().toPlainString();
            case Range range ->
                range.low().toPlainString() + " / " + range.likely().toPlainString() + " / "
                        + range.high().toPlainString();
            case List<?> items ->
                String.join(", ", items.stream().map(String::valueOf).toList());
            default -> value.toString();
        };
    }
}
