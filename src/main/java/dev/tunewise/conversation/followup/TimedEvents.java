package dev.tunewise.conversation.followup;

import dev.tunewise.chat.Block;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.card.RootCard;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.step.TurnBuilder;
import java.util.ArrayList;
import java.util.List;

/** What a consultation does when the time for something came: reminds of an open question, tells that figures moved. */
public record TimedEvents(FlowContext kit, QuestionPlan.Planner planner) {
    /** The time came. */
    public void take(TurnBuilder work, UserInput.TimeCame came) {
        switch (came.occasion()) {
            case UserInput.TimeCame.REMINDER -> remind(work, came);
            case UserInput.TimeCame.WATCH -> moved(work, came);
            case UserInput.TimeCame.OWNER -> owner(work, came);
            default -> {
                // Another version knows what that is.
            }
        }
    }

    /** The answer is looked at again as prices and flow are now; the thread is told what moved and why. */
    private void moved(TurnBuilder work, UserInput.TimeCame came) {
        if (work.now().stopped() || work.now().concluded().isEmpty()) {
            return;
        }
        FollowUp.Moved how = new FollowUp.Moved(
                work.at(),
                came.details().getOrDefault("cause", ""),
                came.details().getOrDefault("before", ""),
                came.details().getOrDefault("now", ""));
        work.change(new Change.FollowedUp(work.now().mind().followUp().moved(how)));
        String stays = came.details().getOrDefault("stays", "");
        List<Block> blocks = new ArrayList<>(List.of(
                new Block.Paragraph(kit.text("watch-moved", how.cause())),
                new Block.Bullets(List.of(kit.text("watch-before", how.before()), kit.text("watch-now", how.now())))));
        if (!stays.isEmpty()) {
            blocks.add(new Block.Paragraph(kit.text("watch-stays", stays)));
        }
        work.say(blocks);
    }

    /** Cards, log and the next review say that nobody sees to it any more. */
    private static void owner(TurnBuilder work, UserInput.TimeCame came) {
        FollowUp known = work.now().mind().followUp();
        boolean left = Boolean.parseBoolean(came.details().get("left"));
        if (known.owner() != null
                && known.owner().id().equals(came.details().get("person"))
                && left == (known.left() == null)) {
            work.change(new Change.FollowedUp(known.left(left ? work.at() : null)));
        }
    }

    /** The question is put again, below a word on why. Where nothing is asked, nothing is said. */
    private void remind(TurnBuilder work, UserInput.TimeCame came) {
        boolean over = work.now().stopped() || work.now().concluded().isPresent();
        if (over || work.now().shown().reminded()) {
            return;
        }
        work.change(new Change.Reminding(false));
        if (!planner.agenda(work.now()).asking().isEmpty()) {
            work.say(kit.text(
                    "reminded",
                    new RootCard(kit).title(work.now()),
                    came.details().getOrDefault("days", "")));
            work.askAgain();
        }
    }
}
