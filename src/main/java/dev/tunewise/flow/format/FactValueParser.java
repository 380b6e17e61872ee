package dev.tunewise.flow.format;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads values that programs and buttons write: a choice id, `yes` or `no`, a decimal number, choice ids joined by commas. It is strict;
 * what people type is read elsewhere.
 */
public final class FactValueParser {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,12})?");
    private static final int LONGEST_SHOWN = 60;

    public sealed interface Result {}

    /** The value is one of the fact's. */
    public record Good(Value value) implements Result {}

    /** It is not. `message`: one sentence that names the fact, the value found and what was expected. */
    public record Bad(String message) implements Result {}

    /**
     * @param text the value as {@code Action.Answer} writes it
     * @param inCatalogue tells whether an id is an entry of the fact's catalogue; not asked for other facts
     */
    public static Result parse(Fact fact, String text, Predicate<String> inCatalogue) {
        String given = text.strip();
        return switch (fact.type()) {
            case CHOICE -> choice(fact, given, inCatalogue);
            case CHOICES -> choices(fact, given);
            case YES_NO -> yesNo(fact, given);
            case QUANTITY ->
                DECIMAL.matcher(given).matches()
                        ? quantity(fact, new BigDecimal(given))
                        : bad(fact, given, "a number such as 1500 or 0.8");
        };
    }

    /**
     * Reads a value as JSON and YAML hold it: a string, a number, a boolean or a list of strings.
     *
     * @param raw the value; null is never one
     * @param inCatalogue tells whether an id is an entry of the fact's catalogue
     */
    public static Result of(Fact fact, @Nullable Object raw, Predicate<String> inCatalogue) {
        return switch (raw) {
            case Boolean yes when fact.type() == FactType.YES_NO -> new Good(new Value.YesNo(yes));
            case Number number when fact.type() == FactType.QUANTITY -> number(fact, number);
            case List<?> list when fact.type() == FactType.CHOICES -> list(fact, list);
            case String text when fact.type() == FactType.CHOICE -> choice(fact, text, inCatalogue);
            case null, default -> bad(fact, String.valueOf(raw), expected(fact));
        };
    }

    private static Result number(Fact fact, Number number) {
        String plain = number.toString();
        try {
            BigDecimal value = new BigDecimal(plain);
            return Math.abs((long) value.scale()) > 30 || value.precision() > 30
                    ? bad(fact, plain, expected(fact))
                    : quantity(fact, value);
        } catch (NumberFormatException _) {
            return bad(fact, plain, expected(fact));
        }
    }

    private static Result list(Fact fact, List<?> list) {
        List<String> ids = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof String id)) {
                return bad(fact, String.valueOf(item), expected(fact));
            }
            ids.add(id);
        }
        return ordered(fact, ids);
    }

    private static Result choice(Fact fact, String id, Predicate<String> inCatalogue) {
        boolean known = fact.catalogue() == null ? fact.choices().contains(id) : inCatalogue.test(id);
        return known ? new Good(new Value.Choice(id)) : bad(fact, id, expected(fact));
    }

    private static Result choices(Fact fact, String text) {
        return text.isEmpty()
                ? new Good(new Value.Choices(List.of()))
                : ordered(fact, List.of(text.strip().split("\\s*,\\s*")));
    }

    private static Result ordered(Fact fact, List<String> ids) {
        for (String id : ids) {
            if (!fact.choices().contains(id)) {
                return bad(fact, id, expected(fact));
            }
        }
        return new Good(
                new Value.Choices(fact.choices().stream().filter(ids::contains).toList()));
    }

    private static Result yesNo(Fact fact, String text) {
        return switch (text) {
            case "yes" -> new Good(new Value.YesNo(true));
            case "no" -> new Good(new Value.YesNo(false));
            default -> bad(fact, text, "yes or no");
        };
    }

    private static Result quantity(Fact fact, BigDecimal value) {
        return fits(fact, value)
                ? new Good(Value.Quantity.of(value))
                : bad(fact, value.stripTrailingZeros().toPlainString(), expected(fact));
    }

    /** Says whether a number lies within the bounds of a quantity and is whole where it must be. */
    public static boolean fits(Fact fact, BigDecimal value) {
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        return (min == null || value.compareTo(min) >= 0)
                && (max == null || value.compareTo(max) <= 0)
                && (!fact.whole() || value.remainder(BigDecimal.ONE).signum() == 0);
    }

    /** What a fact takes, in a few words such as `a whole number from 1 to 9`. */
    public static String expected(Fact fact) {
        return switch (fact.type()) {
            case CHOICE ->
                fact.catalogue() == null
                        ? "one of " + String.join(", ", fact.choices())
                        : "an entry of the catalogue of " + fact.catalogue();
            case CHOICES -> "any of " + fact.choices().stream().collect(Collectors.joining(", ")) + ", or none";
            case YES_NO -> "yes or no";
            case QUANTITY -> (fact.whole() ? "a whole number" : "a number") + range(fact);
        };
    }

    private static String range(Fact fact) {
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        if (min != null && max != null) {
            return " from " + min.toPlainString() + " to " + max.toPlainString();
        }
        if (min != null) {
            return " of at least " + min.toPlainString();
        }
        return max == null ? "" : " of at most " + max.toPlainString();
    }

    private static Bad bad(Fact fact, String found, String expected) {
        String shown = found.length() > LONGEST_SHOWN ? found.substring(0, LONGEST_SHOWN) + "…" : found;
        return new Bad("`" + fact.id() + "` takes " + expected + ", found `" + shown + "`.");
    }
}
