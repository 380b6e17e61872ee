package dev.tunewise.advice;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of facts and figures as people read them. */
final class ShownValues {
    private static final double LARGE = 1e15;

    private final Flow flow;

    ShownValues(Flow flow) {
        this.flow = flow;
    }

    String text(String id, Object raw) {
        return switch (raw) {
            case Boolean yes -> yes ? "yes" : "no";
            case Number number -> quantity(unit(id), number.doubleValue());
            case List<?> choices when choices.isEmpty() -> "none of them";
            case List<?> choices ->
                choices.stream()
                        .map(choice -> choice(id, String.valueOf(choice)))
                        .collect(Collectors.joining("; "));
            default -> choice(id, raw.toString());
        };
    }

    /** What stands for a value that nobody knows, so that a sentence around it still reads well. */
    String unknown(String id) {
        Unit unit = unit(id);
        if (unit == null) {
            boolean yesNo =
                    flow.fact(id).map(fact -> fact.type() == FactType.YES_NO).orElse(false);
            return yesNo ? "not known" : "unknown";
        }
        return switch (unit.kind()) {
            case COUNT, PER_DAY, MONTHS -> "an unknown number of " + noun(unit);
            case PERCENT -> "an unknown share";
            case MONEY, MONEY_PER_THOUSAND -> "an unknown amount";
        };
    }

    String choice(String id, String choice) {
        return flow.texts()
                .find("facts." + id + ".choices." + choice)
                .or(() -> flow.texts().find("figures." + id + ".choices." + choice))
                .or(() -> flow.texts().find("levers." + choice + ".name"))
                .orElse(choice);
    }

    private @Nullable Unit unit(String id) {
        Optional<Unit> ofFact = flow.fact(id).map(Fact::unit);
        return ofFact.or(() -> flow.figure(id).map(Figure::unit)).orElse(null);
    }

    private static String quantity(@Nullable Unit unit, double value) {
        if (Double.isNaN(value)) {
            return "unknown";
        }
        if (Double.isInfinite(value) || Math.abs(value) >= LARGE) {
            return unit != null && unit.kind() == Unit.Kind.MONTHS ? "never" : "none";
        }
        if (unit == null) {
            return number(value, 3);
        }
        return switch (unit.kind()) {
            case COUNT, PER_DAY -> number(value, 2) + " " + noun(unit);
            case PERCENT -> number(value, 1) + " %";
            case MONEY -> money(value);
            case MONEY_PER_THOUSAND -> money(value) + " per 1,000 " + unit.noun();
            case MONTHS -> number(value, 1) + (value == 1 ? " month" : " months");
        };
    }

    private static String noun(Unit unit) {
        return switch (unit.kind()) {
            case PER_DAY -> unit.noun() + " a day";
            case MONTHS -> "months";
            default -> unit.noun();
        };
    }

    private static String money(double value) {
        BigDecimal amount = BigDecimal.valueOf(value).setScale(value != 0 && Math.abs(value) < 1 ? 4 : 2, RoundingMode.HALF_EVEN);
        return "$" + new DecimalFormat(Math.abs(value) < 1 ? "#,##0.00##" : "#,##0.00", english()).format(amount);
    }

    private static String number(double value, int decimals) {
        return new DecimalFormat("#,##0." + "#".repeat(decimals), english()).format(value);
    }

    private static DecimalFormatSymbols english() {
        return DecimalFormatSymbols.getInstance(Locale.ENGLISH);
    }
}
