package dev.tunewise.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.reading.result.Reading;
import dev.tunewise.reading.result.ReadingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Messages of eleven kinds that tell of something else, and as many that state the same of the writer's own system; all were written before
 * anybody looked at how they are read. Filled may be only what shows that it is the writer's own present state, and what lacks a sign of that
 * is proposed with its quote, so that it is not lost.
 */
class OwnSystemTest {
    private static final Path MESSAGES = Path.of("src/test/resources/reading-own");
    /** They choose words and decide nothing. */
    private static final Set<String> WORDS_ONLY = Set.of("intent", "mentions", "clues", "symptom");

    @ParameterizedTest
    @CsvSource({
        "traps-a.tsv, 2",
        "traps-b.tsv, 1",
        "traps-c.tsv, 0",
        "traps-d.tsv, 0",
        "traps-e.tsv, 0",
        "traps-f.tsv, 0",
        "traps-g.tsv, 1",
        "traps-h.tsv, 0",
        "traps-i.tsv, 3",
        "traps-j.tsv, 0",
        "traps-k.tsv, 0",
        "traps-l.tsv, 0",
        "traps-m.tsv, 2",
        "traps-n.tsv, 0",
        "traps-o.tsv, 2"
    })
    void fillsNothingThatIsToldOfSomethingElse(String file, int most) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(MESSAGES.resolve(file))) {
            String[] parts = line.split("\t", -1);
            Map<String, String> allowed = facts(parts.length > 2 ? parts[2] : "");
            Set<String> more = new TreeSet<>();
            filled(parts[1]).forEach((fact, value) -> {
                if (!allowed.containsKey(fact) || !isSame(allowed.get(fact), value)) {
                    more.add(fact + " = " + value);
                }
            });
            if (!more.isEmpty()) {
                wrong.add(parts[0] + ": " + parts[1] + " => " + more);
            }
        }
        assertTrue(wrong.size() <= most, () -> wrong.size() + " wrongly filled: " + String.join("\n", wrong));
    }

    /** What is told of something else, with a word or figure that would fit the open question. */
    @Test
    void anOpenQuestionTakesNothingThatIsToldOfSomethingElse() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(MESSAGES.resolve("asked.tsv"))) {
            String[] parts = line.split("\t", -1);
            ReadingContext asked = new ReadingContext(List.of(parts[0]), Answers.none());
            ReadingFixture.reader().read(parts[1], asked).reads().stream()
                    .filter(answer -> answer.fact().equals(parts[0]))
                    .forEach(answer -> wrong.add(line + " => " + answer.value()));
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"templates.txt"})
    void fillsNothingThatOthersDoOrThatIsNotSo(String file) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(MESSAGES.resolve(file))) {
            Map<String, String> filled = filled(line);
            if (!filled.isEmpty()) {
                wrong.add(line + " => " + filled);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @CsvSource({
        "plain-a.tsv, 130, 93, 97",
        "plain-b.tsv, 124, 67, 77",
        "plain-c.tsv, 35, 32, 32",
        "plain-d.tsv, 65, 37, 42",
        "plain-e.tsv, 68, 51, 59",
        "plain-f.tsv, 68, 46, 54",
        "plain-g.tsv, 95, 44, 63",
        "plain-h.tsv, 155, 84, 106",
        "plain-i.tsv, 66, 52, 56",
        "plain-j.tsv, 283, 95, 170",
        "plain-k.tsv, 125, 38, 72"
    })
    void fillsOrProposesWhatIsToldOfTheWritersOwn(String file, int stated, int filled, int heard) throws IOException {
        int read = 0;
        int offered = 0;
        int count = 0;
        List<String> missed = new ArrayList<>();
        for (String line : Files.readAllLines(MESSAGES.resolve(file))) {
            String[] parts = line.split("\t", -1);
            Map<String, String> reads = filled(parts[0]);
            Map<String, String> proposed = proposed(parts[0]);
            for (Map.Entry<String, String> fact : facts(parts[1]).entrySet()) {
                count++;
                if (isIn(reads, fact)) {
                    read++;
                } else if (isIn(proposed, fact)) {
                    offered++;
                } else {
                    missed.add(parts[0] + " => " + fact);
                }
            }
        }
        String told = read + " filled and " + offered + " proposed; missed: " + String.join("\n", missed);
        assertEquals(stated, count);
        assertTrue(read >= filled && read + offered >= heard, told);
    }

    @Test
    void whatMayBeOfOthersWaitsForAYesWithItsQuote() {
        Reading reading =
                ReadingFixture.reader().read("Our data scientists labelled 2,200 rows.", ReadingContext.none());
        assertEquals(List.of(), reading.reads());
        assertEquals("examples", reading.proposed().getFirst().fact());
        assertEquals("labelled 2,200 rows", reading.proposed().getFirst().quote());
    }

    private static boolean isIn(Map<String, String> read, Map.Entry<String, String> fact) {
        return read.containsKey(fact.getKey()) && isSame(fact.getValue(), read.get(fact.getKey()));
    }

    private static Map<String, String> facts(String text) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String one : text.split(";")) {
            if (one.contains("=")) {
                facts.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
            }
        }
        return facts;
    }

    private static Reading reading(String text) {
        return ReadingFixture.reader().read(text.replace("\\n", "\n"), ReadingContext.none());
    }

    private static Map<String, String> filled(String text) {
        Map<String, String> read = new LinkedHashMap<>();
        reading(text).reads().forEach(answer -> {
            if (isOfTheCase(answer.fact())) {
                read.put(answer.fact(), text(answer.value()));
            }
        });
        return read;
    }

    private static Map<String, String> proposed(String text) {
        Map<String, String> proposed = new LinkedHashMap<>();
        reading(text).proposed().forEach(one -> proposed.merge(one.fact(), text(one.value()), (a, b) -> a + "," + b));
        return proposed;
    }

    private static boolean isOfTheCase(String fact) {
        return !ReadingFixture.flow().isAsked(fact) && !fact.startsWith("asked_") && !WORDS_ONLY.contains(fact);
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Quantity(var number, var _, var _) -> number.toPlainString();
            case Value.Choice(String id) -> id;
            case Value.YesNo(boolean yes) -> String.valueOf(yes);
            case Value.Choices(List<String> ids) -> String.join(",", ids);
        };
    }

    /** Of a list one item, of numbers two in a hundred. */
    private static boolean isSame(String stated, String read) {
        return stated.matches("[0-9.]+") && read.matches("[0-9.]+")
                ? Math.abs(Double.parseDouble(stated) - Double.parseDouble(read)) <= 0.02 * Double.parseDouble(stated)
                : Arrays.asList(read.split(",")).contains(stated);
    }
}
