package dev.tunewise.flow;

/**
 * What a quantity counts.
 *
 * @param noun what is counted, in the plural ("examples", "calls"); the currency for money; with `/hour`
 *     or another stretch of time behind it for what is paid or counted by time
 */
public record Unit(Kind kind, String noun) {
    public enum Kind {
        /** A number of things: examples, tokens, classes. */
        COUNT,
        PER_DAY,
        /** A share in percent, 0 to 100. */
        PERCENT,
        MONEY,
        /** An amount of money for a thousand things. */
        MONEY_PER_THOUSAND,
        /** A number of months. */
        MONTHS
    }

    public boolean isMoney() {
        return kind == Kind.MONEY || kind == Kind.MONEY_PER_THOUSAND;
    }
}
