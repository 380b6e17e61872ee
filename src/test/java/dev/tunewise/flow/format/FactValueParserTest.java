package dev.tunewise.flow.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Value;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactValueParserTest {
    private static final Fact PERCENT = fact("quality_now", FactType.QUANTITY, List.of(), null, false);
    private static final Fact ITEMS = fact("eval_items", FactType.QUANTITY, List.of(), null, true);
    private static final Fact LABELS = fact("labels", FactType.CHOICE, List.of("verified", "disputed"), null, false);
    private static final Fact PROBLEMS =
            fact("problems", FactType.CHOICES, List.of("too-slow", "privacy"), null, false);
    private static final Fact OWNER = fact("owner", FactType.YES_NO, List.of(), null, false);
    private static final Fact MODEL = fact("model", FactType.CHOICE, List.of(), "models", false);

    @Test
    void readsEachTypeOfValue() {
        assertEquals(Value.Quantity.of(new BigDecimal("88.5")), good(PERCENT, " 88.5 "));
        assertEquals(new Value.Choice("disputed"), good(LABELS, "disputed"));
        assertEquals(new Value.Choices(List.of("too-slow", "privacy")), good(PROBLEMS, "privacy, too-slow"));
        assertEquals(new Value.Choices(List.of()), good(PROBLEMS, ""));
        assertEquals(new Value.YesNo(false), good(OWNER, "no"));
        assertEquals(new Value.Choice("gpt-5.4"), good(MODEL, "gpt-5.4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1e9", "1,5", "--1", "101", "-1", "NaN", "99999999999999999999"})
    void refusesWhatIsNoNumberWithinBounds(String text) {
        String message = bad(FactValueParser.parse(PERCENT, text, _ -> true));
        assertTrue(message.contains("quality_now") && message.contains("`" + text + "`"), message);
    }

    @Test
    void saysWhatWasExpected() {
        assertEquals(
                "`eval_items` takes a whole number from 0 to 100, found `1.5`.",
                bad(FactValueParser.parse(ITEMS, "1.5", _ -> true)));
        assertEquals(
                "`labels` takes one of verified, disputed, found `checked`.",
                bad(FactValueParser.parse(LABELS, "checked", _ -> true)));
        assertEquals("`owner` takes yes or no, found `maybe`.", bad(FactValueParser.parse(OWNER, "maybe", _ -> true)));
        assertEquals(
                "`model` takes an entry of the catalogue of models, found `gpt-99`.",
                bad(FactValueParser.parse(MODEL, "gpt-99", _ -> false)));
    }

    @Test
    void readsValuesAsProgramsHoldThem() {
        assertEquals(Value.Quantity.of(new BigDecimal("12")), ((FactValueParser.Good) of(ITEMS, 12)).value());
        assertEquals(new Value.YesNo(true), ((FactValueParser.Good) of(OWNER, true)).value());
        assertEquals(
                new Value.Choices(List.of("privacy")),
                ((FactValueParser.Good) of(PROBLEMS, List.of("privacy"))).value());
        for (Object wrong : Arrays.asList(null, "12", Double.NaN, Double.POSITIVE_INFINITY, List.of(), 1e300)) {
            assertTrue(bad(of(ITEMS, wrong)).contains("eval_items"), String.valueOf(wrong));
        }
        assertTrue(bad(of(PROBLEMS, List.of(7))).contains("`7`"));
    }

    private static FactValueParser.Result of(Fact fact, Object raw) {
        return FactValueParser.of(fact, raw, _ -> true);
    }

    private static Value good(Fact fact, String text) {
        return assertInstanceOf(FactValueParser.Good.class, FactValueParser.parse(fact, text, _ -> true))
                .value();
    }

    private static String bad(FactValueParser.Result result) {
        return assertInstanceOf(FactValueParser.Bad.class, result).message();
    }

    private static Fact fact(String id, FactType type, List<String> choices, String catalogue, boolean whole) {
        return new Fact(
                id,
                type,
                "t",
                choices,
                catalogue,
                null,
                BigDecimal.ZERO,
                new BigDecimal(100),
                whole,
                new Value.YesNo(false),
                List.of(),
                new Position("flow.yaml", 1, 1));
    }
}
