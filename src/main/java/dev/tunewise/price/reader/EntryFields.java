package dev.tunewise.price.reader;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.Problems;
import dev.tunewise.money.Money;
import dev.tunewise.price.file.NumberSize;
import dev.tunewise.price.file.PositionedJson;
import dev.tunewise.price.offer.Provenance;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one entry and collects what is wrong with them.
 *
 * @param remedy what to do about any of it; empty where each fault has its own remedy
 */
public record EntryFields(PositionedJson.Obj entry, String what, Problems problems, String remedy) {
    public EntryFields(PositionedJson.Obj entry, String what, Problems problems) {
        this(entry, what, problems, "");
    }

    /** What is read from each row of a table. */
    static <T> List<T> each(
            List<PositionedJson.Obj> rows, String what, Problems problems, Function<EntryFields, T> reader) {
        return rows.stream()
                .map(row -> reader.apply(new EntryFields(row, what, problems)))
                .toList();
    }

    public String text(String name) {
        return switch (entry.get(name)) {
            case PositionedJson.Text text -> text.value();
            case PositionedJson.Num number -> number.value().toPlainString();
            case null -> "";
            case PositionedJson other -> wrong(name, other, "a text", "");
        };
    }

    /** A text of certain forms, such as a unit: any other would be passed over in silence. */
    String matching(String name, String forms, String expected) {
        String text = text(name);
        if (!text.matches(forms)) {
            problem(at(name), name, "is \"" + text + "\", expected " + expected, "Write it like that or leave it out.");
        }
        return text;
    }

    /** Several words with semicolons between them; empty where there are none. */
    List<String> list(String name) {
        String text = text(name);
        return text.isEmpty() ? List.of() : List.of(text.split(";", -1));
    }

    String required(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            problem(entry.at(), name, "is missing", "Add it.");
        }
        return text;
    }

    public @Nullable BigDecimal number(String name) {
        return switch (entry.get(name)) {
            case PositionedJson.Num number -> notNegative(name, number.value(), number.at());
            case PositionedJson.Text text -> notNegative(name, decimal(name, text), text.at());
            case null -> null;
            case PositionedJson other -> {
                wrong(name, other, "a number", "");
                yield null;
            }
        };
    }

    @Nullable
    Money money(String name) {
        BigDecimal number = number(name);
        return number == null ? null : Money.of(number);
    }

    @Nullable
    Integer whole(String name) {
        BigDecimal number = number(name);
        if (number == null) {
            return null;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException notWhole) {
            problem(
                    at(name),
                    name,
                    "is " + number.toPlainString() + ", expected a whole number",
                    "Write a whole number.");
            return null;
        }
    }

    int requiredWhole(String name) {
        required(name);
        Integer whole = whole(name);
        return whole == null ? 0 : whole;
    }

    boolean flag(String name) {
        return switch (entry.get(name)) {
            case PositionedJson.Bool bool -> bool.value();
            case PositionedJson.Text text when text.value().equals("yes") -> true;
            case PositionedJson.Text text when text.value().equals("no") -> false;
            case null -> false;
            case PositionedJson other -> {
                wrong(name, other, "true or false", "");
                yield false;
            }
        };
    }

    public @Nullable LocalDate date(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            problem(at(name), name, "is \"" + text + "\", expected a day such as 2026-11-20", "Write year-month-day.");
            return null;
        }
    }

    Provenance provenance(String source) {
        String asOf = text("as_of");
        try {
            return Provenance.of(source, asOf);
        } catch (DateTimeException notADate) {
            problem(
                    at("as_of"),
                    "as_of",
                    "is \"" + asOf + "\", expected a day or a month",
                    "Write 2026-11-20 or 2026-11.");
            return Provenance.of(source, "");
        }
    }

    /** The two ends of a price such as {@code 16-18}; the same price twice where there is one; empty where there is none. */
    Optional<Money[]> span(String name) {
        if (entry.get(name) instanceof PositionedJson.Text text && text.value().matches("[0-9.]+-[0-9.]+")) {
            String[] ends = text.value().split("-", -1);
            BigDecimal low = decimal(name, new PositionedJson.Text(ends[0], text.at()));
            BigDecimal high = decimal(name, new PositionedJson.Text(ends[1], text.at()));
            return low == null || high == null
                    ? Optional.empty()
                    : Optional.of(new Money[] {Money.of(low), Money.of(high)});
        }
        return Optional.ofNullable(money(name)).map(single -> new Money[] {single, single});
    }

    private @Nullable BigDecimal decimal(String name, PositionedJson.Text text) {
        Optional<BigDecimal> number = NumberSize.parse(text.value());
        if (number.isEmpty()) {
            wrong(name, text, "a number", "");
        }
        return number.orElse(null);
    }

    private @Nullable BigDecimal notNegative(String name, @Nullable BigDecimal value, Position at) {
        if (value != null && value.signum() < 0) {
            problem(
                    at,
                    name,
                    "is the number " + value.toPlainString() + ", expected 0 or more",
                    "Write the price without a minus.");
            return null;
        }
        return value;
    }

    private <T> T wrong(String name, PositionedJson found, String expected, T otherwise) {
        problem(
                found.at(),
                name,
                "is " + found.describe() + ", expected " + expected,
                "Write " + expected + " or leave it out.");
        return otherwise;
    }

    private Position at(String name) {
        PositionedJson value = entry.get(name);
        return value == null ? entry.at() : value.at();
    }

    private void problem(Position at, String name, String message, String own) {
        problems.error("bad-field", at, what, name, message, remedy.isEmpty() ? own : remedy);
    }
}
