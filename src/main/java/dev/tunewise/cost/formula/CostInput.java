package dev.tunewise.cost.formula;

import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.NumberFormat;
import dev.tunewise.money.Range;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One figure that an estimate rests on.
 *
 * @param key stable name: a fact, a parameter, or a price ("price:claude-sonnet-4-6:input")
 * @param unit what it counts, for example "input tokens"; may be empty
 * @param source where it comes from, in words; may be empty
 * @param price the price behind it, or null when it is none
 * @param measured the evaluation behind it, or null when it is no measured share
 */
public record CostInput(
        String key,
        String label,
        Range range,
        Kind kind,
        String unit,
        FigureBasis basis,
        String source,
        @Nullable PriceRef price,
        @Nullable Measured measured) {

    /** How keys of pure chance begin: they are drawn, but nobody can know or set them. */
    public static final String CHANCE = "chance:";

    /** One without a price or an evaluation behind it. */
    public CostInput(String key, String label, Range range, Kind kind, String unit, FigureBasis basis, String source) {
        this(key, label, range, kind, unit, basis, source, null, null);
    }

    public CostInput with(Range other) {
        return new CostInput(key, label, other, kind, unit, basis, source, price, measured);
    }

    public boolean isChance() {
        return key.startsWith(CHANCE);
    }

    public enum Kind {
        COUNT,
        MONEY,
        /** Dollars per 1,000,000 tokens. */
        PER_MILLION,
        /** A share between 0 and 1, written as percent. */
        SHARE
    }

    /** An evaluation: so many right of so many items. */
    public record Measured(double right, double items) {}

    /** A value of this figure as people read it, with its unit. */
    public String written(BigDecimal value) {
        return written(kind, unit, value);
    }

    public static String written(Kind kind, String unit, BigDecimal value) {
        return switch (kind) {
            case COUNT -> NumberFormat.counted(value, unit);
            case MONEY -> MoneyFormat.exact(Money.of(value)) + (unit.isEmpty() ? "" : " " + unit);
            case PER_MILLION -> MoneyFormat.exact(Money.of(value)) + " per 1M " + unit;
            case SHARE -> NumberFormat.percent(value) + (unit.isEmpty() ? "" : " " + unit);
        };
    }
}
