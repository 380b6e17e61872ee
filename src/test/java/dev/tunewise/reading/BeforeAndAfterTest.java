package dev.tunewise.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.reading.result.Reading;
import dev.tunewise.reading.result.ReadingContext;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures before and after a tuning keep their sides, and what only looks like a figure of a case is none. */
class BeforeAndAfterTest {
    private final MessageReader reader = new MessageReader(ReadingFixture.flow(), ReadingFixture.names());

    private Reading read(String text) {
        return reader.read(text, new ReadingContext(List.of(), Answers.none()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            base 71 %, tuned 78 %                                            | 78
            went from .62 to .74 F1 after LoRA                               | 74
            prompt only 85 %, LoRA 81 %, that's on 200 tickets               | 81
            after SFT we dropped from 90 % to 84 %                           | 84
            """)
    void theTunedFigureIsHeard(String text, double tuned) {
        Reading reading = read(text);
        assertEquals(
                List.of(tuned),
                reading.reads().stream()
                        .filter(read -> read.fact().equals("quality_tuned"))
                        .map(read -> ((Value.Quantity) read.value()).value().doubleValue())
                        .toList(),
                reading.toString());
        assertFalse(reading.reads().stream().anyMatch(read -> read.fact().equals("quality_now")), reading.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Our tuned 8B scores 81 % against 85 % for the prompted GPT-5.4.              | quality_now | 81
            Our claims get rejected in 78 % of cases by the second reader, 400 a week.   | quality_now | 22
            The model answers in 2 lines and we want a paragraph.                        | examples    | 2
            Baseline 55 % F1, with 8 shots 63 %.                                         | examples    | 8
            """)
    void anotherFigureIsNone(String text, String fact, double wrong) {
        Reading reading = read(text);
        assertFalse(
                reading.toString().matches("(?s).*fact=" + fact + ", value=Quantity\\[value=" + (int) wrong + "\\b.*"),
                reading.toString());
    }
}
