package dev.tunewise.costing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.advice.answer.CaseAnswerer;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.flow.story.Story;
import dev.tunewise.flow.story.StoryRunner;
import dev.tunewise.flowfile.FlowLoadResult;
import dev.tunewise.reading.ReadingFixture;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.ReadingContext;
import dev.tunewise.testing.ReadFlows;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The flow for teams that did tune, told in stories and in words. */
class TunedModelReviewTest {
    private static final FlowLoadResult.Loaded LOADED =
            ReadFlows.loaded(Path.of("conversation-flows/tuned-model-review"));
    private static final Flow FLOW = LOADED.flow();
    private static final MessageReader READER = new MessageReader(FLOW, ReadingFixture.names());
    private static final CaseAnswerer ANSWERER =
            new CaseAnswerer(FLOW, ShippedFlow.costing().figures(Map.of()));
    private static final StoryRunner RUNNER = new StoryRunner(
            FLOW,
            ShippedFlow.costing().figures(Map.of()),
            TunedModelReviewTest::hear,
            answers -> ANSWERER.answer(answers, Optional.empty()).opening());

    static Stream<Story> stories() {
        return LOADED.stories().stream();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theReviewEndsAsTold(Story story) {
        assertEquals(List.of(), RUNNER.play(story).faults(), story::name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It dropped from 94 % to 86 % on 200 fresh tickets. | fresh_items=200 quality_at_start=94 quality_fresh=86",
                "Our tuned gpt-4o-mini sorted 94 % of the tickets right a year ago, now it is 86 % on 200 fresh ones. | fresh_items=200 model=gpt-4o-mini quality_at_start=94 quality_fresh=86",
                "The base of our tuned model is shut down in spring. | base_end=within-a-year",
                "An untuned model of today is as good as our tuned one and cheaper. | rival=as-good rival_price=cheaper",
                "Nobody owns it. We need 92 %. | keeper=false quality_needed=92",
                "It saves us about $800. | saving_month=800",
                "It saves us $800 a year. | ''",
                "Nobody uses it any more. | in_use=nowhere",
                "We lost the training data. | material_kept=false",
                "We collected 600 new examples, checked by two people. | labels=verified new_examples=600",
                "Prices have changed. | changed=[facts]",
                // What reads alike and is something else, or of others.
                "We do not know whether an untuned model is better. | ''",
                "What if the untuned model is better? | ''",
                "They say their tuned model dropped from 94 % to 86 %. | ''",
                "We have not lost the training data. | ''",
                "Maybe nobody owns it. | ''",
            })
    void readsWhatIsSaid(String text, String expected) {
        Map<String, String> read = new TreeMap<>();
        READER.read(text, ReadingContext.none())
                .reads()
                .forEach(each ->
                        read.put(each.fact(), String.valueOf(each.value().raw()).replaceAll("[.]0$", "")));
        assertEquals(
                expected,
                String.join(
                        " ", read.entrySet().stream().map(Map.Entry::toString).toList()));
    }

    private static Answers hear(Answers before, String text) {
        Answers after = before;
        for (ExtractedAnswer read :
                READER.read(text, new ReadingContext(List.of(), before)).reads()) {
            after = after.with(read.fact(), SourcedAnswer.of(read.value()));
        }
        return after;
    }
}
