package dev.tunewise.flow;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.flow.interview.NamedSettings;
import dev.tunewise.testing.FineTuning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The figures that the answer to the main question rests on: told ones are read by the words around them, near misses are left alone. */
class MainFiguresTest {
    private static final NamedSettings FIGURES =
            new NamedSettings(FineTuning.flow().guidance().settings());

    @ParameterizedTest
    @CsvFileSource(resources = "/reading/figures/main.tsv", delimiter = '\t', maxCharsPerColumn = 8000)
    void readsWhatTheMainQuestionRestsOn(String expected, String text) {
        String read = FIGURES.in(text).stream()
                .filter(one -> one.fact().startsWith("case"))
                .map(one -> one.fact() + "=" + one.value().stripTrailingZeros().toPlainString())
                .sorted()
                .collect(joining(" "));
        assertEquals(expected.equals("-") ? "" : expected, read);
    }
}
