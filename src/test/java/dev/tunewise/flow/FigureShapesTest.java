package dev.tunewise.flow;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.flow.interview.NamedSettings;
import dev.tunewise.testing.FineTuning;
import java.math.MathContext;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The role of each figure of a message, by the words around it: told ones are read, near misses are left alone. */
class FigureShapesTest {
    private static final NamedSettings FIGURES =
            new NamedSettings(FineTuning.flow().guidance().settings());

    private static String in(String text) {
        return FIGURES.in(text).stream()
                .filter(read -> read.fact().startsWith("fig_"))
                .map(read -> read.fact().substring(4) + "="
                        + read.value()
                                .round(new MathContext(4))
                                .stripTrailingZeros()
                                .toPlainString())
                .sorted()
                .collect(joining(" "));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/reading/figures/roles.tsv", delimiter = '\t', maxCharsPerColumn = 8000)
    void readsTheRoleOfEachFigure(String expected, String text) {
        assertEquals(expected.equals("-") ? "" : expected, in(text));
    }

    /** What questions/asked-figures.yaml works with; a name without a figure must not be read. */
    @ParameterizedTest
    @CsvFileSource(resources = "/reading/figures/asked.tsv", delimiter = '\t', maxCharsPerColumn = 8000)
    void readsWhatIsWorkedOutOfAPost(String expected, String text) {
        assertEquals(
                expected,
                Stream.of(expected.split(" "))
                        .map(each -> each.substring(0, each.indexOf('=') + 1))
                        .map(name -> name + amount(text, name.substring(0, name.length() - 1)))
                        .collect(joining(" ")));
    }

    @Test
    void centsAreAHundredthUnlessTheRoleCountsThem() {
        assertEquals("0.5", amount("A wrong one costs 50 cents.", "errorprice"));
        assertEquals("2", amount("A wrong one costs us 2 dollars.", "errorprice"));
        assertEquals("4", amount("We pay 4 cents per request.", "callcents"));
    }

    private static String amount(String text, String fact) {
        return FIGURES.in(text).stream()
                .filter(read -> read.fact().equals(fact))
                .map(read -> read.value().stripTrailingZeros().toPlainString())
                .collect(joining(" "));
    }

    @Test
    void twoFiguresForOneRoleAreNone() {
        assertEquals("", in("We do 25 quotes a week, my brother does 40 quotes a week."));
    }

    @Test
    void whatWasPastedOrQuotedHasNoRole() {
        assertEquals("", in("This is our prompt: ```we have 50k calls a day.```"));
        assertEquals("", in("> we do 25 quotes a week\nThat is what they wrote."));
    }
}
