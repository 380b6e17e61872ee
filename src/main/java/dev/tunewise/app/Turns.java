package dev.tunewise.app;

import dev.tunewise.conversation.Entry;
import dev.tunewise.conversation.Machine;
import dev.tunewise.conversation.State;
import dev.tunewise.conversation.Step;
import dev.tunewise.session.Address;
import dev.tunewise.session.Consultations;
import dev.tunewise.session.Conversation;
import dev.tunewise.session.ConversationStore;
import dev.tunewise.session.ConversationStore.Appended;
import dev.tunewise.session.Digest;
import dev.tunewise.session.Inbound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes turns. */
final class Turns implements Consultations {
    private final ConversationStore store;
    private final Shelf shelf;

    Turns(ConversationStore store, Shelf shelf) {
        this.store = store;
        this.shelf = shelf;
    }

    @Override
    public Taken open(String flow, Address address, Inbound inbound) {
        Optional<Edition> edition = shelf.find(flow);
        if (edition.isEmpty()) {
            return new Taken.Missing(flow);
        }
        Machine machine = edition.get().machine();
        Step step = machine.step(State.NEW, inbound.author(), inbound.at(), inbound.input());
        Entry entry = entry(inbound, step);
        Conversation conversation =
                new Conversation(UUID.randomUUID().toString().replace("-", ""), flow, address, inbound.at(), 1, List.of(entry));
        return switch (store.create(conversation, digest(conversation, machine, step.after(), inbound.at()), entry, step.posts())) {
            case Appended.Done(long version) -> new Taken.Done(conversation.id(), version, step.posts());
            case Appended.Duplicate(String other) -> new Taken.Repeated(other);
            case Appended.Conflict _ -> throw new IllegalStateException("A new consultation cannot conflict");
        };
    }

    @Override
    public Taken take(String id, Inbound inbound) {
        while (true) {
            Optional<Conversation> found = store.find(id);
            Optional<Edition> edition = found.flatMap(each -> shelf.find(each.flow()));
            if (found.isEmpty() || edition.isEmpty()) {
                return new Taken.Missing(id);
            }
            Conversation conversation = found.get();
            Machine machine = edition.get().machine();
            State state = machine.state(conversation.entries());
            Step step = machine.step(state, inbound.author(), inbound.at(), inbound.input());
            Entry entry = entry(inbound, step);
            List<Entry> entries = new ArrayList<>(conversation.entries());
            entries.add(entry);
            Conversation after = new Conversation(
                    id, conversation.flow(), conversation.address(), conversation.createdAt(), entries.size(), entries);
            switch (store.append(
                    id,
                    conversation.version(),
                    digest(after, machine, step.after(), inbound.at()),
                    entry,
                    step.posts())) {
                case Appended.Done(long version) -> {
                    return new Taken.Done(id, version, step.posts());
                }
                case Appended.Duplicate(String other) -> {
                    return new Taken.Repeated(other);
                }
                case Appended.Conflict _ -> {}
            }
        }
    }

    @Override
    public Optional<Conversation> at(Address address) {
        return store.find(address);
    }

    @Override
    public Optional<Conversation> find(String conversation) {
        return store.find(conversation);
    }

    @Override
    public List<ConversationStore.Kept> posts(String conversation) {
        return store.posts(conversation);
    }

    private static Entry entry(Inbound inbound, Step step) {
        return new Entry(
                inbound.key(), inbound.author(), inbound.at(), inbound.message(), inbound.input(), step.changes());
    }

    private static Digest digest(Conversation conversation, Machine machine, State state, Instant at) {
        Machine.Outline outline = machine.outline(state);
        Digest.State stands = state.stopped()
                ? Digest.State.STOPPED
                : outline.verdict().isEmpty() ? Digest.State.OPEN : Digest.State.CONCLUDED;
        return new Digest(
                conversation.id(),
                conversation.flow(),
                conversation.address(),
                outline.title(),
                stands,
                outline.verdict(),
                outline.headline(),
                outline.monthly(),
                conversation.createdAt(),
                at);
    }
}
