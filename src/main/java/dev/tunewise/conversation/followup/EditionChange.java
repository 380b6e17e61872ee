package dev.tunewise.conversation.followup;

import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.interview.InterviewStatus;
import java.util.Optional;

/** A consultation that goes on along another edition of its flow than the one it began with. */
public record EditionChange(FlowContext kit, QuestionPlan.Planner planner) {
    /** Notes another edition of the flow, and says so where somebody has begun under the old one. */
    public void note(TurnBuilder work) {
        String edition = work.before().shown().edition();
        if (edition.equals(kit.flow().fingerprint())) {
            return;
        }
        work.change(new Change.Followed(kit.flow().version(), kit.flow().fingerprint()));
        if (work.before().entries() > 0 && matters(work.before())) {
            work.say(kit.text("flow-changed"));
        }
    }

    /** Says whether under this edition the answer or the open question is another one than what the thread has seen. */
    private boolean matters(ConversationState state) {
        QuestionPlan agenda = planner.agenda(state);
        Optional<String> rule =
                agenda.decided() && agenda.standing() instanceof InterviewStatus.Decided(Rule decided, var _, var _)
                        ? Optional.of(decided.id())
                        : Optional.empty();
        boolean otherAnswer =
                state.concluded().isPresent() && !state.concluded().equals(rule);
        return otherAnswer || !agenda.stale().isEmpty() || !agenda.next().isEmpty();
    }
}
