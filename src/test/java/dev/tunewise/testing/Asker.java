package dev.tunewise.testing;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.step.TurnResult;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.flow.Value;
import java.time.Instant;
import java.util.List;

/** One person who types to the product, a message a minute; the first opens the consultation. */
public final class Asker {
    private static final Author ANA = new Author("u-ana", "Ana");

    private final ConversationEngine engine;
    private ConversationState state = ConversationState.NEW;

    public Asker(ConversationEngine engine) {
        this.engine = engine;
    }

    /** What is posted after a message. */
    public List<Post> posts(String text) {
        UserInput input = state.entries() == 0 ? new UserInput.Opened(text) : new UserInput.Said(text, true);
        TurnResult turn = engine.step(state, ANA, Instant.EPOCH.plusSeconds(60L * state.entries()), input);
        state = turn.after();
        return turn.posts();
    }

    /** The same as one text. */
    public String type(String text) {
        return posts(text).toString();
    }

    public ConversationState state() {
        return state;
    }

    /** The number that is held of a fact. */
    public double held(String fact) {
        return ((Value.Quantity) state.held().get(fact).value()).value().doubleValue();
    }
}
