package dev.tunewise.flow;

/**
 * What a quantity counts.
 *
 * @param kind how it is read and written
 * @param noun what is counted, in the plural ("examples", "calls"); the currency for money; with `/hour`
 *     or another stretch of time behind it for what is paid or counted by time
 */
public record Unit(Kind kind, String noun) {
    /** How quantities of a unit are read and written. */
    public enum Kind {
        /** A number of things: examples, tokens, classes. */
        COUNT,
        /** A number of things a day. */
        PER_DAY,
        /** A share in percent, 0 to 100. */
        PERCENT,
        /** An amount of money. */
        MONEY,
        /** An amount of money for a thousand things. */
        MONEY_PER_THOUSAND,
        /** A number of months. */
        MONTHS
    }
}
