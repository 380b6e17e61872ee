package dev.tunewise.condition;

import java.util.List;

/**
 * A name that conditions may use.
 *
 * @param choices ids of its choices; empty for other kinds and where any text may be an answer
 * @param min least possible quantity, negative infinity for none
 * @param max greatest possible quantity, positive infinity for none
 */
public record Declaration(Kind kind, List<String> choices, double min, double max) {
    /** What kind of value a name has, as a condition sees it. */
    public enum Kind {
        CHOICE,
        CHOICES,
        QUANTITY,
        YES_NO,
        /** Declared, but wrongly; conditions that use the name raise no further problem. */
        UNCLEAR
    }

    /** One of these choices; any text where there are none. */
    public static Declaration choice(List<String> choices) {
        return new Declaration(Kind.CHOICE, choices, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    public static Declaration choices(List<String> choices) {
        return new Declaration(Kind.CHOICES, choices, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** A number between two bounds, both included. */
    public static Declaration quantity(double min, double max) {
        return new Declaration(Kind.QUANTITY, List.of(), min, max);
    }

    public static Declaration unclear() {
        return new Declaration(Kind.UNCLEAR, List.of(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    public static Declaration yesNo() {
        return new Declaration(Kind.YES_NO, List.of(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
