package dev.tunewise.costing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.answer.CaseAnswerer;
import dev.tunewise.flow.Move;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.flow.story.Story;
import dev.tunewise.flow.story.StoryRunner;
import dev.tunewise.reading.ReadingFixture;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.ReadingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the shipped flow says first to one message of somebody in a real situation. */
class SituationStoriesTest {
    private static final MessageReader READER = ReadingFixture.reader();
    private static final CaseAnswerer ANSWERER =
            new CaseAnswerer(ShippedFlow.flow(), ShippedFlow.costing().figures(Map.of()));
    private static final StoryRunner RUNNER = new StoryRunner(
            ShippedFlow.flow(),
            ShippedFlow.costing().figures(Map.of()),
            SituationStoriesTest::hear,
            answers -> ANSWERER.answer(answers, Optional.empty()).opening());

    static Stream<Story> situations() {
        return ShippedFlow.stories().stream().filter(story -> !story.say().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("situations")
    void theQuestionIsAnsweredAndTheMovesFit(Story story) {
        assertEquals(List.of(), RUNNER.play(story).faults(), story::name);
    }

    static Stream<Story> interviews() {
        return ShippedFlow.stories().stream().filter(story -> story.say().isEmpty());
    }

    /** What `flow test` plays, so that no story fails there only. */
    @ParameterizedTest
    @MethodSource("interviews")
    void theInterviewEndsAsTold(Story story) {
        assertEquals(List.of(), RUNNER.play(story).faults(), story::name);
    }

    @Test
    void thereAreAllMovesAndEachSaysWhatToDo() {
        List<Move> moves = ShippedFlow.flow().guidance().moves();
        assertTrue(moves.size() >= 141, "only " + moves.size());
        for (Move move : moves) {
            assertTrue(
                    !move.texts().isEmpty()
                            && !move.why().isEmpty()
                            && !move.sources().isEmpty(),
                    move.id());
        }
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
