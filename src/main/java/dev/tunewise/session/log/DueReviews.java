package dev.tunewise.session.log;

import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.LoggedDecision.Status;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.DecisionLog;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Has the decisions looked at again whose day has come. The same day of the same decision counts once, however many look for it: the event has
 * one key.
 *
 * @param zone whose days count
 * @param from the time of day before which nobody is asked
 * @param away whether nothing can be posted in a room for now: what falls due there is asked once it is back
 * @param owners whom it asks whether somebody still sees to what falls due
 * @param failed told of a consultation that could not be asked; it is tried again with the next look
 */
public record DueReviews(
        DecisionLog log,
        Consultations consultations,
        ZoneId zone,
        LocalTime from,
        Predicate<Address> away,
        Owners owners,
        BiConsumer<String, RuntimeException> failed) {
    /** So many at a time; the rest follow with the next look. */
    private static final int MOST = 500;

    private static final Set<Status> STANDING = Set.of(Status.DECIDED, Status.ACTED_ON, Status.REVISITED);

    /** Asks what is due, and says how many were asked. */
    public int ask(Instant now) {
        DecisionLog.Filter due = DecisionLog.Filter.of(List.of(DecisionLog.Place.EVERYWHERE), MOST)
                .standing(STANDING)
                .dueBy(day(now));
        int asked = 0;
        int behind = 0;
        List<ConversationSummary> some = log.list(due);
        while (!some.isEmpty()) {
            asked += ask(some, now);
            if (asked > 0 || some.size() < MOST) {
                return asked;
            }
            // All of these wait, and must not keep the others waiting.
            behind += MOST;
            some = log.list(due.page(behind, MOST));
        }
        return asked;
    }

    private int ask(List<ConversationSummary> due, Instant now) {
        int asked = 0;
        for (ConversationSummary decision : due) {
            if (away.test(decision.address())) {
                continue;
            }
            try {
                owners.look(List.of(decision), now);
                asked += consultations.take(decision.id(), event(decision, now)) instanceof Consultations.Taken.Done
                        ? 1
                        : 0;
            } catch (RuntimeException e) {
                failed.accept(decision.id(), e);
            }
        }
        return asked;
    }

    /** The last day whose reviews may be asked at that time. */
    private LocalDate day(Instant now) {
        ZonedDateTime there = now.atZone(zone);
        return there.toLocalTime().isBefore(from) ? there.toLocalDate().minusDays(1) : there.toLocalDate();
    }

    private static InboundEvent event(ConversationSummary decision, Instant now) {
        return new InboundEvent(
                "review:" + decision.id() + ":" + decision.logged().followUp().review(),
                Author.SERVICE,
                now,
                "",
                new UserInput.Clicked(ConversationCommand.REVIEW_NOW.action()));
    }
}
