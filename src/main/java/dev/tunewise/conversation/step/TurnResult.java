package dev.tunewise.conversation.step;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ConversationState;
import java.util.List;

/** What one input leads to. `summary`: what somebody wants of the summary that team channels get. */
public record TurnResult(List<Change> changes, List<Post> posts, ConversationState after, SummaryWish summary) {
    /** Says whether the input was not for us: nothing to log, nothing to show. */
    public boolean idle() {
        return changes.isEmpty() && posts.isEmpty();
    }
}
