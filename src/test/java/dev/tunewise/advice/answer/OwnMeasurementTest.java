package dev.tunewise.advice.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.advice.result.Decision;
import dev.tunewise.cost.statistics.CaseArithmetic;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.flow.interview.NamedSettings;
import dev.tunewise.flow.interview.NamedThings;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.testing.FineTuning;
import dev.tunewise.testing.Unheeded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** What the asker measured opens an answer only where it was asked for and says what the verdict says. */
class OwnMeasurementTest {
    private static final Flow FLOW = FineTuning.flow();
    private static final String SEARCH = "I sorted the 45 failures by hand: in 33 the page was never retrieved.";
    private static final String TUNED =
            "On the same 600 letters the prompt gets 84% right, our fine-tuned model gets 92%.";

    @ParameterizedTest
    @CsvSource({"'',true", "no,true", "not-yet,true", "yes,false"})
    void aFindingAgainstTrainingNeverStandsOverAYes(String verdict, boolean opens) {
        assertEquals(opens, first(SEARCH, List.of(), verdict).startsWith("No: 33 of your 45 failures"));
    }

    @ParameterizedTest
    @CsvSource({"'',true", "no,false", "not-yet,false", "yes,true"})
    void aFindingForTrainingNeverStandsOverANo(String verdict, boolean opens) {
        assertEquals(opens, first(TUNED, List.of(), verdict).startsWith("Yes, take the tuned one: 92 against 84"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Should we take the tuned one?|true",
                "Is the gain real?|true",
                "How would you change the reward?|false",
                "And is it a problem to train on labels from a cloud model?|false"
            })
    void aFindingIsNoAnswerToAnotherQuestion(String asked, boolean opens) {
        String other = "Which licence does it have?";
        CaseAnswer answer = answer(TUNED, List.of(asked, other), "");
        assertEquals(
                opens, answer.answers().stream().anyMatch(each -> each.text().startsWith("Yes, take the tuned one")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SFT got 38% reward. With GRPO, 8 rollouts per prompt, the mean reward is 79%. Should we go on?",
                "The reward of the tuned one is 38%, the prompt has 79%. Is it worth it?"
            })
    void rewardsAreNoScoresOfPromptAndTunedModel(String post) {
        assertEquals(false, first(post, List.of(), "").contains("keep the prompt"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/advice/own-sums.tsv", delimiter = '\t', maxCharsPerColumn = 8000)
    void whatAWholeDividesIntoIsComputedAndOpens(String asked, String expected, String post) {
        opens(asked, expected, post, Unheeded.figures());
    }

    /** With the figures that are worked out beside the flow, such as intervals; a sum behind "!" must not open. */
    @ParameterizedTest
    @CsvFileSource(resources = "/advice/asked-sums.tsv", delimiter = '\t', maxCharsPerColumn = 8000)
    void whatAnExpertWouldWorkOutIsWorkedOut(String asked, String expected, String post) {
        opens(asked, expected, post, request -> CaseArithmetic.of(request.known()));
    }

    private static void opens(String asked, String expected, String post, FigureCalculator figures) {
        // Beside an answer that is put together from the case its sums stand apart.
        CaseAnswer told = answer(post, List.of(asked, "Which licence does it have?"), "", figures);
        List<String> texts = Stream.concat(told.answers().stream(), told.sums().stream())
                .map(CaseAnswer.Answered::text)
                .toList();
        boolean wanted = !expected.startsWith("!");
        String start = wanted ? expected : expected.substring(1);
        assertEquals(wanted, texts.stream().anyMatch(text -> text.startsWith(start)), () -> post + "\n" + texts);
    }

    private static String first(String post, List<String> asked, String verdict) {
        List<CaseAnswer.Answered> answers = answer(post, asked, verdict).answers();
        return answers.isEmpty() ? "" : answers.getFirst().text();
    }

    private static CaseAnswer answer(String post, List<String> asked, String verdict) {
        return answer(post, asked, verdict, Unheeded.figures());
    }

    private static CaseAnswer answer(String post, List<String> asked, String verdict, FigureCalculator figures) {
        Answers answers = new NamedThings(FLOW.guidance().mentions()).added(Answers.none(), post);
        answers = new NamedSettings(FLOW.guidance().settings()).added(answers, post);
        if (!asked.isEmpty()) {
            List<String> named = Stream.concat(
                            Stream.of(Guidance.PARTS, Guidance.TRAINED),
                            new NamedThings(FLOW.guidance().mentions())
                                    .in(post).stream().filter(id -> id.startsWith("ground-")))
                    .distinct()
                    .toList();
            answers = answers.with(Guidance.INTENT, said(List.of("not-understood", "licence"), asked))
                    .with(Guidance.MENTIONS, said(named, List.of()));
        }
        Optional<Decision> decision = Optional.of(verdict)
                .filter(given -> !given.isEmpty())
                .map(given ->
                        new Decision("r", given, "stay", "A headline.", "A headline.", "", false, null, List.of()));
        return new CaseAnswerer(FLOW, figures).answer(answers, decision);
    }

    private static SourcedAnswer said(List<String> choices, List<String> quotes) {
        return new SourcedAnswer(
                new Value.Choices(choices),
                false,
                new SourcedAnswer.Origin("", Instant.EPOCH, String.join(Guidance.BETWEEN_PARTS, quotes)));
    }
}
