package dev.tunewise.money;

import java.math.BigDecimal;

/**
 * An exact amount in US dollars; negative amounts are allowed. Two amounts are equal when their values are, whatever their scale.
 *
 * @param amount dollars, without trailing zeros
 */
public record Money(BigDecimal amount) implements Comparable<Money> {
    public static final Money ZERO = new Money(BigDecimal.ZERO);

    public Money {
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    /** An amount of dollars. */
    public static Money of(BigDecimal amount) {
        return new Money(amount);
    }

    /** An amount of dollars as people write it, for example "0.0018"; throws NumberFormatException otherwise. */
    public static Money of(String amount) {
        return new Money(new BigDecimal(amount));
    }

    /** A whole number of dollars. */
    public static Money of(long amount) {
        return new Money(BigDecimal.valueOf(amount));
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(other.amount));
    }

    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor));
    }

    public Money times(long factor) {
        return times(BigDecimal.valueOf(factor));
    }

    /** The quotient, to 34 digits. */
    public Money dividedBy(BigDecimal divisor) {
        return new Money(Rounding.divide(amount, divisor));
    }

    /** The amount in whole cents, half up. */
    public Money toCents() {
        return new Money(Rounding.toCents(amount));
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return MoneyFormat.exact(this);
    }
}
