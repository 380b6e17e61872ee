package dev.tunewise.conversation.followup;

import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.card.RootCard;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.conversation.wording.MessageKey;

/** Reminds of a question that nobody answered, once. */
public final class StallReminder {
    private final FlowContext kit;
    private final QuestionPlan.Planner planner;
    private final RootCard root;

    public StallReminder(FlowContext kit, QuestionPlan.Planner planner) {
        this.kit = kit;
        this.planner = planner;
        this.root = new RootCard(kit);
    }

    /** The time came: the question is put again, below a word on why. Where nothing is asked, nothing is said. */
    public void remind(TurnBuilder work, UserInput.TimeCame came) {
        boolean over = work.now().stopped() || work.now().concluded().isPresent();
        if (over || work.now().shown().reminded()) {
            return;
        }
        work.change(new Change.Reminding(false));
        if (!planner.agenda(work.now()).asking().isEmpty()) {
            work.say(kit.wording()
                    .text(
                            MessageKey.REMINDED,
                            root.title(work.now()),
                            came.details().getOrDefault("days", "")));
            work.askAgain();
        }
    }
}
