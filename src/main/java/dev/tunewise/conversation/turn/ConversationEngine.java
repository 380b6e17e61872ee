package dev.tunewise.conversation.turn;

import dev.tunewise.advice.Consultant;
import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.conversation.answer.AdviceBlocks;
import dev.tunewise.conversation.answer.GivenCase;
import dev.tunewise.conversation.answer.RenderedAdvice;
import dev.tunewise.conversation.card.ConstraintText;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.QuestionCards;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.card.RootCard;
import dev.tunewise.conversation.dialogue.Emoji;
import dev.tunewise.conversation.dialogue.UnreadInput;
import dev.tunewise.conversation.followup.ConversationOutline;
import dev.tunewise.conversation.followup.EditionChange;
import dev.tunewise.conversation.followup.SummaryWriter;
import dev.tunewise.conversation.followup.TimedEvents;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.InputLimits;
import dev.tunewise.conversation.state.StateReducer;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.conversation.step.TurnResult;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.understanding.Interpreter;
import dev.tunewise.conversation.understanding.KnowledgeBase;
import dev.tunewise.conversation.understanding.Proposal;
import dev.tunewise.conversation.understanding.TokenCountPort;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.conversation.wording.ValueCatalogue;
import dev.tunewise.flow.Flow;
import dev.tunewise.money.NumberFormat;
import dev.tunewise.reading.result.ReadingContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The consultation along one edition of a flow, as a function: a state and what somebody did give the changes to log and the posts to show. Safe
 * for use by several threads.
 */
public final class ConversationEngine {
    private final FlowContext kit;
    private final QuestionPlan.Planner planner;
    private final MessageHandler talk;
    private final ClickHandler clicks;
    private final EditHandler edits;
    private final CommandDispatcher commands;
    private final UnreadInput unread;

    /** `ports`: where advice, understanding and names come from. */
    public ConversationEngine(Flow flow, Ports ports, Messages wording) {
        this.kit = FlowContext.of(flow, ports.counsel(), ports.catalogue(), wording);
        this.planner = new QuestionPlan.Planner(kit);
        AnswerRecorder answering = new AnswerRecorder(kit);
        ConstraintText bounds = new ConstraintText(kit);
        this.commands = new CommandDispatcher(kit, planner, answering);
        this.clicks = new ClickHandler(kit, answering, bounds);
        this.talk = new MessageHandler(kit, planner, answering, commands, bounds, ports);
        this.edits = new EditHandler(kit, answering, talk.readings(), ports.interpreter());
        this.unread = new UnreadInput(planner, ports.interpreter(), flow);
    }

    /** What the machine needs from others. `almanac`: answers questions that people put to us. */
    public record Ports(
            AdviceBlocks counsel,
            Interpreter interpreter,
            KnowledgeBase almanac,
            ValueCatalogue catalogue,
            TokenCountPort counting) {}

    public Flow flow() {
        return kit.flow();
    }

    /** The open question with all its choices as a card; empty where nothing is asked. */
    public Optional<Post> question(ConversationState state) {
        return new QuestionCards(kit).open(state);
    }

    /**
     * The state that entries add up to. They may have been made with an older edition of the flow: renamed facts carry over, unknown ones are left
     * out, and values that no longer fit are asked again.
     */
    public ConversationState state(List<Entry> entries) {
        ConversationState state = ConversationState.NEW;
        for (Entry entry : entries) {
            state = after(state, entry);
        }
        return state;
    }

    /** The state after one more entry. */
    public ConversationState after(ConversationState state, Entry entry) {
        StateReducer folding = new StateReducer(kit.flow(), state, entry.author(), entry.at());
        entry.changes().forEach(folding::apply);
        return folding.done();
    }

    /** Takes one input, which everybody in the place may see the answer to. */
    public TurnResult step(ConversationState state, Author author, Instant at, UserInput input) {
        return step(state, author, at, input, List.of(), false);
    }

    /**
     * @param proposals what a language model read in it; they are shown as such and wait for a person
     * @param alone whether replies are for whoever did it only
     */
    public TurnResult step(
            ConversationState state,
            Author author,
            Instant at,
            UserInput input,
            List<Proposal> proposals,
            boolean alone) {
        TurnBuilder work = new TurnBuilder(kit.flow(), state, InputLimits.within(author), at);
        if (alone) {
            work.replyAlone();
        }
        new EditionChange(kit, planner).note(work);
        if (InputLimits.tooLong(input)) {
            work.say(kit.text("too-long", NumberFormat.number(BigDecimal.valueOf(InputLimits.TEXT))));
        }
        switch (InputLimits.within(input)) {
            case UserInput.Opened(String text) -> talk.open(work, text, proposals);
            case UserInput.Imported imported -> talk.readings().restore(work, imported);
            case UserInput.Said(String text, boolean addressed) -> {
                talk.said(work, Emoji.words(text), addressed, proposals);
                // What was typed stands below the question now.
                if (addressed && !work.changes().isEmpty()) {
                    work.askAgain();
                }
            }
            case UserInput.Edited edited -> edits.take(work, edited);
            case UserInput.Clicked(Action action) -> clicked(work, action);
            case UserInput.TimeCame came -> new TimedEvents(kit, planner).take(work, came);
            case UserInput.Filled _ when state.stopped() -> commands.rests(work);
            case UserInput.Filled(Map<String, String> values) -> clicks.form(work, values);
        }
        return new TurnRenderer(kit, planner).close(work);
    }

    private void clicked(TurnBuilder work, Action action) {
        switch (action) {
            case Action.Answer _ when work.now().stopped() -> commands.rests(work);
            case Action.Answer answer -> clicks.answer(work, answer);
            case Action.Command command when work.now().stopped() && !runsAtRest(command) -> commands.rests(work);
            case Action.Command command -> commands.take(work, command);
            case Action.Open _ -> {}
        }
    }

    private static boolean runsAtRest(Action.Command command) {
        return ConversationCommand.of(command.name())
                .filter(ConversationCommand::worksAtRest)
                .isPresent();
    }

    /** What a form would refuse: a sentence by the fact's id. */
    public Map<String, String> refused(Map<String, String> values) {
        Map<String, String> sentences = new LinkedHashMap<>();
        clicks.refused(values).forEach((fact, text) -> sentences.put(fact, text.characters()));
        return sentences;
    }

    /** Text that a language model may look at: typed to us, with words in it that the rules leave unread. */
    public Optional<String> unread(ConversationState state, UserInput input) {
        return unread.of(state, input);
    }

    /** What people are told who were not there. */
    public SummaryWriter summaries() {
        return new SummaryWriter(kit, planner);
    }

    public ConversationOutline outline(ConversationState state) {
        Optional<RenderedAdvice> advice =
                state.concluded().map(_ -> kit.counsel().advise(kit.theCase(state)));
        return ConversationOutline.of(new RootCard(kit).title(state), state, advice, prices());
    }

    /** What a text supposes of a case that stands in no thread, as a thread answers it, line by line; empty where it supposes nothing. */
    public List<String> supposed(String text, GivenCase given) {
        Interpretation heard = unread.interpreter().hear(text, new ReadingContext(List.of(), given.answers()));
        if (!heard.supposes()) {
            return List.of();
        }
        TurnBuilder work = new TurnBuilder(kit.flow(), ConversationState.NEW, Author.SERVICE, Instant.EPOCH);
        given.answers()
                .all()
                .forEach((fact, each) -> work.change(
                        each.assumed() ? new Change.Assumed(fact) : new Change.Answered(fact, each.value(), "")));
        given.parameters().forEach((key, value) -> work.change(new Change.Tuned(key, value, "")));
        commands.suppose(work, heard, text, false);
        return work.replies().stream()
                .flatMap(post -> post.blocks().stream())
                .flatMap(Block::lines)
                .toList();
    }

    /** All posts of the thread that follow the state, as they look in it; the root card first. */
    public List<Post> posts(ConversationState state, boolean costs) {
        return new TurnRenderer(kit, planner).all(state, costs);
    }

    /** The card that the whole channel sees, as {@link #posts} has it. */
    public Post root(ConversationState state, boolean costs) {
        return new TurnRenderer(kit, planner).root(state, costs);
    }

    /** What stands in a state when it is computed now; empty where a question is open. */
    public Optional<RenderedAdvice.Bearing> bearing(ConversationState state) {
        return settled(state).map(each -> kit.counsel().bearing(kit.theCase(each)));
    }

    /** What of it is compared with what was told earlier; empty where a question is open. */
    public Optional<Consultant.Outline> compared(ConversationState state) {
        // The outline knows itself whether a rule decides; only a question that is out says more.
        boolean asks = state.shown().items().values().stream()
                .anyMatch(item -> item instanceof ThreadState.Card card && card.open());
        return (asks ? settled(state) : Optional.of(state))
                .flatMap(each -> kit.counsel().outline(kit.theCase(each)));
    }

    private Optional<ConversationState> settled(ConversationState state) {
        QuestionPlan agenda = planner.agenda(state);
        return agenda.decided() && agenda.pending().isEmpty() ? Optional.of(state) : Optional.empty();
    }

    public String prices() {
        return kit.counsel().consultant().edition();
    }

    /** The facts that the thread is being asked for, the question first. */
    public List<String> asking(ConversationState state) {
        return planner.agenda(state).asking();
    }
}
