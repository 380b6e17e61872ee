package dev.tunewise.conversation.followup;

import dev.tunewise.conversation.answer.RenderedAdvice;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.state.LoggedDecision;
import dev.tunewise.conversation.state.LoggedDecision.Status;
import dev.tunewise.conversation.state.ThreadState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A consultation in a line, as lists and the log of decisions show it.
 *
 * @param verdict id of the verdict; empty while open
 * @param headline the verdict in a sentence; empty while open
 * @param monthly the monthly figure, formatted; empty where there is none
 */
public record ConversationOutline(
        String title, String verdict, String headline, String monthly, LoggedDecision logged) {
    /**
     * The outline of a state.
     *
     * @param advice what stands, where there is an answer
     * @param prices names the prices that it was calculated with
     */
    public static ConversationOutline of(
            String title, ConversationState state, Optional<RenderedAdvice> advice, String prices) {
        ThreadState.Said said = state.shown().said();
        return new ConversationOutline(
                title,
                said == null ? "" : said.verdict(),
                said == null ? "" : said.given().headline(),
                advice.map(RenderedAdvice::monthly).orElse(""),
                logged(state, advice, prices));
    }

    private static LoggedDecision logged(ConversationState state, Optional<RenderedAdvice> advice, String prices) {
        ThreadState.Decided stands =
                state.shown().said() == null ? null : state.shown().decided();
        return new LoggedDecision(
                status(state, stands),
                stands == null ? null : stands.last(),
                state.people().stream().map(Author::name).toList(),
                advice.map(RenderedAdvice::gain)
                        .map(RenderedAdvice.Gain::monthly)
                        .orElse(null),
                advice.map(RenderedAdvice::bearing)
                        .map(bearing -> new LoggedDecision.Footing(
                                bearing.lever(),
                                bearing.option(),
                                bearing.breakEvenOf(),
                                bearing.breakEven(),
                                prices,
                                state.shown().edition()))
                        .orElse(null),
                followUp(state.mind().followUp(), stands),
                state.shown().reminded(),
                state.shown().said() == null ? "" : state.shown().said().given().withoutCosts(),
                advice.filter(given -> given.card().after()).isPresent());
    }

    /** An answer that was given again was looked at again, whether somebody said so or not. */
    private static FollowUp followUp(FollowUp known, ThreadState.@Nullable Decided stands) {
        return stands != null && stands.again() && known.revisited() == null ? known.revisited(stands.last()) : known;
    }

    private static Status status(ConversationState state, ThreadState.@Nullable Decided stands) {
        FollowUp followUp = state.mind().followUp();
        if (followUp.superseded() != null) {
            return Status.SUPERSEDED;
        }
        if (stands == null) {
            return state.stopped() ? Status.STOPPED : Status.OPEN;
        }
        if (followUp.actedOn() != null) {
            return Status.ACTED_ON;
        }
        return stands.again() || followUp.revisited() != null ? Status.REVISITED : Status.DECIDED;
    }
}
