package dev.tunewise.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.step.TurnResult;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.flow.Value;
import dev.tunewise.testing.FineTuning;
import dev.tunewise.testing.PostText;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people say of the talk itself, or half, or of another case, gets a reply that fits. */
class ShortReplyTest {
    private static final ConversationEngine MACHINE = FineTuning.machine();
    private static final String TICKETS =
            "our classifier for support tickets picks the wrong category, 12 categories, 3k tickets a day";

    private static TurnResult play(String... lines) {
        Author ana = new Author("u-ana", "Ana");
        ConversationState state = ConversationState.NEW;
        TurnResult step = null;
        for (int turn = 0; turn < lines.length; turn++) {
            UserInput input = turn == 0 ? new UserInput.Opened(lines[0]) : new UserInput.Said(lines[turn], true);
            step = MACHINE.step(state, ana, Instant.EPOCH.plusSeconds(60L * turn), input);
            state = step.after();
        }
        return step;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            depends | “depends” may be either here.
            kind of | “kind of” may be either here.
            more or less | “more or less” may be either here.
            as I said | Where we are
            same as before | Where we are
            you misunderstood | Which answer do you want to change?
            that's not what I said | Which answer do you want to change?
            settings | “settings” is for a channel or a workspace
            digest weekly Monday 09:00 Europe/Berlin | is for a channel or a workspace
            never mind | Fine, dropped
            forget the tickets, another question: invoices. Our invoice extraction misses fields | If this is another case: the 5 answers
            actually it's about extraction now, not the classifier | If this is another case: the 5 answers
            """)
    void fits(String text, String reply) {
        String told = PostText.of(play(TICKETS, text).posts());
        assertTrue(told.contains(reply), told);
    }

    @Test
    void whatIsMeantInsteadCounts() {
        ConversationState after = play(TICKETS, "actually it's about extraction now, not the classifier")
                .after();
        assertEquals(new Value.Choice("extraction"), after.held().get("task").value());
    }
}
