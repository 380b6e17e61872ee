package dev.tunewise.conversation.followup;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.FollowUp;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.conversation.step.TurnBuilder;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks whether an answer still holds, with the answers that it rests on filled in, and takes that it does. */
public record ReviewCommands(FlowContext kit) {
    /**
     * Asks. It is done once for a day: the next answer, or that it holds, plans the next.
     *
     * @param form all that was answered and can still matter, to be filled in again; empty where there is nothing
     */
    public void ask(TurnBuilder work, Optional<Block.Form> form) {
        ConversationState state = work.now();
        ThreadState.Said said = state.shown().said();
        ThreadState.Decided decided = state.shown().decided();
        FollowUp known = state.mind().followUp();
        boolean ours = work.author().equals(Author.SERVICE);
        if (said == null || decided == null || ours && (state.stopped() || known.review() == null)) {
            work.change(new Change.FollowedUp(known.looked()));
            if (!ours) {
                work.say(kit.text("acted-on-nothing"));
            }
            return;
        }
        work.change(new Change.FollowedUp(known.looked()));
        LocalDate day = decided.last().atZone(ZoneOffset.UTC).toLocalDate();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(
                kit.text("review-asks", kit.wording().day(day), said.given().headline())));
        if (known.owner() != null && known.left() != null) {
            blocks.add(new Block.Paragraph(
                    kit.text("review-owner-left", known.owner().name())));
        }
        FollowUp.Moved moved = known.moved();
        if (moved != null) {
            LocalDate then = moved.at().atZone(ZoneOffset.UTC).toLocalDate();
            blocks.add(
                    new Block.Paragraph(kit.text("review-moved", kit.wording().day(then), moved.cause())));
            blocks.add(new Block.Bullets(
                    List.of(kit.text("watch-before", moved.before()), kit.text("watch-now", moved.now()))));
        }
        form.ifPresent(filled -> {
            blocks.add(new Block.Paragraph(kit.text("review-answers")));
            blocks.add(filled);
        });
        kit.flow()
                .texts()
                .find("reviews." + said.verdict())
                .ifPresent(more -> blocks.add(new Block.Paragraph(Text.plain(more))));
        blocks.add(new Block.Buttons(
                List.of(Button.plain(kit.plain("button-still-holds"), ConversationCommand.STILL_HOLDS.action()))));
        work.say(blocks);
    }

    /** It was looked at, and stands: the next day is planned. */
    public void holds(TurnBuilder work) {
        work.say(held(work));
    }

    /** The same, with what to say of it. */
    Text held(TurnBuilder work) {
        ThreadState.Said said = work.now().shown().said();
        if (said == null) {
            return kit.text("acted-on-nothing");
        }
        work.change(new Change.Revisited());
        work.change(new Change.FollowedUp(work.now().mind().followUp().looked()));
        ReviewPlan.concluded(work, kit, said.verdict());
        LocalDate next = work.now().mind().followUp().review();
        return next == null
                ? kit.text("review-holds")
                : kit.text("review-holds-until", kit.wording().day(next));
    }
}
