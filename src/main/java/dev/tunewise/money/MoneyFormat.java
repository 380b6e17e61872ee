package dev.tunewise.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How amounts are written for people: always dollars, comma for thousands, point for decimals. */
public final class MoneyFormat {
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final int PRICE_DECIMALS = 8;

    /** An amount on a bill, in cents: {@code $1,234.50}; what is less than a cent keeps two digits: {@code $0.0018}. */
    public static String amount(Money money) {
        BigDecimal size = money.amount().abs();
        if (size.signum() == 0 || size.compareTo(CENT) >= 0) {
            return sign(money) + "$" + Digits.of(size, 2, 2);
        }
        return sign(money) + "$"
                + size.round(new MathContext(2, RoundingMode.HALF_UP)).toPlainString();
    }

    /** A unit price with all its decimals, at least two and at most eight: {@code $0.0018}, {@code $1.861}, {@code $3.00}. */
    public static String exact(Money money) {
        return sign(money) + "$" + Digits.of(money.amount().abs(), 2, PRICE_DECIMALS);
    }

    /** Whole dollars from 100 on, cents below: for sentences. {@code $5,850}, {@code $12.40}, {@code $0.0018}. */
    public static String rounded(Money money) {
        BigDecimal size = money.amount().abs();
        if (size.compareTo(BigDecimal.valueOf(100)) < 0) {
            return amount(money);
        }
        return sign(money) + "$" + Digits.of(size, 0, 0);
    }

    /** The short form for axes and small tables: {@code $950}, {@code $12.4k}, {@code $1.2M}, {@code $3B}. */
    public static String brief(Money money) {
        BigDecimal size = money.amount().abs();
        if (size.compareTo(BigDecimal.valueOf(10)) < 0
                && size.stripTrailingZeros().scale() > 0) {
            return amount(money);
        }
        return sign(money) + "$" + NumberFormat.brief(size);
    }

    private static String sign(Money money) {
        return money.isNegative() ? "-" : "";
    }
}
