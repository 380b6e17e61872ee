package dev.tunewise.session.turn;

import dev.tunewise.advice.Consultant;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.reader.MessageReader;

/** One edition of a flow with everything that is derived from it once. */
public record ServedFlow(
        Flow flow, Consultant consultant, MessageReader reader, ConversationEngine machine, String diagram) {
    /** Empties what it remembers of what people said. */
    public void forget() {
        consultant.forget();
        reader.forget();
    }
}
