package dev.tunewise.cost.formula;

/** What a figure rests on, the firmest first. */
public enum FigureBasis {
    GIVEN("given"),
    SOURCED("sourced"),
    /** Worked out from sources. */
    DERIVED("derived"),
    /** Ours, without a source. */
    ASSUMPTION("assumption");

    private final String label;

    FigureBasis(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The less firm of two. */
    public FigureBasis weaker(FigureBasis other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
