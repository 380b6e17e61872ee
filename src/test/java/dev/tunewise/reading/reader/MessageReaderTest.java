package dev.tunewise.reading.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.reading.FlowDependencies;
import dev.tunewise.reading.ReadingCase;
import dev.tunewise.reading.ReadingFixture;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.Reading;
import dev.tunewise.reading.result.ReadingContext;
import dev.tunewise.reading.result.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MessageReaderTest {
    private static final Path CASES = Path.of("src/test/resources/reading");
    private final Flow flow = ReadingFixture.flow();
    private final Set<String> ruled = FlowDependencies.ruled(flow);
    private final MessageReader reader = new MessageReader(flow, ReadingFixture.names());

    @TestFactory
    Stream<DynamicTest> readsWhatPeopleTypeAndNothingElse() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file : files.filter(
                            each -> each.toString().endsWith(".json") && !each.endsWith("situations.json"))
                    .sorted()
                    .toList()) {
                JsonNode json = new ObjectMapper().readTree(file.toFile());
                boolean shared = file.endsWith("shared.json");
                for (JsonNode node : json.path("cases")) {
                    ReadingCase one = new ReadingCase(node, !shared);
                    tests.add(DynamicTest.dynamicTest(file.getFileName() + ": " + one.text(), () -> check(one)));
                }
            }
        }
        assertTrue(tests.size() > 250, "only " + tests.size() + " cases found in " + CASES);
        return tests.stream();
    }

    @Test
    void anEqualsSignBehindCodeIsNoFault() {
        for (String text : List.of("`rate` = 5000. ", "See https://example.com/x = 5000. ")) {
            assertEquals(
                    quantity(800, 800, 800), value(text + "We have exactly 800 labelled examples.", "examples"), text);
        }
    }

    private void check(ReadingCase one) {
        Reading reading = reader.read(one.text(), one.context(flow));
        assertEquals(List.of(), one.faults(reading, ruled), one.text());
        for (ExtractedAnswer read : reading.reads()) {
            assertEquals(read.quote(), one.text().substring(read.start(), read.end()));
        }
    }

    @Test
    void keepsTheRangeThatWasLeftOpen() {
        assertEquals(quantity(2500, 2000, 3000), value("roughly 2-3k requests per day", "calls_per_day"));
        assertEquals(quantity(50000, 45000, 55000), value("about 50k calls a day", "calls_per_day"));
        assertEquals(quantity(50000, 45000, 55000), value("50k ± 5k calls a day", "calls_per_day"));
        assertEquals(quantity(250, 200, 300), value("between 200 and 300 labelled examples", "examples"));
        assertEquals(quantity(88, 86, 90), value("accuracy is about 88%", "quality_now"));
        assertEquals(quantity(800, 800, 800), value("800 labelled examples", "examples"));
    }

    private static Value quantity(int value, int low, int high) {
        return new Value.Quantity(new BigDecimal(value), new BigDecimal(low), new BigDecimal(high));
    }

    private Value value(String text, String fact) {
        return reader.read(text, ReadingContext.none()).reads().stream()
                .filter(read -> read.fact().equals(fact))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void quotesTheWordsThatAnAnswerCameFrom() {
        Reading reading = reader.read("Hi all! We have 800 verified labelled examples, ok?", ReadingContext.none());
        assertEquals(
                List.of(),
                reading.reads().stream()
                        .filter(read -> read.fact().equals("calls_per_day"))
                        .toList());
        assertEquals(
                "800 verified labelled examples",
                reader.read("Hi all! We have 800 verified labelled examples.", ReadingContext.none())
                        .reads()
                        .getFirst()
                        .quote());
    }

    @Test
    void offersTheReadingsOfAnUnclearNumber() {
        Clarification ask =
                reader.read("1.200 calls a day", ReadingContext.none()).asks().getFirst();
        assertEquals(Clarification.Reason.NUMBER, ask.reason());
        assertEquals(
                List.of("1,200 calls a day", "1.2 calls a day"),
                ask.options().stream().map(Clarification.Option::label).toList());
        Clarification hours = reader.read("3 requests per second", ReadingContext.none())
                .asks()
                .getFirst();
        assertEquals(Clarification.Reason.HOURS, hours.reason());
        assertEquals(
                List.of("259,200 calls a day", "86,400 calls a day"),
                hours.options().stream().map(Clarification.Option::label).toList());
    }

    @Test
    void marksCorrections() {
        ExtractedAnswer read = reader.read("sorry, 5k tickets a day not 50k", ReadingContext.none())
                .reads()
                .getFirst();
        assertTrue(read.correction());
        assertFalse(reader.read("5k tickets a day", ReadingContext.none())
                .reads()
                .getFirst()
                .correction());
    }

    @Test
    void reportsWhatItDidNotUnderstand() {
        String text = "we have 800 labelled examples, the moon is made of green cheese";
        Reading reading = reader.read(text, ReadingContext.none());
        assertEquals(
                List.of("the moon is made of green cheese"),
                reading.unread().stream().map(span -> span.of(text)).toList());
    }

    @Test
    void aSumThatFindsNoPlaceIsUnreadEvenWhereTheRestOfItsClauseWasUnderstood() {
        String text = "We charge $3,000 a month for GPT-4o to summarise calls.";
        Reading reading = reader.read(text, ReadingContext.none());
        assertEquals(
                List.of("$3,000 a month"),
                reading.unplaced().stream().map(span -> span.of(text)).toList());
    }

    @Test
    void readsNoFurtherThanItsLimitAndSaysSo() {
        String text = "x ".repeat(MessageReader.LONGEST / 2) + "we have 800 labelled examples";
        Reading reading = reader.read(text, ReadingContext.none());
        assertEquals(List.of(), reading.reads());
        assertEquals(
                new Span(MessageReader.LONGEST, text.length()), reading.unread().getLast());
    }

    @Test
    void aMessageIsReadOnceForAllThatAskInOneTurn() {
        ReadingContext context = new ReadingContext(List.of("volume"), Answers.none());
        Reading read = reader.read("5k tickets a day", context);
        assertSame(read, reader.read("5k tickets a day", new ReadingContext(List.of("volume"), Answers.none())));
        reader.forget();
        assertNotSame(read, reader.read("5k tickets a day", context));
    }
}
