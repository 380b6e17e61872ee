package dev.tunewise.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.chat.Input;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers in the form that a question offers; everything else stays words. */
final class LineCommandTest {
    private static final List<Input.Option> OPTIONS = List.of(
            new Input.Option("verified", "Checked by people", ""), new Input.Option("disputed", "Disputed", ""));

    @ParameterizedTest
    @CsvSource({"1,verified", "2,disputed", "disputed,disputed", "Checked by people,verified"})
    void takesOneOption(String typed, String value) {
        assertEquals(Optional.of(value), value(new Input.One(OPTIONS), typed));
    }

    @ParameterizedTest
    @CsvSource({"0", "3", "'1,2'", "perhaps", "1.5", "-1"})
    void leavesWhatIsNoOptionToTheReading(String typed) {
        assertEquals(Optional.empty(), value(new Input.One(OPTIONS), typed));
    }

    @ParameterizedTest
    @CsvSource({"y,yes", "Yes,yes", "n,no", "no,no"})
    void takesYesAndNo(String typed, String value) {
        assertEquals(Optional.of(value), value(new Input.YesNo(), typed));
    }

    @ParameterizedTest
    @CsvSource({"50,50", "0,0", "100,100"})
    void takesANumberWithinItsBounds(String typed, String value) {
        assertEquals(Optional.of(value), value(new Input.Number("%", List.of(), "0", "100"), typed));
    }

    @ParameterizedTest
    @CsvSource({"101", "-1", "50k", "about 50"})
    void leavesOtherNumbersToTheReading(String typed) {
        assertEquals(Optional.empty(), value(new Input.Number("%", List.of(), "0", "100"), typed));
    }

    private static Optional<String> value(Input.Kind kind, String typed) {
        return LineCommand.value(new Input("fact", "Question?", "", kind, "", false), typed);
    }
}
