package dev.tunewise.flowfile.yaml;

import dev.tunewise.flow.Unit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads units as flow files write them. */
public final class UnitParser {
    private static final Pattern NOUN = Pattern.compile("\\p{L}[\\p{L} -]{0,30}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /** `calls/day`, `%`, `USD`, `USD/month`, `USD/1k calls`, `months`, `number` for a bare one, or the noun of a thing counted; empty for anything else. */
    public static Optional<Unit> read(String text) {
        if (text.equals("%")) {
            return Optional.of(new Unit(Unit.Kind.PERCENT, "%"));
        }
        if (text.equals("months")) {
            return Optional.of(new Unit(Unit.Kind.MONTHS, "months"));
        }
        if (text.equals("number")) {
            return Optional.of(new Unit(Unit.Kind.COUNT, ""));
        }
        if (CURRENCY.matcher(text).matches()) {
            return Optional.of(new Unit(Unit.Kind.MONEY, text));
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            return NOUN.matcher(text).matches() ? Optional.of(new Unit(Unit.Kind.COUNT, text)) : Optional.empty();
        }
        String counted = text.substring(0, slash);
        String per = text.substring(slash + 1);
        if (per.equals("day") && NOUN.matcher(counted).matches()) {
            return Optional.of(new Unit(Unit.Kind.PER_DAY, counted));
        }
        if (CURRENCY.matcher(counted).matches() && per.equals("month")) {
            return Optional.of(new Unit(Unit.Kind.MONEY, text));
        }
        if (CURRENCY.matcher(counted).matches()
                && per.startsWith("1k ")
                && NOUN.matcher(per.substring(3)).matches()) {
            return Optional.of(new Unit(Unit.Kind.MONEY_PER_THOUSAND, counted + " " + per.substring(3)));
        }
        return Optional.empty();
    }
}
