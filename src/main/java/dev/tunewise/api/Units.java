package dev.tunewise.api;

import dev.tunewise.flow.Unit;

/** Names units. */
final class Units {
    private Units() {}

    /** The unit in words. */
    static String name(Unit unit) {
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
