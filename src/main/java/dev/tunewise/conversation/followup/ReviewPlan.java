package dev.tunewise.conversation.followup;

import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.step.TurnBuilder;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives an answer the day on which it is looked at again: what the flow says, or the last day of a model in it, whichever comes first. */
public final class ReviewPlan {
    /** Plans for an answer that is given now; what people chose before stays. */
    public static void concluded(TurnBuilder work, FlowContext kit, String verdict) {
        note(work, day(kit, work.now(), kit.flow().verdict(verdict).reviewMonths(), today(work)));
    }

    /** An answer that stands no more needs no review. */
    public static void withdrawn(TurnBuilder work) {
        note(work, null);
    }

    private static void note(TurnBuilder work, @Nullable LocalDate day) {
        FollowUp known = work.now().mind().followUp();
        FollowUp planned = known.planned(day);
        if (!planned.equals(known)) {
            work.change(new Change.FollowedUp(planned));
        }
    }

    static LocalDate today(TurnBuilder work) {
        return work.at().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static @Nullable LocalDate day(FlowContext kit, ConversationState state, int months, LocalDate today) {
        return months == 0 ? null : first(today, months, kit.counsel().lastDay(kit.theCase(state)));
    }

    /** At the end of a month that is shorter, its last day. */
    static LocalDate first(LocalDate today, int months, Optional<LocalDate> lastDay) {
        LocalDate usual = today.plusMonths(months);
        return lastDay.filter(end -> end.isAfter(today) && end.isBefore(usual)).orElse(usual);
    }
}
