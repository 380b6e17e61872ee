package dev.tunewise.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.Reading;
import dev.tunewise.reading.result.ReadingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer to a question with a list keeps all that it names and adds nothing, in whatever frame it is said. */
class ListedAnswerTest {
    private static final String PROMPT = "prompt_work";
    private static final String PROBLEMS = "problems";

    private static final Map<String, List<List<String>>> NAMES = Map.of(
            PROMPT,
            List.of(
                    List.of("instructions", "the wording", "clear instructions", "Worked on the instructions"),
                    List.of("examples", "few-shot", "5 examples", "Put examples in the prompt"),
                    List.of("a schema", "JSON mode", "an enforced schema", "Enforced a schema or JSON mode")),
            PROBLEMS,
            List.of(
                    List.of("it doesn't know our facts", "missing knowledge", "It does not know our facts"),
                    List.of("it can't act", "missing tools", "It cannot do something (search, compute, act)"),
                    List.of("the format breaks", "broken JSON", "The format breaks"),
                    List.of("the tone is off", "tone", "Tone or style drifts"),
                    List.of("wrong labels", "it picks wrong labels", "It picks wrong labels or values"),
                    List.of("it makes things up", "hallucinations", "It makes things up"),
                    List.of("it fumbles our jargon", "our jargon", "It fumbles our jargon"),
                    List.of("it's too expensive", "cost", "It costs too much"),
                    List.of("it's too slow", "latency", "It is too slow"),
                    List.of("data may not leave", "privacy", "Data may not leave"),
                    List.of("it reasons poorly", "weak reasoning", "It reasons poorly"),
                    List.of("unsafe output", "it's unsafe", "Unsafe or unwanted output"),
                    List.of("it can't read our scans", "it can't handle images", "It cannot take our kind of input")));

    /** How a list is said: what stands before it, between its items, before the last one and behind it. */
    private static final List<List<String>> FRAMES = List.of(
            List.of("", ", ", " and ", ""),
            List.of("so far ", ", ", " and ", ", that's all"),
            List.of("", " + ", " + ", ""),
            List.of("", "; ", "; ", "."),
            List.of("well, ", " and ", " and ", ""),
            List.of("I'd say ", ", ", " plus ", " I think"),
            List.of("- ", "\n- ", "\n- ", ""));

    @Test
    void whatIsTakenAwayIsNotProposedAgain() {
        Answers problems =
                Answers.none().with(PROBLEMS, SourcedAnswer.of(new Value.Choices(List.of("format-drift", "too-slow"))));
        Reading reading = ReadingFixture.reader().read("drop too slow", new ReadingContext(List.of(), problems));
        assertEquals(List.of("format-drift"), chosen(reading, PROBLEMS));
        assertEquals(List.of(), reading.proposed());
    }

    private static List<String> read(String text, String fact, String... others) {
        List<String> open = new ArrayList<>(List.of(others));
        open.addFirst(fact);
        return chosen(reading(text, open), fact);
    }

    private static Reading reading(String text, List<String> open) {
        return ReadingFixture.reader().read(text, new ReadingContext(open, Answers.none()));
    }

    private static List<String> chosen(Reading reading, String fact) {
        return value(reading, fact)
                .map(value -> value instanceof Value.Choices(List<String> chosen) ? chosen : List.<String>of())
                .orElse(List.of("unread"));
    }

    private static Optional<Value> value(Reading reading, String fact) {
        return reading.reads().stream()
                .filter(read -> read.fact().equals(fact))
                .map(ExtractedAnswer::value)
                .findFirst();
    }

    private static String said(List<String> frame, List<String> items) {
        StringBuilder text = new StringBuilder(frame.getFirst());
        for (int i = 0; i < items.size(); i++) {
            text.append(i == 0 ? "" : i == items.size() - 1 ? frame.get(2) : frame.get(1));
            text.append(items.get(i));
        }
        return text.append(frame.get(3)).toString();
    }

    private static List<List<Integer>> subsets(int size, int most) {
        return IntStream.range(1, 1 << size)
                .filter(bits -> Integer.bitCount(bits) <= most)
                .mapToObj(bits -> IntStream.range(0, size)
                        .filter(i -> (bits & 1 << i) != 0)
                        .boxed()
                        .toList())
                .toList();
    }

    private static List<String> lost(String fact, String second, String... others) {
        List<String> choices =
                ReadingFixture.flow().fact(fact).map(Fact::choices).orElseThrow();
        List<List<String>> names = NAMES.get(fact);
        List<String> faults = new ArrayList<>();
        for (List<Integer> subset : subsets(choices.size(), choices.size() > 3 ? 2 : 3)) {
            for (int way = 0; way < names.getFirst().size(); way++) {
                int form = way;
                List<String> items =
                        subset.stream().map(i -> names.get(i).get(form)).toList();
                for (List<String> frame : FRAMES) {
                    String text = said(frame, items) + second;
                    List<String> wanted = subset.stream().map(choices::get).toList();
                    List<String> found = read(text, fact, others);
                    if (!found.equals(wanted)) {
                        faults.add(text.replace("\n", "\\n") + " > " + found);
                    }
                }
            }
        }
        return faults;
    }

    @Test
    void nothingOfAListIsLostAndNothingAdded() {
        assertEquals(List.of(), lost(PROMPT, ""));
        assertEquals(List.of(), lost(PROBLEMS, ""));
    }

    @Test
    void norBesideAnAnswerToAnotherQuestionOfTheCard() {
        assertEquals(List.of(), lost(PROMPT, ", it stays like this for years", "stable_for"));
        assertEquals(List.of(), lost(PROMPT, ". It's in production", "stage"));
        assertEquals(List.of(), lost(PROBLEMS, ", and it's a classifier", "task"));
        assertEquals(
                Optional.of(new Value.Choice("six-months-plus")),
                value(
                        reading(
                                "instructions, examples and a schema, it stays like this for years",
                                List.of(PROMPT, "stable_for")),
                        "stable_for"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            all three | instructions few-shot structured-output
            all of them | instructions few-shot structured-output
            we did all of that | instructions few-shot structured-output
            all of the above | instructions few-shot structured-output
            the first two | instructions few-shot
            just the first two | instructions few-shot
            the last two | few-shot structured-output
            first and last | instructions structured-output
            the first and the third | instructions structured-output
            everything except examples | instructions structured-output
            all but the schema | instructions few-shot
            everything apart from the schema | instructions few-shot
            all except the last one | instructions few-shot
            instructions and examples but no schema | instructions few-shot
            instructions, no examples | instructions
            just instructions, no examples and no schema | instructions
            instructions, examples not yet | instructions
            only a schema | structured-output
            none of them | ''
            we wrote instructions, put in examples, and enforce a schema | instructions few-shot structured-output
            we worked on the wording, put a few examples in and enforce a schema | instructions few-shot structured-output
            instructions yes, examples yes, schema no | instructions few-shot
            both | unread
            the second prompt was better | unread
            we have 2400 examples | unread
            our examples come from the wiki of the other department | unread
            would examples help? | unread
            """)
    void pointsAtAList(String text, String wanted) {
        assertEquals(wanted, String.join(" ", read(text, PROMPT)), text);
    }
}
