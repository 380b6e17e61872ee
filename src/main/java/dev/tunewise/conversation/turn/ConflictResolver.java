package dev.tunewise.conversation.turn;

import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.OpenConflict;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.wording.MessageKey;
import dev.tunewise.conversation.wording.ValueFormat;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import java.util.List;
import java.util.Optional;

/** Carries out what the thread decides: which of two people is right, which reading was meant, whether a proposal is taken. */
final class ConflictResolver {
    private final FlowContext kit;
    private final AnswerRecorder answering;

    ConflictResolver(FlowContext kit, AnswerRecorder answering) {
        this.kit = kit;
        this.answering = answering;
    }

    void settle(TurnBuilder work, List<String> facts, String written) {
        if (facts.isEmpty()) {
            work.tell(kit.wording().text(MessageKey.GONE));
            return;
        }
        Fact fact = kit.fact(facts.getFirst());
        switch (work.now().doubts().get(fact.id())) {
            case OpenConflict.Readings readings -> {
                Optional<Value> meant = readings.readings().stream()
                        .filter(reading -> ValueFormat.written(reading).equals(written))
                        .findFirst()
                        .or(() -> kit.values().parse(fact, written));
                meant.ifPresentOrElse(
                        value -> take(work, fact, value, readings.quote()), () -> settledAlready(work, fact));
            }
            case OpenConflict.Dispute dispute -> dispute(work, fact, dispute, written);
            case null, default -> settledAlready(work, fact);
        }
    }

    private void take(TurnBuilder work, Fact fact, Value value, String quote) {
        RecordedAnswer held = work.now().mind().held().get(fact.id());
        if (held == null || held.assumed()) {
            work.change(new Change.Answered(fact.id(), value, quote));
        } else if (AnswerRecorder.same(held.value(), value)) {
            work.change(new Change.Kept(fact.id()));
        } else {
            answering.changed(work, fact, held, value, quote, true);
        }
    }

    private void dispute(TurnBuilder work, Fact fact, OpenConflict.Dispute dispute, String written) {
        RecordedAnswer held = work.now().mind().held().get(fact.id());
        if (written.equals(ValueFormat.written(dispute.value()))) {
            take(work, fact, dispute.value(), dispute.quote());
        } else if (held != null && written.equals(ValueFormat.written(held.value()))) {
            work.change(new Change.Kept(fact.id()));
        } else {
            settledAlready(work, fact);
        }
    }

    void confirm(TurnBuilder work, List<String> facts) {
        for (String id : facts) {
            Fact fact = kit.fact(id);
            if (work.now().doubts().get(id) instanceof OpenConflict.Proposal proposal) {
                take(work, fact, proposal.value(), proposal.quote());
            } else {
                settledAlready(work, fact);
            }
        }
    }

    void reject(TurnBuilder work, List<String> facts) {
        for (String id : facts) {
            if (work.now().doubts().get(id) instanceof OpenConflict.Proposal) {
                work.change(new Change.Kept(id));
            } else {
                settledAlready(work, kit.fact(id));
            }
        }
    }

    private void settledAlready(TurnBuilder work, Fact fact) {
        work.tell(kit.wording().text(MessageKey.ALREADY_SETTLED, kit.words().label(fact)));
    }
}
