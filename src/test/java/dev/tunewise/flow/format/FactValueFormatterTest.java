package dev.tunewise.flow.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Texts;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactValueFormatterTest {
    private static final Texts TEXTS = new Texts(
            "en", Map.of("facts.labels.choices.verified", "checked by people", "facts.owner.no", "nobody owns it"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        COUNT | examples | 800 | 800 examples
        COUNT | examples | 1 | 1 example
        COUNT | classes | 1 | 1 class
        COUNT | tokens | 1234567 | 1,234,567 tokens
        PER_DAY | calls | 50000 | 50,000 calls a day
        PER_DAY | calls | 39425.0513347 | 39,425 calls a day
        PER_DAY | calls | 1 | 1 call a day
        PER_DAY | calls | 0.25 | 0.25 calls a day
        PER_DAY | calls | 42.857142857 | about 43 calls a day
        PER_DAY | calls | 7.142857143 | about 7.1 calls a day
        PER_DAY | calls | 2.5 | 2.5 calls a day
        PERCENT | percent | 88 | 88 %
        PERCENT | percent | 88.50 | 88.5 %
        MONEY | USD | 0.8 | $0.80
        MONEY | USD | 60 | $60
        MONEY | USD | 4000.5 | $4,000.50
        MONEY | USD | 0.00183 | $0.0018
        MONEY | EUR | 0.8 | 0.80 EUR
        MONEY_PER_THOUSAND | USD calls | 60 | $60 per 1,000 calls
        MONEY_PER_THOUSAND | USD | 0.4 | $0.40 per 1,000
        MONTHS | months | 12 | 12 months
        MONTHS | months | 1 | 1 month
        """)
    void writesQuantitiesWithTheirUnits(Unit.Kind kind, String noun, BigDecimal value, String expected) {
        assertEquals(expected, FactValueFormatter.quantity(Value.Quantity.of(value), new Unit(kind, noun)));
    }

    @Test
    void writesTheRangeThatAPersonLeftOpen() {
        Value.Quantity range =
                new Value.Quantity(new BigDecimal(2500), new BigDecimal(2000), new BigDecimal("3000.00"));
        assertEquals(
                "about 2,500 (2,000–3,000) calls a day",
                FactValueFormatter.quantity(range, new Unit(Unit.Kind.PER_DAY, "calls")));
        assertEquals(
                "about $2,500 ($2,000–$3,000)", FactValueFormatter.quantity(range, new Unit(Unit.Kind.MONEY, "USD")));
    }

    @Test
    void takesLabelsFromTheTextsAndElseTheId() {
        Fact labels = fact("labels", FactType.CHOICE, List.of("verified", "not-tried"));
        assertEquals("checked by people", FactValueFormatter.format(labels, new Value.Choice("verified"), TEXTS));
        assertEquals("not tried", FactValueFormatter.format(labels, new Value.Choice("not-tried"), TEXTS));
        Fact owner = fact("owner", FactType.YES_NO, List.of());
        assertEquals("nobody owns it", FactValueFormatter.format(owner, new Value.YesNo(false), TEXTS));
        assertEquals("yes", FactValueFormatter.format(owner, new Value.YesNo(true), TEXTS));
        Fact problems = fact("problems", FactType.CHOICES, List.of("too-slow", "privacy"));
        assertEquals(
                "too slow, privacy", FactValueFormatter.format(problems, new Value.Choices(problems.choices()), TEXTS));
        assertEquals("none of them", FactValueFormatter.format(problems, new Value.Choices(List.of()), TEXTS));
    }

    private static Fact fact(String id, FactType type, List<String> choices) {
        return new Fact(
                id,
                type,
                "t",
                choices,
                null,
                null,
                null,
                null,
                false,
                new Value.YesNo(false),
                List.of(),
                new Position("flow.yaml", 1, 1));
    }
}
