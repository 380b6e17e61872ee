package dev.tunewise.conversation.turn;

import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.OpenConflict;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.conversation.wording.ValueFormat;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Carries out what the thread decides: which of two people is right, which reading was meant, whether a proposal is taken. */
record ConflictResolver(FlowContext kit, AnswerRecorder answering) {
    void settle(TurnBuilder work, List<String> facts, String written) {
        if (facts.isEmpty()) {
            work.tell(kit.text("gone"));
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

    /** Takes what was proposed; with a value only that item of a list, and the others stay proposed. */
    void confirm(TurnBuilder work, List<String> facts, String item) {
        decide(work, facts, item, (fact, proposal) -> {
            Value value = item.isEmpty() ? proposal.value() : new Value.Choices(List.of(item));
            take(work, fact, joined(work, fact, value), proposal.quote());
        });
    }

    /** Drops what was proposed; with a value only that item of a list. */
    void reject(TurnBuilder work, List<String> facts, String item) {
        decide(work, facts, item, (fact, _) -> work.change(new Change.Kept(fact.id())));
    }

    private void decide(
            TurnBuilder work, List<String> facts, String item, BiConsumer<Fact, OpenConflict.Proposal> decision) {
        for (String id : facts) {
            Fact fact = kit.fact(id);
            if (work.now().doubts().get(id) instanceof OpenConflict.Proposal proposal && has(proposal, item)) {
                decision.accept(fact, proposal);
                others(work, fact, proposal, item);
            } else {
                settledAlready(work, fact);
            }
        }
    }

    private static boolean has(OpenConflict.Proposal proposal, String item) {
        return item.isEmpty()
                || (proposal.value() instanceof Value.Choices(List<String> items) && items.contains(item));
    }

    /** A list that is confirmed item by item grows. */
    private static Value joined(TurnBuilder work, Fact fact, Value value) {
        RecordedAnswer held = work.now().mind().held().get(fact.id());
        return held != null
                        && !held.assumed()
                        && held.value() instanceof Value.Choices(List<String> some)
                        && value instanceof Value.Choices(List<String> more)
                ? AnswerRecorder.joined(fact, some, more)
                : value;
    }

    private static void others(TurnBuilder work, Fact fact, OpenConflict.Proposal proposal, String item) {
        if (!item.isEmpty() && proposal.value() instanceof Value.Choices(List<String> items) && items.size() > 1) {
            List<String> left =
                    items.stream().filter(each -> !each.equals(item)).toList();
            work.change(new Change.Proposed(fact.id(), new Value.Choices(left), proposal.quote()));
        }
    }

    private void settledAlready(TurnBuilder work, Fact fact) {
        work.tell(kit.text("already-settled", kit.label(fact)));
    }
}
