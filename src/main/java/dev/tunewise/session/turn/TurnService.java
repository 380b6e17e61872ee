package dev.tunewise.session.turn;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.InputLimits;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.step.TurnResult;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.conversation.understanding.Proposal;
import dev.tunewise.reading.result.ReadingContext;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.ConversationStore.Appended;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.StateCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes turns: load, fold, step, commit once; again from the start when somebody else committed first. Safe for use by several threads.
 *
 * @param proposer a language model, or none
 * @param ids fresh ids for consultations, URL-safe and not guessable
 * @param traffic counts turns while they are made and hears of every one that was committed
 */
public record TurnService(
        ConversationStore store,
        EngineRegistry machines,
        StateCache folds,
        Proposer proposer,
        SummaryRouter summaries,
        Supplier<String> ids,
        TurnTraffic traffic)
        implements Consultations {
    /** Far more than any thread needs: each round lost means that somebody else's turn was kept. */
    private static final int ROUNDS = 50;

    /** Less than most turns take: where they follow one another without a pause, other work goes on as well. */
    private static final Duration A_TURN = Duration.ofMillis(10);

    @Override
    public Taken open(String flow, Address address, InboundEvent inbound) {
        return traffic.during(() -> opened(flow, address, inbound));
    }

    @Override
    public Taken take(String conversation, InboundEvent inbound) {
        return traffic.during(() -> taken(conversation, inbound));
    }

    @Override
    public void letTurnsPass() {
        traffic.letPass(A_TURN);
    }

    private Taken opened(String flow, Address address, InboundEvent inbound) {
        Optional<ConversationEngine> machine = machines.machine(flow);
        if (machine.isEmpty()) {
            return new Taken.Missing("flow `" + flow + "`");
        }
        Conversation head = new Conversation(ids.get(), flow, address, inbound.at(), 0, List.of());
        StateCache.Fold fold = new StateCache.Fold(head, machine.get().flow().fingerprint(), ConversationState.NEW);
        Turn turn = turn(machine.get(), fold, inbound, proposals(machine.get(), ConversationState.NEW, inbound));
        return switch (store.create(head, turn.digest(), turn.entry(), turn.posts())) {
            case Appended.Done(long version) -> done(turn, version);
            case Appended.Duplicate(String conversation) -> new Taken.Repeated(conversation);
            case Appended.Conflict _ ->
                throw new IllegalStateException("The id " + head.id() + " of a new consultation is taken already");
        };
    }

    private Taken taken(String conversation, InboundEvent inbound) {
        List<Proposal> proposals = null;
        for (int round = 0; round < ROUNDS; round++) {
            Optional<StateCache.Fold> fold = load(conversation);
            if (fold.isEmpty()) {
                return new Taken.Missing("consultation `" + conversation + "`");
            }
            Optional<ConversationEngine> machine =
                    machines.machine(fold.get().head().flow());
            if (machine.isEmpty()) {
                return new Taken.Missing("flow `" + fold.get().head().flow() + "`");
            }
            StateCache.Fold current = along(machine.get(), fold.get());
            if (proposals == null) {
                proposals = proposals(machine.get(), current.state(), inbound);
            }
            Turn turn = turn(machine.get(), current, inbound, proposals);
            if (turn.overheard()) {
                return new Taken.Done(conversation, current.head().version(), List.of());
            }
            Appended appended =
                    store.append(conversation, current.head().version(), turn.digest(), turn.entry(), turn.posts());
            switch (appended) {
                case Appended.Done(long version) -> {
                    return done(turn, version);
                }
                case Appended.Duplicate(String known) -> {
                    return new Taken.Repeated(known);
                }
                case Appended.Conflict _ -> folds.forget(conversation);
            }
        }
        throw new IllegalStateException("Consultation " + conversation + " was changed by others " + ROUNDS
                + " times while one turn was tried; the event can be delivered again");
    }

    /** A step with what is to be kept of it. */
    private record Turn(
            StateCache.Fold before, TurnResult step, Entry entry, List<Post> posts, ConversationSummary digest) {
        /** Talk among people that was not for us; it is none of our business to keep it. */
        boolean overheard() {
            boolean unasked = entry.input() instanceof UserInput.Said(String _, boolean addressed) && !addressed;
            // An edit of what is kept is kept too: its words take the place of those of before.
            boolean ofOthers = entry.input() instanceof UserInput.Edited edited
                    && edited.entries().isEmpty();
            return posts.isEmpty()
                    && step.idle()
                    && (unasked || ofOthers || entry.input() instanceof UserInput.TimeCame);
        }
    }

    private Turn turn(
            ConversationEngine machine, StateCache.Fold fold, InboundEvent inbound, List<Proposal> proposals) {
        Author author = InputLimits.within(inbound.author());
        UserInput input = inbound.located(
                () -> store.find(fold.head().id()).map(Conversation::entries).orElse(List.of()));
        TurnResult step = machine.step(fold.state(), author, inbound.at(), input, proposals, inbound.alone());
        Entry entry = new Entry(
                inbound.key(), author, inbound.at(), inbound.message(), InputLimits.within(input), step.changes());
        SummaryPosts summing = new SummaryPosts(store, summaries);
        List<Post> posts = new ArrayList<>(new MoneyRedaction(store, summaries)
                .shown(fold.head(), input, machine, step.after(), summing.placed(fold, step)));
        posts.addAll(summing.after(machine, fold, inbound, step));
        return new Turn(fold, step, entry, posts, fold.summary(machine, step.after(), inbound.at()));
    }

    private Taken done(Turn turn, long version) {
        Conversation head = turn.before().head();
        folds.put(
                head.id(),
                new StateCache.Fold(
                        head.head(version), turn.before().edition(), turn.step().after()));
        traffic.committed();
        return new Taken.Done(head.id(), version, turn.posts());
    }

    private List<Proposal> proposals(ConversationEngine machine, ConversationState state, InboundEvent inbound) {
        UserInput input = InputLimits.within(inbound.input());
        return machine.unread(state, input)
                .map(text -> proposer.propose(
                        text, machine.flow(), new ReadingContext(machine.asking(state), state.understood())))
                .orElse(List.of());
    }

    private Optional<StateCache.Fold> load(String conversation) {
        return folds.get(conversation)
                .or(() -> store.find(conversation)
                        .map(found -> machines.machine(found.flow())
                                .map(machine -> fold(machine, found))
                                .orElseGet(() ->
                                        new StateCache.Fold(found.head(found.version()), "", ConversationState.NEW))));
    }

    private static StateCache.Fold fold(ConversationEngine machine, Conversation conversation) {
        return new StateCache.Fold(
                conversation.head(conversation.version()),
                machine.flow().fingerprint(),
                machine.state(conversation.entries()));
    }

    /** The fold along the edition that the machine follows; another edition folds again. */
    private StateCache.Fold along(ConversationEngine machine, StateCache.Fold fold) {
        return fold.edition().equals(machine.flow().fingerprint())
                ? fold
                : store.find(fold.head().id())
                        .map(conversation -> fold(machine, conversation))
                        .orElse(fold);
    }

    @Override
    public Map<String, String> refused(String conversation, Map<String, String> values) {
        return store.find(conversation)
                .flatMap(found -> machines.machine(found.flow()))
                .map(machine -> machine.refused(values))
                .orElse(Map.of());
    }

    @Override
    public Optional<Conversation> find(String conversation) {
        return store.find(conversation);
    }

    @Override
    public Optional<Conversation> head(String conversation) {
        return load(conversation).map(StateCache.Fold::head);
    }

    @Override
    public List<ConversationStore.Kept> posts(String conversation) {
        return store.posts(conversation);
    }

    @Override
    public List<Post> newest(String conversation) {
        return store.newest(conversation);
    }

    @Override
    public Optional<Seen> see(String conversation) {
        return store.find(conversation)
                .flatMap(found -> machines.machine(found.flow())
                        .map(machine -> new Seen(found, machine.flow(), machine.state(found.entries()))));
    }

    @Override
    public Optional<Seen> see(String conversation, long version) {
        return folds.get(conversation)
                .filter(fold -> fold.head().version() == version)
                .flatMap(fold -> machines.machine(fold.head().flow())
                        .filter(machine -> fold.edition().equals(machine.flow().fingerprint()))
                        .map(machine -> new Seen(fold.head(), machine.flow(), fold.state())))
                .or(() -> see(conversation));
    }
}
