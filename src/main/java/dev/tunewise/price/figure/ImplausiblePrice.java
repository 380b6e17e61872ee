package dev.tunewise.price.figure;

import dev.tunewise.money.NumberFormat;
import dev.tunewise.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A price that is more likely a mistake than a price: taken only when somebody confirms it by name.
 *
 * @param why what is odd about it, as the end of a sentence
 */
public record ImplausiblePrice(PriceChange change, String why) {
    private static final BigDecimal TENFOLD = BigDecimal.TEN;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    /** Finds what is odd about a change; empty when nothing is, or when it is no price. A price without one before is held against the usual. */
    public static Optional<ImplausiblePrice> check(PriceChange change, UsualPrice usual) {
        if (!PriceFigures.isPrice(change.field()) || !isNumber(change.after())) {
            return Optional.empty();
        }
        BigDecimal after = new BigDecimal(change.after());
        boolean said = isNumber(change.before());
        BigDecimal before = said ? new BigDecimal(change.before()) : BigDecimal.ZERO;
        boolean known = before.signum() > 0;
        if (after.signum() == 0) {
            boolean odd = known || !said && PriceFigures.isNeverFree(change.field());
            return odd ? Optional.of(new ImplausiblePrice(change, "which would be free of charge")) : Optional.empty();
        }
        UsualPrice against = known ? new UsualPrice(before, before, "") : usual;
        return why(after, against).map(why -> new ImplausiblePrice(change, why));
    }

    /** The change and what is odd about it, in one sentence. */
    public String message() {
        return change.model() + ": " + change.field()
                + (change.before().isEmpty()
                        ? " is " + change.after()
                        : " goes from " + change.before() + " to " + change.after())
                + ", " + why + ".";
    }

    private static Optional<String> why(BigDecimal after, UsualPrice usual) {
        boolean up = after.compareTo(usual.high()) > 0;
        BigDecimal near = up ? usual.high() : usual.low();
        BigDecimal factor =
                near.signum() == 0 ? BigDecimal.ZERO : up ? Rounding.divide(after, near) : Rounding.divide(near, after);
        if (factor.compareTo(TENFOLD) < 0) {
            return Optional.empty();
        }
        String times =
                NumberFormat.number(factor.setScale(factor.compareTo(THOUSAND) < 0 ? 1 : 0, RoundingMode.HALF_UP));
        return Optional.of(times + " times as " + (up ? "much" : "little") + usual.told(up)
                + (factor.compareTo(THOUSAND) >= 0 ? ", as a price of another unit would be" : ""));
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,15}(\\.\\d{1,40})?");
    }
}
