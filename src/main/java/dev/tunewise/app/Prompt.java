package dev.tunewise.app;

import dev.tunewise.session.Address;
import dev.tunewise.session.Consultations;
import dev.tunewise.session.Conversation;
import dev.tunewise.session.ConversationStore;
import dev.tunewise.session.Inbound;
import java.util.List;
import java.util.Optional;

/** Consultations whose replies leave without delay: every turn tells the courier. */
record Prompt(Consultations turns, Courier courier) implements Consultations {

    @Override
    public Taken open(String flow, Address address, Inbound inbound) {
        return told(turns.open(flow, address, inbound));
    }

    @Override
    public Taken take(String conversation, Inbound inbound) {
        return told(turns.take(conversation, inbound));
    }

    private Taken told(Taken taken) {
        if (taken instanceof Taken.Done) {
            courier.nudge();
        }
        return taken;
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
