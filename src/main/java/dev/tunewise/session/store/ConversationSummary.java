package dev.tunewise.session.store;

import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.conversation.wording.LogReplies;
import java.time.Instant;

/**
 * What lists show of a consultation; kept up to date with every append, so that lists need not fold.
 *
 * @param state open, concluded or stopped
 * @param verdict id of the verdict; empty while open
 * @param headline the verdict in a sentence; empty while open
 * @param saving monthly figure to show, formatted; empty where there is none
 * @param logged what the log of decisions shows besides
 */
public record ConversationSummary(
        String id,
        String flow,
        Address address,
        String title,
        State state,
        String verdict,
        String headline,
        String saving,
        Instant createdAt,
        Instant updatedAt,
        LoggedDecision logged) {
    /**
     * A line of a list.
     *
     * @param url where to read it; empty where the channel cannot say
     * @param room the name of where it was held, where that is to be told; empty otherwise
     * @param unasked why its review cannot be asked for now; empty where it can
     * @param costs whether amounts of money may be seen
     */
    public LogReplies.Line line(String url, String room, String unasked, boolean costs) {
        return new LogReplies.Line(title, headline, saving, logged, url, room, unasked, costs);
    }

    public ConversationSummary titled(String other) {
        return new ConversationSummary(
                id, flow, address, other, state, verdict, headline, saving, createdAt, updatedAt, logged);
    }

    public ConversationSummary logged(LoggedDecision other) {
        return new ConversationSummary(
                id, flow, address, title, state, verdict, headline, saving, createdAt, updatedAt, other);
    }

    public enum State {
        OPEN,
        CONCLUDED,
        STOPPED
    }
}
