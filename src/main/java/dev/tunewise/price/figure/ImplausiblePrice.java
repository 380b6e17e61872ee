package dev.tunewise.price.figure;

import dev.tunewise.money.NumberFormat;
import dev.tunewise.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A changed price that is more likely a mistake than a price: taken only when somebody confirms it by name.
 *
 * @param why what is odd about it, as the end of a sentence
 */
public record ImplausiblePrice(PriceChange change, String why) {
    private static final BigDecimal TENFOLD = BigDecimal.TEN;
    /** Dollars per 1,000,000 tokens, an hour or a month that no list asks. */
    private static final BigDecimal TOO_DEAR = BigDecimal.valueOf(2000);

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    /** Finds what is odd about a change; empty when nothing is, or when it is no price. */
    public static Optional<ImplausiblePrice> check(PriceChange change) {
        if (!PriceFigures.isPrice(change.field()) || !isNumber(change.after())) {
            return Optional.empty();
        }
        BigDecimal after = new BigDecimal(change.after());
        BigDecimal before = isNumber(change.before()) ? new BigDecimal(change.before()) : BigDecimal.ZERO;
        return why(before, after).map(why -> new ImplausiblePrice(change, why));
    }

    /** The change and what is odd about it, in one sentence. */
    public String message() {
        return change.model() + ": " + change.field()
                + (change.before().isEmpty()
                        ? " is " + change.after()
                        : " goes from " + change.before() + " to " + change.after())
                + ", " + why + ".";
    }

    private static Optional<String> why(BigDecimal before, BigDecimal after) {
        if (after.signum() == 0) {
            return before.signum() == 0 ? Optional.empty() : Optional.of("which would be free of charge");
        }
        if (before.signum() == 0) {
            return after.compareTo(TOO_DEAR) > 0
                    ? Optional.of("which no price list asks: a price of another unit")
                    : Optional.empty();
        }
        boolean up = after.compareTo(before) > 0;
        BigDecimal factor = up ? Rounding.divide(after, before) : Rounding.divide(before, after);
        if (factor.compareTo(TENFOLD) < 0) {
            return Optional.empty();
        }
        String times =
                NumberFormat.number(factor.setScale(factor.compareTo(THOUSAND) < 0 ? 1 : 0, RoundingMode.HALF_UP));
        return Optional.of(times + " times as " + (up ? "much" : "little")
                + (factor.compareTo(THOUSAND) >= 0 ? ", as a price of another unit would be" : ""));
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,15}(\\.\\d{1,40})?");
    }
}
