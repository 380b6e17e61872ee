package dev.tunewise.conversation.turn;

import dev.tunewise.chat.Button;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.OpenConflict;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import java.math.BigDecimal;
import java.util.List;

/** Takes an answer to a fact: new, the same again, a change, or something that two people see differently. */
record AnswerRecorder(FlowContext kit) {
    /**
     * @param quote the words it was read from; empty when it was clicked or filled in
     * @param meant whether the person meant to change what was there, so that it is no disagreement
     * @return whether it had any effect
     */
    boolean take(TurnBuilder work, Fact fact, Value value, String quote, boolean meant) {
        String id = fact.id();
        ConversationState now = work.now();
        RecordedAnswer held = now.mind().held().get(id);
        if (now.doubts().get(id) instanceof OpenConflict.Dispute dispute && held != null && !meant) {
            return join(work, fact, value, quote, held, dispute);
        }
        boolean same = held != null && same(held.value(), value);
        if (held == null || held.assumed()) {
            work.change(new Change.Answered(id, value, quote));
            return true;
        }
        boolean asked = id.equals(now.mind().reopened());
        if (same) {
            boolean open = asked || now.doubts().containsKey(id);
            if (open) {
                work.change(new Change.Kept(id));
            }
            return open;
        }
        if (asked || meant || sameAuthor(held, work)) {
            changed(work, fact, held, value, quote, !asked);
        } else {
            work.change(new Change.Disputed(id, value, quote));
        }
        return true;
    }

    /**
     * A value for a fact on which two people differ already: who repeats himself changes nothing, who disagrees with himself says something else,
     * and everybody else decides.
     */
    private boolean join(
            TurnBuilder work, Fact fact, Value value, String quote, RecordedAnswer held, OpenConflict.Dispute dispute) {
        boolean disputer = dispute.by().id().equals(work.author().id());
        boolean kept = same(held.value(), value);
        if (kept ? sameAuthor(held, work) : disputer && same(dispute.value(), value)) {
            if (!quote.isEmpty()) {
                work.say(kit.text("dispute-stays"));
            }
            return !quote.isEmpty();
        }
        if (kept) {
            work.change(new Change.Kept(fact.id()));
        } else if (disputer) {
            work.change(new Change.Disputed(fact.id(), value, quote));
        } else {
            changed(work, fact, held, value, quote.isEmpty() ? dispute.quote() : quote, true);
        }
        return true;
    }

    /** Puts one value in the place of another and says so. */
    void changed(TurnBuilder work, Fact fact, RecordedAnswer held, Value value, String quote, boolean announced) {
        work.change(new Change.Answered(fact.id(), value, quote));
        // What is asked is no answer: nobody needs to hear that he asks something else now.
        if (announced && !kit.flow().guidance().asking().contains(fact.id())) {
            Text changed = kit.text(
                    "changed",
                    kit.label(fact),
                    kit.values().shown(fact, held.value()),
                    kit.values().shown(fact, value),
                    work.author().name());
            work.say(
                    changed,
                    List.of(Button.quiet(kit.plain("button-change"), ConversationCommand.CHANGE.about(fact.id()))));
        }
    }

    /** What was said before with what is said now, in the fact's order: a second problem does not take back the first. */
    static Value joined(Fact fact, List<String> some, List<String> more) {
        return new Value.Choices(fact.choices().stream()
                .filter(choice -> some.contains(choice) || more.contains(choice))
                .toList());
    }

    private static boolean sameAuthor(RecordedAnswer held, TurnBuilder work) {
        return held.by().id().equals(work.author().id());
    }

    /** Equal for the advice; a range around the same figure is no other answer. */
    static boolean same(Value one, Value other) {
        if (one instanceof Value.Quantity(BigDecimal a, var _, var _)
                && other instanceof Value.Quantity(BigDecimal b, var _, var _)) {
            return a.compareTo(b) == 0;
        }
        return one.equals(other);
    }
}
