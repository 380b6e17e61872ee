package dev.tunewise.flow.format;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Texts;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes values the way people read them: "50,000 calls a day", "88 %", "$0.80", "verified", "about 2,500 (2,000–3,000) calls a day".
 * Labels come from the texts: `facts.ID.choices.CHOICE`, `facts.ID.yes`, `facts.ID.no`, `facts.ID.none`; without one the id is written with
 * spaces; entries of a catalogue have theirs where the catalogue named them ({@link Texts#and}).
 */
public final class FactValueFormatter {
    private static final BigDecimal CENT = new BigDecimal("0.01");
    /** Below this a number is written with a power of ten. */
    private static final BigDecimal TINY = new BigDecimal("0.001");

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static String format(Fact fact, Value value, Texts texts) {
        return switch (value) {
            case Value.Choice(String id) -> label(fact, id, texts);
            case Value.Choices(var ids) ->
                ids.isEmpty()
                        ? texts.find("facts." + fact.id() + ".none").orElse("none of them")
                        : ids.stream().map(id -> label(fact, id, texts)).collect(Collectors.joining(", "));
            case Value.YesNo(boolean yes) ->
                texts.find("facts." + fact.id() + (yes ? ".yes" : ".no")).orElse(yes ? "yes" : "no");
            case Value.Quantity quantity -> quantity(quantity, fact.unit());
        };
    }

    public static String label(Fact fact, String choice, Texts texts) {
        return texts.find("facts." + fact.id() + ".choices." + choice)
                .orElseGet(() -> fact.catalogue() == null ? choice.replace('-', ' ') : choice);
    }

    /** A quantity with its unit; a range is written as "about VALUE (LOW–HIGH) UNIT", from ten a day on without decimals. */
    public static String quantity(Value.Quantity quantity, @Nullable Unit unit) {
        String value = number(quantity.value(), unit);
        boolean exact = quantity.low().compareTo(quantity.high()) == 0;
        if (exact && unit != null && unit.kind() == Unit.Kind.PER_DAY && isUneven(quantity.value())) {
            return "about " + count(daily(quantity.value())) + after(unit, quantity.value());
        }
        if (exact) {
            return before(unit) + value + after(unit, quantity.value());
        }
        boolean rough = unit != null
                && unit.kind() == Unit.Kind.PER_DAY
                && quantity.low().compareTo(BigDecimal.TEN) >= 0;
        if (rough) {
            value = count(whole(quantity.value()));
        }
        String low = rough ? count(whole(quantity.low())) : number(quantity.low(), unit);
        String high = rough ? count(whole(quantity.high())) : number(quantity.high(), unit);
        return "about " + before(unit) + value + " (" + before(unit) + low + "–" + before(unit) + high + ")"
                + after(unit, quantity.value());
    }

    private static String before(@Nullable Unit unit) {
        return unit != null && unit.isMoney() && currency(unit).equals("USD") ? "$" : "";
    }

    private static String after(@Nullable Unit unit, BigDecimal value) {
        if (unit == null) {
            return "";
        }
        return switch (unit.kind()) {
            case COUNT -> unit.noun().isEmpty() ? "" : " " + noun(unit, value);
            case PER_DAY -> " " + noun(unit, value) + " a day";
            case PERCENT -> " %";
            case MONEY -> currencyAfter(unit);
            case MONEY_PER_THOUSAND -> currencyAfter(unit) + " per 1,000" + things(unit);
            case MONTHS -> value.compareTo(BigDecimal.ONE) == 0 ? " month" : " months";
        };
    }

    private static String currencyAfter(Unit unit) {
        return currency(unit).equals("USD") ? "" : " " + currency(unit);
    }

    /** Money names its currency in the noun, for a rate also what is paid for: `USD`, `calls` or `USD calls`. */
    private static String currency(@Nullable Unit unit) {
        String first = unit == null ? "" : unit.noun().split(" ", 2)[0];
        return first.length() == 3 && first.equals(first.toUpperCase(Locale.ROOT)) ? first : "USD";
    }

    private static String things(Unit unit) {
        String noun = unit.noun();
        String rest = noun.startsWith(currency(unit)) ? noun.substring(3).strip() : noun;
        return rest.isEmpty() ? "" : " " + rest;
    }

    private static String noun(Unit unit, BigDecimal value) {
        return value.compareTo(BigDecimal.ONE) == 0 ? singular(unit.noun()) : unit.noun();
    }

    private static String singular(String noun) {
        for (String ending : new String[] {"sses", "xes", "ches", "shes"}) {
            if (noun.endsWith(ending)) {
                return noun.substring(0, noun.length() - 2);
            }
        }
        return noun.endsWith("s") ? noun.substring(0, noun.length() - 1) : noun;
    }

    private static String number(BigDecimal value, @Nullable Unit unit) {
        return unit != null && unit.isMoney() ? money(value) : count(value);
    }

    private static String money(BigDecimal value) {
        if (value.signum() != 0 && value.abs().compareTo(CENT) < 0) {
            return value.round(TWO_DIGITS).stripTrailingZeros().toPlainString();
        }
        BigDecimal digits = value.round(THREE_DIGITS).stripTrailingZeros();
        if (value.abs().compareTo(BigDecimal.ONE) < 0 && digits.scale() > 2) {
            return digits.toPlainString();
        }
        BigDecimal cents = value.setScale(2, RoundingMode.HALF_UP);
        return grouped(isWhole(cents) ? cents.setScale(0, RoundingMode.UNNECESSARY) : cents);
    }

    private static String count(BigDecimal value) {
        if (value.signum() != 0 && value.abs().compareTo(TINY) < 0) {
            return powered(value.round(TWO_DIGITS));
        }
        int decimals = value.abs().compareTo(HUNDRED) >= 0 ? 0 : 2;
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        if (rounded.signum() == 0 && value.signum() != 0) {
            return value.round(TWO_DIGITS).stripTrailingZeros().toPlainString();
        }
        return grouped(isWhole(rounded) ? rounded.setScale(0, RoundingMode.DOWN) : rounded.stripTrailingZeros());
    }

    /** As people type it: 2e-4. */
    private static String powered(BigDecimal value) {
        int power = value.precision() - value.scale() - 1;
        return value.scaleByPowerOfTen(-power).stripTrailingZeros().toPlainString() + "e" + power;
    }

    /** What was told by the week or month, as people say it by the day: 42.86 is about 43, 7.1429 about 7.1. */
    private static BigDecimal daily(BigDecimal value) {
        return value.setScale(value.compareTo(BigDecimal.TEN) < 0 ? 1 : 0, RoundingMode.HALF_UP);
    }

    /** A rate below a hundred that is not said so exactly. */
    private static boolean isUneven(BigDecimal value) {
        return value.compareTo(BigDecimal.ONE) > 0
                && value.compareTo(HUNDRED) < 0
                && daily(value).compareTo(value) != 0;
    }

    private static BigDecimal whole(BigDecimal value) {
        return value.setScale(0, RoundingMode.HALF_UP);
    }

    private static boolean isWhole(BigDecimal value) {
        return value.remainder(BigDecimal.ONE).signum() == 0;
    }

    private static String grouped(BigDecimal value) {
        String plain = value.toPlainString();
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        StringBuilder text = new StringBuilder(plain);
        int first = plain.startsWith("-") ? 1 : 0;
        for (int at = end - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
