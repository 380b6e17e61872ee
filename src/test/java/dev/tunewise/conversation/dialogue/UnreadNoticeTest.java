package dev.tunewise.conversation.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.testing.FineTuning;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnreadNoticeTest {
    @Test
    void whatAReplyQuotesIsNotListedAsUnusedBesideIt() {
        TurnBuilder work = new TurnBuilder(FineTuning.flow(), ConversationState.NEW, Author.SERVICE, Instant.EPOCH);
        Text quotes = Text.plain("“The demo was with 8 documents. … we have 80,000 of them.” Try 50.");
        work.say(List.of(new Block.Details("More", List.of(new Block.Bullets(List.of(quotes))))), "Try 50.");
        work.leaves(List.of("The demo was with 8 documents", "we have  80,000 of them", "14 neighbours walk by"));
        UnreadNotice.tell(work, Messages.english());
        assertEquals(
                List.of("Try 50.", "Not used yet: “14 neighbours walk by”. Tell me where this belongs, if it matters."),
                work.replies().stream().map(Post::plain).toList());
    }
}
