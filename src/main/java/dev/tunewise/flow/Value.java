package dev.tunewise.flow;

import java.math.BigDecimal;
import java.util.List;

/** The value of a fact. */
public sealed interface Value {
    /** One of a fact's choices, or an entry of its catalogue. */
    record Choice(String id) implements Value {}

    /**
     * Several of a fact's choices; an empty list says "none of them".
     *
     * @param ids ids without repetition, in the order in which the fact declares them
     */
    record Choices(List<String> ids) implements Value {
        public Choices {
            ids = List.copyOf(ids.stream().distinct().toList());
        }
    }

    /**
     * A number in the fact's unit, with the range that the person left open.
     *
     * @param value the figure to calculate with
     * @param low the least it may be; equal to value where it was exact
     * @param high the most it may be
     */
    record Quantity(BigDecimal value, BigDecimal low, BigDecimal high) implements Value {
        public Quantity {
            if (low.compareTo(value) > 0 || value.compareTo(high) > 0) {
                throw new IllegalArgumentException(
                        "A quantity lies between its low and high, found " + low + " / " + value + " / " + high);
            }
        }

        public static Quantity of(BigDecimal value) {
            return new Quantity(value, value, value);
        }

        public static Quantity of(double value) {
            return of(BigDecimal.valueOf(value));
        }
    }

    record YesNo(boolean yes) implements Value {}

    /** The value that conditions see so. `raw`: as {@link #raw()} gives it. */
    static Value of(Object raw) {
        return switch (raw) {
            case Double number -> Quantity.of(number);
            case Boolean yes -> new YesNo(yes);
            case List<?> ids -> new Choices(ids.stream().map(String::valueOf).toList());
            default -> new Choice(raw.toString());
        };
    }

    /** The value as conditions see it: a String, a list of strings, a Double or a Boolean. */
    default Object raw() {
        return switch (this) {
            case Choice choice -> choice.id();
            case Choices choices -> choices.ids();
            case Quantity quantity -> quantity.value().doubleValue();
            case YesNo yesNo -> yesNo.yes();
        };
    }
}
