package dev.tunewise.conversation.turn;

import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.step.TurnBuilder;

/** Gives the answer before all is asked, and asks on afterwards where somebody wants that. */
record AnswerNowCommand(FlowContext kit) {
    /** Gives the answer at once, with whatever has to be assumed. */
    void hurry(TurnBuilder work) {
        if (work.now().shown().leaning() == null) {
            work.say(kit.text("leaning-none"));
        } else {
            if (work.now().mind().reopened() != null) {
                work.change(new Change.Kept(work.now().mind().reopened()));
            }
            work.change(new Change.Hurried(true));
        }
    }

    /** Asks on after an answer that was given with something assumed. */
    void sharpen(TurnBuilder work) {
        if (work.now().mind().hurried()) {
            work.change(new Change.Hurried(false));
            work.say(kit.text("sharpen"));
        } else {
            work.say(kit.text("nothing-to-sharpen"));
        }
    }
}
