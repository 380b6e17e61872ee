package dev.tunewise.conversation;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Standing;
import dev.tunewise.money.NumberFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The consultation along one edition of a flow, as a function: a state and what somebody did give the changes to log and the posts to show. Safe
 * for use by several threads.
 */
public final class Machine {
    private final Kit kit;
    private final Agenda.Planner planner;
    private final Talk talk;
    private final Clicks clicks;
    private final Commands commands;
    private final Closing closing;
    private final Recap recap;
    private final RootCard root;

    /**
     * A machine.
     *
     * @param flow the edition of the flow that it follows
     * @param ports where advice, understanding and names come from
     * @param wording the machine's own sentences
     */
    public Machine(Flow flow, Ports ports, Wording wording) {
        this.kit = Kit.of(flow, ports.counsel(), ports.catalogue(), wording);
        this.planner = new Agenda.Planner(kit);
        Answering answering = new Answering(kit);
        Bounds bounds = new Bounds(kit);
        this.commands = new Commands(kit, planner, answering);
        this.clicks = new Clicks(kit, answering, bounds);
        this.talk = new Talk(
                kit,
                planner,
                answering,
                commands,
                bounds,
                new Talk.Ears(ports.interpreter(), ports.almanac(), ports.counting()));
        this.closing = new Closing(kit, planner);
        this.recap = new Recap(kit);
        this.root = new RootCard(kit);
    }

    /**
     * What the machine needs from others.
     *
     * @param counsel the advice
     * @param interpreter understands what people type
     * @param almanac answers questions that people put to us
     * @param catalogue names that facts with a catalogue take
     * @param counting counts the tokens of what people paste
     */
    public record Ports(
            Counsel counsel, Interpreter interpreter, Almanac almanac, Catalogue catalogue, Counting counting) {
        /** Ports of a machine that counts no tokens. */
        public Ports(Counsel counsel, Interpreter interpreter, Almanac almanac, Catalogue catalogue) {
            this(counsel, interpreter, almanac, catalogue, Counting.none());
        }
    }

    /** The flow that it follows. */
    public Flow flow() {
        return kit.flow();
    }

    /** The state after these entries. */
    public State state(List<Entry> entries) {
        return Fold.state(kit.flow(), entries);
    }

    /** Takes one input. */
    public Step step(State state, Author author, Instant at, Input input) {
        return step(state, author, at, input, List.of());
    }

    /**
     * Takes one input.
     *
     * @param state where the consultation stands
     * @param author who did it
     * @param at when
     * @param input what they did
     * @param proposals what a language model read in it; they are shown as such and wait for a person
     */
    public Step step(State state, Author author, Instant at, Input input, List<Proposal> proposals) {
        Work work = new Work(kit.flow(), state, Limits.within(author), at);
        revise(work);
        if (Limits.tooLong(input)) {
            work.say(kit.wording().text(Phrase.TOO_LONG, NumberFormat.number(BigDecimal.valueOf(Limits.TEXT))));
        }
        switch (Limits.within(input)) {
            case Input.Opened(String text) -> talk.open(work, text, proposals);
            case Input.Imported imported -> talk.restore(work, imported);
            case Input.Said(String text, boolean addressed) -> talk.said(work, text, addressed, proposals);
            case Input.Clicked(Action action) -> clicked(work, action);
            case Input.Filled(Map<String, String> values) -> {
                if (state.stopped()) {
                    commands.rests(work);
                } else {
                    clicks.form(work, values);
                }
            }
        }
        return closing.close(work);
    }

    /** Notes another edition of the flow, and says so where somebody has begun under the old one. */
    private void revise(Work work) {
        String edition = work.before().shown().edition();
        if (edition.equals(kit.flow().fingerprint())) {
            return;
        }
        work.change(new Change.Followed(kit.flow().version(), kit.flow().fingerprint()));
        if (work.before().entries() > 0 && matters(work.before())) {
            work.say(kit.wording().text(Phrase.FLOW_CHANGED));
        }
    }

    /** Says whether under this edition the answer or the open question is another one than what the thread has seen. */
    private boolean matters(State state) {
        Agenda agenda = planner.agenda(state);
        Optional<String> rule =
                agenda.decided() && agenda.standing() instanceof Standing.Decided(Rule decided, var _, var _)
                        ? Optional.of(decided.id())
                        : Optional.empty();
        boolean otherAnswer =
                state.concluded().isPresent() && !state.concluded().equals(rule);
        return otherAnswer || !agenda.stale().isEmpty() || !agenda.next().isEmpty();
    }

    private void clicked(Work work, Action action) {
        switch (action) {
            case Action.Answer _ when work.now().stopped() -> commands.rests(work);
            case Action.Answer answer -> clicks.answer(work, answer);
            case Action.Command command when work.now().stopped() && !runsAtRest(command) -> commands.rests(work);
            case Action.Command command -> commands.take(work, command);
            case Action.Open _ -> {}
        }
    }

    private static boolean runsAtRest(Action.Command command) {
        return Verb.of(command.name()).filter(Verb::worksAtRest).isPresent();
    }

    /** Text that a language model may look at: typed to us, with words in it that the rules leave unread. */
    public Optional<String> unread(State state, Input input) {
        return talk.unread(state, input);
    }

    /** The summary for people who were not there, as blocks and as one plain sentence. */
    public Summary summary(State state) {
        Recap.Told told = recap.tell(state, planner.agenda(state));
        return new Summary(told.decided(), told.blocks(), told.plain());
    }

    /**
     * What to say to somebody who asked for a summary.
     *
     * @param posted whether a team channel shows it too
     */
    public Text whereSummariesGo(boolean posted) {
        return kit.wording().text(posted ? Phrase.SUMMARY_POSTED : Phrase.SUMMARY_NOWHERE);
    }

    /**
     * A summary of a consultation.
     *
     * @param decided whether there is an answer in it
     * @param blocks what it shows
     * @param plain the same in a sentence
     */
    public record Summary(boolean decided, List<Block> blocks, String plain) {
        public Summary {
            blocks = List.copyOf(blocks);
        }
    }

    /** The outline that lists show. */
    public Outline outline(State state) {
        Shown.Said said = state.shown().said();
        String monthly = said == null
                ? ""
                : kit.counsel().advise(state.answers(), state.parameters()).monthly();
        return new Outline(
                root.title(state), said == null ? "" : said.verdict(), said == null ? "" : said.headline(), monthly);
    }

    /**
     * A consultation in a line.
     *
     * @param title the problem in a few words
     * @param verdict id of the verdict; empty while open
     * @param headline the verdict in a sentence; empty while open
     * @param monthly the monthly figure, formatted; empty where there is none
     */
    public record Outline(String title, String verdict, String headline, String monthly) {}

    /** The facts that the thread is being asked for, the question first. */
    public List<String> asking(State state) {
        return planner.agenda(state).asking();
    }
}
