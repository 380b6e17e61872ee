package dev.tunewise.app.session;

import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Consultations whose replies leave without delay: every turn tells the courier. */
record NotifyingConsultations(Consultations turns, OutboxRelay courier) implements Consultations {

    @Override
    public Taken open(String flow, Address address, InboundEvent inbound) {
        return told(turns.open(flow, address, inbound));
    }

    @Override
    public Taken take(String conversation, InboundEvent inbound) {
        return told(turns.take(conversation, inbound));
    }

    private Taken told(Taken taken) {
        if (taken instanceof Taken.Done) {
            courier.nudge();
        }
        return taken;
    }

    @Override
    public Map<String, String> refused(String conversation, Map<String, String> values) {
        return turns.refused(conversation, values);
    }

    @Override
    public Optional<Conversation> at(Address address) {
        return turns.at(address);
    }

    @Override
    public Optional<Conversation> find(String conversation) {
        return turns.find(conversation);
    }

    @Override
    public List<ConversationStore.Kept> posts(String conversation) {
        return turns.posts(conversation);
    }

    @Override
    public Optional<Seen> see(String conversation) {
        return turns.see(conversation);
    }
}
