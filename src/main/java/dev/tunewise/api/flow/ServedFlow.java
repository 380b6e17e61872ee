package dev.tunewise.api.flow;

import dev.tunewise.advice.Consultant;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.reading.result.ProposedAnswer;
import dev.tunewise.reading.result.Reading;
import dev.tunewise.reading.result.ReadingContext;
import java.util.List;
import java.util.Optional;

/** A flow as it is served now. `questions`: gives the question that is open in a consultation along it. */
public record ServedFlow(
        Flow flow,
        Consultant consultant,
        MessageReader reader,
        Proposals proposals,
        Questions questions,
        String diagram) {
    /** The open question as a card with all its choices; empty where nothing is asked. */
    @FunctionalInterface
    public interface Questions {
        Optional<Post> open(ConversationState state);
    }

    /** Proposes the choices that a message seems to state and its reading lacks. */
    @FunctionalInterface
    public interface Proposals {
        List<ProposedAnswer> of(String text, Reading reading, ReadingContext context);
    }
}
