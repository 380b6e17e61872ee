package dev.tunewise.conversation.wording;

import dev.tunewise.chat.Input;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.format.FactValueFormatter;
import dev.tunewise.flow.format.FactValueParser;
import dev.tunewise.money.NumberFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values of facts as buttons carry them and as people read them. */
public record ValueFormat(Flow flow, ValueCatalogue catalogue) {
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,12})?");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);

    public String shown(Fact fact, Value value) {
        String name = fact.catalogue();
        if (name != null && value instanceof Value.Choice(String id)) {
            return catalogue.entries(name).stream()
                    .filter(entry -> entry.value().equals(id))
                    .map(Input.Option::label)
                    .findFirst()
                    .orElseGet(() -> choice(fact, id));
        }
        return FactValueFormatter.format(fact, value, flow.texts());
    }

    /** One choice as people read it. */
    public String choice(Fact fact, String choice) {
        return FactValueFormatter.label(fact, choice, flow.texts());
    }

    public String number(Fact fact, BigDecimal value) {
        return FactValueFormatter.quantity(Value.Quantity.of(value), fact.unit());
    }

    /** A number for a button, with no more of the unit than must be. */
    public static String brief(Fact fact, BigDecimal value) {
        String number = NumberFormat.number(value);
        Unit unit = fact.unit();
        if (unit == null) {
            return number;
        }
        return switch (unit.kind()) {
            case PERCENT -> number + " %";
            case MONEY, MONEY_PER_THOUSAND -> "$" + number;
            case COUNT, PER_DAY, MONTHS -> number;
        };
    }

    /** The value as {@link dev.tunewise.chat.Action.Answer} writes it. */
    public static String written(Value value) {
        return switch (value) {
            case Value.Choice(String id) -> id;
            case Value.Choices(List<String> ids) -> String.join(",", ids);
            case Value.Quantity(BigDecimal quantity, var _, var _) ->
                quantity.stripTrailingZeros().toPlainString();
            case Value.YesNo(boolean yes) -> yes ? "yes" : "no";
        };
    }

    /** The value as a field of a form shows it: a number with no more digits than a person would type. */
    public static String inField(Value value) {
        return value instanceof Value.Quantity(BigDecimal quantity, var _, var _)
                ? typed(quantity).toPlainString()
                : written(value);
    }

    /** Whole from a hundred on, four digits below. */
    private static BigDecimal typed(BigDecimal number) {
        return number.abs().compareTo(HUNDRED) < 0
                ? number.round(FOUR_DIGITS).stripTrailingZeros()
                : number.setScale(0, RoundingMode.HALF_UP);
    }

    /** Reads what {@link #written} wrote; empty when it is no value of the fact. */
    public Optional<Value> parse(Fact fact, String written) {
        String text = GROUPED.matcher(written.strip()).matches() ? written.replace(",", "") : written;
        return FactValueParser.parse(fact, text, id -> known(fact, id)) instanceof FactValueParser.Good(Value value)
                ? Optional.of(value)
                : Optional.empty();
    }

    private boolean known(Fact fact, String id) {
        String name = fact.catalogue();
        return fact.assume().equals(new Value.Choice(id))
                || (name != null
                        && catalogue.entries(name).stream()
                                .anyMatch(entry -> entry.value().equals(id)));
    }

    /** Plain decimal text of a reasonable length, thousands separated by commas or not. */
    public static Optional<BigDecimal> number(String text) {
        String digits = GROUPED.matcher(text).matches() ? text.replace(",", "") : text;
        return DECIMAL.matcher(digits).matches() ? Optional.of(new BigDecimal(digits)) : Optional.empty();
    }
}
