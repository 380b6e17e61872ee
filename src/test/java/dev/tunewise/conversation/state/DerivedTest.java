package dev.tunewise.conversation.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.testing.FineTuning;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A turn asks a state for the same things again and again; only another state, or another basis, has them worked out anew. */
class DerivedTest {
    private final TurnBuilder folding =
            new TurnBuilder(FineTuning.machine().flow(), ConversationState.NEW, new Author("U1", "Ana"), Instant.EPOCH);

    @Test
    void aStateIsOneUntilItChanges() {
        ConversationState before = folding.now();
        assertSame(before, folding.now());
        folding.change(new Change.Answered("quality_now", Value.Quantity.of(new BigDecimal(80)), ""));
        assertNotEquals(before, folding.now());
        assertTrue(folding.now().answers().knows("quality_now"));
    }

    @Test
    void itsAnswersAreCollectedOnceAndSayNothingOfTheirOwn() {
        folding.change(new Change.Answered("quality_now", Value.Quantity.of(new BigDecimal(80)), ""));
        ConversationState state = folding.now();
        // A collection may come in between, but not every time.
        assertTrue(IntStream.range(0, 5).anyMatch(_ -> {
            Answers first = state.answers();
            return first == state.answers();
        }));
        assertEquals(new ConversationState(state.mind(), state.shown(), state.entries()), state);
    }

    @Test
    void anotherBasisIsWorkedOutAnew() {
        Derived derived = new Derived();
        assertEquals("1", derived.of(1, String.class, () -> "1"));
        assertEquals("2", derived.of(2, String.class, () -> "2"));
    }
}
