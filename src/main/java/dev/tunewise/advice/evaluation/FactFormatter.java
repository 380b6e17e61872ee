package dev.tunewise.advice.evaluation;

import dev.tunewise.advice.result.Evidence;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.format.FactValueFormatter;
import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.money.NumberFormat;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of facts and figures as people read them. */
public record FactFormatter(Flow flow) {
    /** Figures are computed in doubles; beyond this they stand for "no such number". */
    private static final double NO_NUMBER = 1e15;

    /** What no text names is shown as it is, unless it looks like an id. */
    private static final Pattern ID = Pattern.compile("[a-z0-9-]+");

    public String fact(Fact fact, Value value) {
        return FactValueFormatter.format(fact, value, flow.texts());
    }

    /** What stands in for a value that nobody knows. */
    public String assumed(Fact fact, Value value) {
        return flow.texts().find("facts." + fact.id() + ".assumed").orElseGet(() -> fact(fact, value));
    }

    String figure(Figure figure, Object raw) {
        Unit unit = figure.unit();
        boolean small = raw instanceof Double amount && Math.abs(amount) > 0 && Math.abs(amount) < 1;
        if (small && unit != null && unit.kind() == Unit.Kind.MONEY) {
            return MoneyFormat.exact(Money.of(BigDecimal.valueOf((Double) raw)));
        }
        return raw instanceof Number number
                ? quantity(unit, number.doubleValue())
                : choice(figure.id(), raw.toString());
    }

    /** A number in the unit of a fact or figure. */
    public String quantity(String id, double value) {
        return quantity(unit(id), value);
    }

    public String number(double value) {
        return FactValueFormatter.quantity(Value.Quantity.of(value), null);
    }

    public String choice(String id, String choice) {
        Optional<Fact> fact = flow.fact(id);
        if (fact.isPresent()) {
            return FactValueFormatter.label(fact.get(), choice, flow.texts());
        }
        return flow.texts()
                .find("figures." + id + ".choices." + choice)
                .or(() -> flow.texts().find("levers." + choice + ".name"))
                .orElseGet(() -> ID.matcher(choice).matches() ? choice.replace('-', ' ') : choice);
    }

    /** A value that something rests on; a number that nobody knows is told as unknown. */
    public String of(Evidence basis) {
        return basis.value().isEmpty() ? unknown(basis.fact()) : basis.value();
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
            case COUNT -> unit.noun().isEmpty() ? "unknown" : "an unknown number of " + unit.noun();
            case PER_DAY -> "an unknown number of " + unit.noun() + " a day";
            case MONTHS -> "an unknown number of months";
            case PERCENT -> "an unknown share";
            case MONEY, MONEY_PER_THOUSAND -> "an unknown amount";
        };
    }

    private @Nullable Unit unit(String id) {
        Optional<Unit> ofFact = flow.fact(id).map(Fact::unit);
        return ofFact.or(() -> flow.figure(id).map(Figure::unit)).orElse(null);
    }

    private static String quantity(@Nullable Unit unit, double value) {
        if (Double.isNaN(value)) {
            return "unknown";
        }
        if (unit != null && unit.kind() == Unit.Kind.MONTHS) {
            return NumberFormat.months(value);
        }
        if (Math.abs(value) >= NO_NUMBER) {
            return "none";
        }
        return FactValueFormatter.quantity(Value.Quantity.of(value), unit);
    }
}
