package dev.tunewise.conversation;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import java.util.List;
import java.util.Optional;

/** Carries out what the thread decides: which of two people is right, which reading was meant, whether a proposal is taken. */
final class Decisions {
    private final Kit kit;
    private final Answering answering;

    Decisions(Kit kit, Answering answering) {
        this.kit = kit;
        this.answering = answering;
    }

    void settle(Work work, List<String> facts, String written) {
        if (facts.isEmpty()) {
            work.tell(kit.wording().text(Phrase.GONE));
            return;
        }
        Fact fact = kit.fact(facts.getFirst());
        switch (work.now().doubts().get(fact.id())) {
            case Doubt.Readings readings -> {
                Optional<Value> meant = readings.readings().stream()
                        .filter(reading -> Values.written(reading).equals(written))
                        .findFirst()
                        .or(() -> kit.values().parse(fact, written));
                meant.ifPresentOrElse(
                        value -> take(work, fact, value, readings.quote()), () -> settledAlready(work, fact));
            }
            case Doubt.Dispute dispute -> dispute(work, fact, dispute, written);
            case null, default -> settledAlready(work, fact);
        }
    }

    private void take(Work work, Fact fact, Value value, String quote) {
        Held held = work.now().mind().held().get(fact.id());
        if (held == null || held.assumed()) {
            work.change(new Change.Answered(fact.id(), value, quote));
        } else if (Answering.same(held.value(), value)) {
            work.change(new Change.Kept(fact.id()));
        } else {
            answering.changed(work, fact, held, value, quote, true);
        }
    }

    private void dispute(Work work, Fact fact, Doubt.Dispute dispute, String written) {
        Held held = work.now().mind().held().get(fact.id());
        if (written.equals(Values.written(dispute.value()))) {
            take(work, fact, dispute.value(), dispute.quote());
        } else if (held != null && written.equals(Values.written(held.value()))) {
            work.change(new Change.Kept(fact.id()));
        } else {
            settledAlready(work, fact);
        }
    }

    void confirm(Work work, List<String> facts) {
        for (String id : facts) {
            Fact fact = kit.fact(id);
            if (work.now().doubts().get(id) instanceof Doubt.Proposal proposal) {
                take(work, fact, proposal.value(), proposal.quote());
            } else {
                settledAlready(work, fact);
            }
        }
    }

    void reject(Work work, List<String> facts) {
        for (String id : facts) {
            if (work.now().doubts().get(id) instanceof Doubt.Proposal) {
                work.change(new Change.Kept(id));
            } else {
                settledAlready(work, kit.fact(id));
            }
        }
    }

    private void settledAlready(Work work, Fact fact) {
        work.tell(kit.wording().text(Phrase.ALREADY_SETTLED, kit.words().label(fact)));
    }
}
