package dev.tunewise.conversation;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.money.NumberFormat;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Values of facts as buttons carry them and as people read them. */
final class Values {
    private final Words words;
    private final Catalogue catalogue;

    Values(Flow flow, Catalogue catalogue) {
        this.words = new Words(flow);
        this.catalogue = catalogue;
    }

    /** The value as people read it. */
    String shown(Fact fact, Value value) {
        return switch (value) {
            case Value.Choice(String id) -> choice(fact, id);
            case Value.Choices(List<String> ids) when ids.isEmpty() -> "none of them";
            case Value.Choices(List<String> ids) ->
                String.join(", ", ids.stream().map(id -> choice(fact, id)).toList());
            case Value.Quantity quantity -> quantity(fact, quantity);
            case Value.YesNo(boolean yes) -> yes ? "yes" : "no";
        };
    }

    private String choice(Fact fact, String id) {
        String name = fact.catalogue();
        if (name == null) {
            return words.choice(fact, id);
        }
        return catalogue.entries(name).stream()
                .filter(entry -> entry.value().equals(id))
                .map(entry -> entry.label())
                .findFirst()
                .orElse(id);
    }

    private String quantity(Fact fact, Value.Quantity quantity) {
        String value = number(fact, quantity.value());
        if (quantity.low().compareTo(quantity.high()) == 0) {
            return value;
        }
        return "about " + value + " (" + number(fact, quantity.low()) + " to " + number(fact, quantity.high()) + ")";
    }

    String number(Fact fact, BigDecimal value) {
        String number = NumberFormat.number(value);
        return switch (fact.unit() == null ? null : fact.unit().kind()) {
            case null -> number;
            case PERCENT -> number + " %";
            case MONEY, MONEY_PER_THOUSAND -> "$" + number;
            case COUNT, PER_DAY, MONTHS -> number;
        };
    }

    /** The value as {@link dev.tunewise.chat.Action.Answer} writes it. */
    static String written(Value value) {
        return switch (value) {
            case Value.Choice(String id) -> id;
            case Value.Choices(List<String> ids) -> String.join(",", ids);
            case Value.Quantity(BigDecimal quantity, BigDecimal _, BigDecimal _) -> quantity.stripTrailingZeros()
                    .toPlainString();
            case Value.YesNo(boolean yes) -> yes ? "yes" : "no";
        };
    }

    /** Reads what {@link #written} wrote; empty when it is no value of the fact. */
    static Optional<Value> parse(Fact fact, String written) {
        String text = written.strip();
        Optional<Value> value =
                switch (fact.type()) {
                    case CHOICE -> text.isEmpty() ? Optional.empty() : Optional.of(new Value.Choice(text));
                    case CHOICES -> Optional.of(choices(fact, text));
                    case QUANTITY -> number(text).map(Value.Quantity::of);
                    case YES_NO -> switch (text.toLowerCase(Locale.ROOT)) {
                        case "yes", "true" -> Optional.of(new Value.YesNo(true));
                        case "no", "false" -> Optional.of(new Value.YesNo(false));
                        default -> Optional.empty();
                    };
                };
        return value.filter(read -> Fits.fits(fact, read));
    }

    private static Value choices(Fact fact, String text) {
        List<String> ids = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
        return new Value.Choices(
                ids.stream()
                        .sorted((a, b) -> Integer.compare(
                                fact.choices().indexOf(a), fact.choices().indexOf(b)))
                        .toList());
    }

    /** Plain decimal text of a reasonable length, thousands separated by commas or not. */
    static Optional<BigDecimal> number(String text) {
        String digits = text.matches("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?") ? text.replace(",", "") : text;
        return digits.matches("-?\\d{1,18}(\\.\\d{1,9})?") ? Optional.of(new BigDecimal(digits)) : Optional.empty();
    }
}
