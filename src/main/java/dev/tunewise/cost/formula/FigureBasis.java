package dev.tunewise.cost.formula;

import java.util.Locale;

/** What a figure rests on, the firmest first. */
public enum FigureBasis {
    GIVEN,
    SOURCED,
    /** Worked out from sources. */
    DERIVED,
    /** Ours, without a source. */
    ASSUMPTION;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The less firm of two. */
    public FigureBasis weaker(FigureBasis other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
