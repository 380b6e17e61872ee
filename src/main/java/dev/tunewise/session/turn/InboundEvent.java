package dev.tunewise.session.turn;

import dev.tunewise.chat.Action;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.UserInput;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Something that came in from a channel, verified and decoded.
 *
 * @param key idempotency key, unique for the event within channel and workspace
 * @param message the platform's reference of the message; may be empty
 * @param among whether others are there whom a look at the status or the form does not concern
 */
public record InboundEvent(String key, Author author, Instant at, String message, UserInput input, boolean among) {
    /** Something that everybody in the place may see the answer to. */
    public InboundEvent(String key, Author author, Instant at, String message, UserInput input) {
        this(key, author, at, message, input, false);
    }

    /** The same with something else that was done. */
    public InboundEvent with(UserInput other) {
        return new InboundEvent(key, author, at, message, other, among);
    }

    /** What was done; an edit with the entries that its message made. */
    UserInput located(Supplier<List<Entry>> entries) {
        if (!(input instanceof UserInput.Edited edited) || message.isEmpty()) {
            return input;
        }
        List<Entry> all = entries.get();
        return new UserInput.Edited(
                edited.text(),
                edited.addressed(),
                LongStream.range(0, all.size())
                        .filter(i -> all.get((int) i).message().equals(message))
                        .boxed()
                        .toList());
    }

    /** Whether the answer is for whoever did it alone. */
    boolean alone() {
        return among
                && input instanceof UserInput.Clicked(Action.Command command)
                && (command.name().equals(ConversationCommand.STATUS.id())
                        || command.name().equals(ConversationCommand.FORM.id()));
    }
}
