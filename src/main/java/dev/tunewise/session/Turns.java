package dev.tunewise.session;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.Author;
import dev.tunewise.conversation.Change;
import dev.tunewise.conversation.Entry;
import dev.tunewise.conversation.Input;
import dev.tunewise.conversation.Limits;
import dev.tunewise.conversation.Machine;
import dev.tunewise.conversation.Proposal;
import dev.tunewise.conversation.State;
import dev.tunewise.conversation.Step;
import dev.tunewise.session.ConversationStore.Appended;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes turns: load, fold, step, commit once; again from the start when somebody else committed first. Safe for use by several threads. */
public final class Turns implements Consultations {
    /** Far more than any thread needs: each round lost means that somebody else's turn was kept. */
    private static final int ROUNDS = 50;

    private final ConversationStore store;
    private final Machines machines;
    private final Folds folds;
    private final Proposer proposer;
    private final Summaries summaries;
    private final Supplier<String> ids;

    /**
     * Turns.
     *
     * @param store where consultations are kept
     * @param machines the flows that are served
     * @param folds folded consultations at hand
     * @param proposer a language model, or none
     * @param summaries summaries for team channels
     * @param ids fresh ids for consultations, URL-safe and not guessable
     */
    public Turns(
            ConversationStore store,
            Machines machines,
            Folds folds,
            Proposer proposer,
            Summaries summaries,
            Supplier<String> ids) {
        this.store = store;
        this.machines = machines;
        this.folds = folds;
        this.proposer = proposer;
        this.summaries = summaries;
        this.ids = ids;
    }

    @Override
    public Taken open(String flow, Address address, Inbound inbound) {
        Optional<Machine> machine = machines.machine(flow);
        if (machine.isEmpty()) {
            return new Taken.Missing("flow `" + flow + "`");
        }
        Conversation head = new Conversation(ids.get(), flow, address, inbound.at(), 0, List.of());
        Folds.Fold fold = new Folds.Fold(head, machine.get().flow().fingerprint(), State.NEW);
        Turn turn = turn(machine.get(), fold, inbound, proposals(machine.get(), State.NEW, inbound));
        return switch (store.create(head, turn.digest(), turn.entry(), turn.posts())) {
            case Appended.Done(long version) -> done(turn, version);
            case Appended.Duplicate(String conversation) -> new Taken.Repeated(conversation);
            case Appended.Conflict _ ->
                throw new IllegalStateException("The id " + head.id() + " of a new consultation is taken already");
        };
    }

    @Override
    public Taken take(String conversation, Inbound inbound) {
        List<Proposal> proposals = null;
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Folds.Fold> fold = load(conversation);
            if (fold.isEmpty()) {
                return new Taken.Missing("consultation `" + conversation + "`");
            }
            Optional<Machine> machine = machines.machine(fold.get().head().flow());
            if (machine.isEmpty()) {
                return new Taken.Missing("flow `" + fold.get().head().flow() + "`");
            }
            Folds.Fold current = along(machine.get(), fold.get());
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
    private record Turn(Folds.Fold before, Step step, Entry entry, List<Post> posts, Digest digest) {
        /** Talk among people that was not for us; it is none of our business to keep it. */
        boolean overheard() {
            return step.idle() && entry.input() instanceof Input.Said(String _, boolean addressed) && !addressed;
        }
    }

    private Turn turn(Machine machine, Folds.Fold fold, Inbound inbound, List<Proposal> proposals) {
        Author author = Limits.within(inbound.author());
        Step step = machine.step(fold.state(), author, inbound.at(), inbound.input(), proposals);
        Entry entry = new Entry(
                inbound.key(), author, inbound.at(), inbound.message(), Limits.within(inbound.input()), step.changes());
        List<Post> posts = new ArrayList<>(step.posts());
        if (step.summarise() || concludes(step) || takesBack(fold.head().id(), step)) {
            Address address = store.find(fold.head().id())
                    .map(Conversation::address)
                    .orElse(fold.head().address());
            Optional<Post> summary = summaries.post(fold.head().id(), address, machine, step.after());
            if (step.summarise() && summaries.reachable(fold.head().id(), address)) {
                posts.add(where(inbound, machine.whereSummariesGo(summary.isPresent())));
            }
            summary.ifPresent(posts::add);
        }
        return new Turn(fold, step, entry, posts, digest(machine, fold, step.after(), inbound.at()));
    }

    /** Who asked for a summary is told where it goes, alone: the others need not know. */
    private static Post where(Inbound inbound, Text text) {
        return new Post(
                "summary:" + inbound.key(),
                new Post.Private(inbound.author().id()),
                List.of(new Block.Paragraph(text)),
                text.characters());
    }

    private static boolean concludes(Step step) {
        return step.changes().stream().anyMatch(change -> change instanceof Change.Concluded);
    }

    /** An answer that was told to a team channel stands no more, so the channel is told. */
    private boolean takesBack(String conversation, Step step) {
        return step.changes().stream().anyMatch(change -> change instanceof Change.Withdrawn)
                && store.posts(conversation).stream()
                        .anyMatch(kept -> kept.post().place() instanceof Post.Elsewhere);
    }

    private Taken done(Turn turn, long version) {
        Conversation head = turn.before().head();
        Conversation next =
                new Conversation(head.id(), head.flow(), head.address(), head.createdAt(), version, List.of());
        folds.put(
                head.id(),
                new Folds.Fold(next, turn.before().edition(), turn.step().after()));
        return new Taken.Done(head.id(), version, turn.posts());
    }

    private static Digest digest(Machine machine, Folds.Fold fold, State state, Instant at) {
        Machine.Outline outline = machine.outline(state);
        Digest.State where = state.stopped()
                ? Digest.State.STOPPED
                : outline.verdict().isEmpty() ? Digest.State.OPEN : Digest.State.CONCLUDED;
        Conversation head = fold.head();
        return new Digest(
                head.id(),
                head.flow(),
                head.address(),
                outline.title(),
                where,
                outline.verdict(),
                outline.headline(),
                outline.monthly(),
                head.createdAt(),
                at);
    }

    private List<Proposal> proposals(Machine machine, State state, Inbound inbound) {
        if (proposer.equals(Proposer.NONE)) {
            return List.of();
        }
        Input input = Limits.within(inbound.input());
        return machine.unread(state, input)
                .map(text -> proposer.propose(text, machine.flow(), state.answers()))
                .orElse(List.of());
    }

    private Optional<Folds.Fold> load(String conversation) {
        Optional<Folds.Fold> known = folds.get(conversation);
        if (known.isPresent()) {
            return known;
        }
        return store.find(conversation).flatMap(this::fold);
    }

    private Optional<Folds.Fold> fold(Conversation conversation) {
        Optional<Machine> machine = machines.machine(conversation.flow());
        if (machine.isEmpty()) {
            return Optional.of(new Folds.Fold(head(conversation), "", State.NEW));
        }
        State state = machine.get().state(conversation.entries());
        return Optional.of(
                new Folds.Fold(head(conversation), machine.get().flow().fingerprint(), state));
    }

    private static Conversation head(Conversation conversation) {
        return new Conversation(
                conversation.id(),
                conversation.flow(),
                conversation.address(),
                conversation.createdAt(),
                conversation.version(),
                List.of());
    }

    /** The fold along the edition that the machine follows; another edition folds anew. */
    private Folds.Fold along(Machine machine, Folds.Fold fold) {
        if (fold.edition().equals(machine.flow().fingerprint())) {
            return fold;
        }
        return store.find(fold.head().id())
                .map(conversation -> new Folds.Fold(
                        head(conversation), machine.flow().fingerprint(), machine.state(conversation.entries())))
                .orElse(fold);
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

    @Override
    public Optional<Seen> see(String conversation) {
        return store.find(conversation)
                .flatMap(found -> machines.machine(found.flow())
                        .map(machine -> new Seen(found, machine.flow(), machine.state(found.entries()))));
    }
}
