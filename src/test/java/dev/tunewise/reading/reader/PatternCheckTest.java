package dev.tunewise.reading.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.diagnostics.Problem;
import dev.tunewise.diagnostics.Severity;
import dev.tunewise.flow.Expectations;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Guidance;
import dev.tunewise.reading.ReadingFixture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternCheckTest {
    private static final PatternCheck.Places PLACES = (key, index) -> new Position("words/en.yaml", index + 1, 1);
    private final Flow flow = ReadingFixture.flow();

    @Test
    void findsNothingWrongInTheFlowThatIsServed() {
        assertEquals(List.of(), PatternCheck.check(flow, PLACES));
    }

    @Test
    void warnsWhereTwoMeaningsClaimTheSameWords() {
        List<Problem> problems = PatternCheck.check(with("stage.pilot", "proof of concept"), PLACES);
        assertTrue(
                !problems.isEmpty() && problems.stream().allMatch(problem -> problem.severity() == Severity.WARNING),
                problems.toString());
        assertTrue(
                problems.getFirst().message().contains("stage.pilot")
                        && problems.getFirst().message().contains("stage.prototype"),
                problems.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "examples; <amount> (examples; without its `)`",
                "examples; <amount> examples); closes nothing",
                "examples; labelled examples; says no amount",
                "examples; .. <amount>; can begin with a gap",
                "examples; <nosuch> <amount>; no list `<nosuch>`",
                "examples; <3..x> <amount>; numbers are written",
                "examples; a . <amount>; a gap is written",
                "stage; prototype; says no value",
                "stage.pilot; <amount> pilots; for quantities only",
                "stage.beta; beta; no fact, choice or number",
                "nosuch; beta; no fact, choice or number",
                "examples.12; <amount> items; its key names a value",
                "examples; (|a) <amount>; an empty pattern",
            })
    void reportsPatternsThatCannotBeUsed(String key, String pattern, String message) {
        List<Problem> problems = PatternCheck.check(only(key, pattern), PLACES);
        assertEquals(1, problems.size(), problems.toString());
        assertEquals(Severity.ERROR, problems.getFirst().severity());
        assertTrue(problems.getFirst().message().contains(message), problems.toString());
    }

    @Test
    void refusesListsThatReferToEachOther() {
        Map<String, List<String>> synonyms = new HashMap<>();
        synonyms.put("<a>", List.of("<b>"));
        synonyms.put("<b>", List.of("<a>"));
        synonyms.put("stage.pilot", List.of("<a>"));
        List<Problem> problems = PatternCheck.check(with(synonyms), PLACES);
        assertTrue(problems.getFirst().message().contains("in a circle"), problems.toString());
    }

    private Flow with(String key, String pattern) {
        Map<String, List<String>> synonyms = new HashMap<>(flow.synonyms());
        synonyms.put(key, List.of(pattern));
        return with(synonyms);
    }

    private Flow only(String key, String pattern) {
        return with(Map.of(key, List.of(pattern)));
    }

    private Flow with(Map<String, List<String>> synonyms) {
        return new Flow(
                flow.id(),
                flow.version(),
                flow.fingerprint(),
                flow.topics(),
                flow.facts(),
                flow.figures(),
                flow.verdicts(),
                flow.levers(),
                flow.rules(),
                flow.gates(),
                flow.findings(),
                flow.sources(),
                synonyms,
                flow.glossary(),
                flow.texts(),
                flow.maxQuestions(),
                List.of(),
                List.of(),
                Map.of(),
                Guidance.NONE,
                Expectations.NONE,
                Flow.Controls.NONE);
    }
}
