package dev.tunewise.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.flow.Expectations;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.Texts;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.name.NameCatalogue;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ProposedAnswer;
import dev.tunewise.reading.result.Reading;
import dev.tunewise.reading.result.ReadingContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pattern language, on a flow that has nothing to do with the one that is served. */
class PatternTest {
    private static final Position PLACE = new Position("flow.yaml", 1, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<amount> cows; we keep 12 cows; cows=12",
                "<amount> cows; we keep 12 pigs; ",
                "<amount> (cows|head of cattle); 40 head of cattle; cows=40",
                "<amount> (brown|black)? cows; 7 black cows; cows=7",
                "<amount> (very|brown|happy)* cows; 7 very happy brown cows; cows=7",
                "<amount> (very)* cows; 7 very very very very cows; ",
                "herd .. <amount>; the herd is about 30; cows=30",
                "herd .. <amount>; the herd, 30; ",
                "herd .. <amount>; the herd we keep down there is 30; ",
                "herd ... <amount>; the herd we keep down there is 30; cows=30",
                "cow* <amount>; cowherd 9; cows=9",
                "^ <amount> $; 9; cows=9",
                "^ <amount> $; we have 9; ",
                "<amount> don't moo; 3 do not moo; cows=3",
                "two-headed <amount>; 2 headed 5; cows=5",
                "<3..8> legs and <amount> cows; 4 legs and 5 cows; cows=5",
                "<3..8> legs and <amount> cows; 9 legs and 5 cows; ",
                "<6..mo> old <amount>; a year old 5; ",
                "<6..mo> old <amount>; 2 years old 5; cows=5",
                "+not <amount> cows sold; 12 cows sold; ",
                "+plan <amount> cows; we want 12 cows; cows=12",
                "+will <amount> cows; we will have 12 cows; cows=12",
                "+past <amount> cows; we used to have 12 cows; cows=12",
                "<amount> cows; we used to have 12 cows; ",
                "+open <amount> cows; 12 cows; ",
                // One meaning that is not sure waits for a yes.
                "+ask <amount> cows; 12 cows; cows?"
            })
    void matchesWhatItSays(String pattern, String text, String expected) {
        List<String> patterns = pattern.startsWith("+not") ? List.of(pattern, "<amount> cows") : List.of(pattern);
        Reading reading = new MessageReader(flow(Map.of("cows", patterns)), NameCatalogue.none())
                .read(text, ReadingContext.none());
        String read = reading.reads().stream()
                .map(one -> one.fact() + "="
                        + ((Value.Quantity) one.value()).value().toPlainString())
                .collect(Collectors.joining(","));
        String asked = Stream.concat(
                        reading.asks().stream().map(Clarification::fact),
                        reading.proposed().stream().map(ProposedAnswer::fact))
                .map(fact -> fact + "?")
                .collect(Collectors.joining(","));
        assertEquals(expected == null ? "" : expected, read + asked, pattern + " on " + text);
    }

    private static Flow flow(Map<String, List<String>> words) {
        Fact cows = new Fact(
                "cows",
                FactType.QUANTITY,
                "farm",
                List.of(),
                null,
                new Unit(Unit.Kind.COUNT, "cows"),
                BigDecimal.ZERO,
                new BigDecimal(1000),
                true,
                Value.Quantity.of(BigDecimal.ONE),
                List.of(),
                PLACE);
        return new Flow(
                "farm",
                1,
                "",
                List.of(),
                List.of(cows),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                new TreeMap<>(words),
                Map.of(),
                new Texts("en", Map.of()),
                5,
                List.of(),
                List.of(),
                Map.of(),
                Guidance.NONE,
                Expectations.NONE,
                Flow.Controls.NONE);
    }
}
