package dev.tunewise.api.request;

import dev.tunewise.flow.Unit;

/** Names units. */
public final class UnitNames {
    public static String name(Unit unit) {
        return switch (unit.kind()) {
            case COUNT -> unit.noun();
            case PER_DAY -> unit.noun() + " per day";
            case PERCENT -> "percent";
            case MONEY -> unit.noun();
            case MONEY_PER_THOUSAND -> unit.noun() + " per 1,000";
            case MONTHS -> "months";
        };
    }
}
