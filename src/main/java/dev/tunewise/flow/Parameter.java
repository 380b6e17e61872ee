package dev.tunewise.flow;

import dev.tunewise.diagnostics.Position;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number behind the figures that people may set in their own words. What it does, what it is by default and what it may be is known to whoever
 * calculates with it.
 *
 * @param key the name by which whoever computes knows it
 * @param name what people call it, in a few words
 * @param example how somebody would ask for another value; empty where none is to be shown
 * @param ways how its value is said; empty where a fact says it
 * @param position where it is declared
 */
public record Parameter(String key, String name, String example, List<Way> ways, Position position) {
    /**
     * One way of saying a value.
     *
     * @param id its key in the words of the flow
     * @param exactly the value that the words stand for, or null where they hold an amount
     */
    public record Way(String id, Form form, @Nullable BigDecimal exactly, List<String> patterns) {}

    public enum Form {
        /** The value itself. */
        NUMBER,
        A_SECOND,
        /** So many times a month. */
        A_MONTH,
        /** So many times a year. */
        A_YEAR,
        MONEY,
        /** Dollars for an hour. */
        MONEY_AN_HOUR,
        /** Dollars for a month. */
        MONEY_A_MONTH,
        /** A share: 30 % is 0.3. */
        PERCENT,
        /** A share in a month. */
        PERCENT_A_MONTH,
        /** A share in a year. */
        PERCENT_A_YEAR,
        /** What is left of the whole: 40 % off is 0.6. */
        PERCENT_OFF,
        /** A stretch of time in months. */
        MONTHS,
        /** The time between two, of which there are so many in a year: every 2 months is 6. */
        EVERY,
        /** Working time in hours; a day has 8 of them, a week 40, a month 160. */
        WORK
    }
}
