package dev.tunewise.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.flow.Guidance;
import dev.tunewise.testing.FineTuning;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where "why" says that answers lead, the leaning that stands stays underneath: a question beside the case moves neither. */
class WhyLeadsTest {
    private static final ConversationEngine MACHINE = FineTuning.machine();
    private static final Author ANA = new Author("u-ana", "Ana");

    @ParameterizedTest
    @ValueSource(strings = {"cost", "json", "terminology"})
    void aQuestionPutLaterMovesNoLead(String intent) {
        UserInput tells = new UserInput.Filled(Map.of("task", "classification", "calls_per_day", "3000"));
        ConversationState told = step(step(ConversationState.NEW, new UserInput.Opened("")), tells);
        ConversationState asked = step(told, new UserInput.Filled(Map.of(Guidance.INTENT, intent)));
        String fact = MACHINE.asking(told).getFirst();

        List<String> before = leads(told, fact);

        assertFalse(before.isEmpty(), "answers lead somewhere");
        assertTrue(asked.answers().knows(Guidance.INTENT), "the question is noted");
        assertEquals(before, leads(asked, fact));
    }

    private static List<String> leads(ConversationState state, String fact) {
        UserInput why = new UserInput.Clicked(Action.Command.about("why", fact));
        return MACHINE.step(state, ANA, Instant.EPOCH.plusSeconds(600), why).posts().stream()
                .flatMap(post -> Block.of(Block.Bullets.class, post.blocks().stream()))
                .flatMap(Block::lines)
                .toList();
    }

    private static ConversationState step(ConversationState state, UserInput input) {
        return MACHINE.step(state, ANA, Instant.EPOCH.plusSeconds(60 * state.entries()), input)
                .after();
    }
}
