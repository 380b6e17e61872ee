package dev.tunewise.conversation.turn;

import dev.tunewise.chat.Action;
import dev.tunewise.conversation.card.ConstraintText;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.QuestionCards;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.dialogue.DeniedItems;
import dev.tunewise.conversation.dialogue.ExpectedFacts;
import dev.tunewise.conversation.dialogue.OtherQuestionAnswer;
import dev.tunewise.conversation.dialogue.PendingReply;
import dev.tunewise.conversation.leaning.FirstReply;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.understanding.Interpreter;
import dev.tunewise.conversation.understanding.Proposal;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Guidance;
import dev.tunewise.reading.result.Intent;
import dev.tunewise.reading.result.ReadingContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Takes what people type: answers, corrections, commands in words, questions to us, and talk that is not for us. */
final class MessageHandler {
    private static final Set<ConversationCommand> ABOUT_THE_ANSWER = Set.of(
            ConversationCommand.CHANGE,
            ConversationCommand.WHAT_IF,
            ConversationCommand.EXPLAIN,
            ConversationCommand.ASSUMED,
            ConversationCommand.EXPORT,
            ConversationCommand.SUMMARY,
            ConversationCommand.STATUS,
            ConversationCommand.CHANGED,
            ConversationCommand.UNDO,
            ConversationCommand.REMOVE,
            ConversationCommand.ALREADY_DONE,
            ConversationCommand.WHAT_TO_DO,
            ConversationCommand.HELP);
    private static final Set<ConversationCommand> BESIDE_ANSWERS = Set.of(
            ConversationCommand.SKIP,
            ConversationCommand.DONT_KNOW,
            ConversationCommand.WHY,
            ConversationCommand.STATUS,
            ConversationCommand.HELP,
            ConversationCommand.WHAT_TO_DO,
            ConversationCommand.ANSWER_NOW,
            ConversationCommand.FORM,
            ConversationCommand.REPEAT);

    private final FlowContext kit;
    private final QuestionPlan.Planner planner;
    private final CommandDispatcher commands;
    private final FallbackReplies repairs;
    private final ProposalRecorder proposed;
    private final Interpreter interpreter;
    private final ReadingRecorder readings;
    private final InquiryReplies inquiries;
    private final PendingReply replies;
    private final OtherQuestionAnswer elsewhere;

    MessageHandler(
            FlowContext kit,
            QuestionPlan.Planner planner,
            AnswerRecorder answering,
            CommandDispatcher commands,
            ConstraintText bounds,
            ConversationEngine.Ports ports) {
        this.kit = kit;
        this.planner = planner;
        this.commands = commands;
        this.repairs = new FallbackReplies(kit, planner, bounds, new DeniedItems(kit.flow()));
        this.proposed = new ProposalRecorder(kit, planner, answering);
        this.interpreter = ports.interpreter();
        this.readings = new ReadingRecorder(kit, planner, answering, commands, repairs);
        this.inquiries = new InquiryReplies(kit, ports.almanac(), new TokenReply(kit, ports.counting()));
        this.replies = new PendingReply(kit.wording());
        this.elsewhere = new OtherQuestionAnswer(kit, interpreter);
    }

    ReadingRecorder readings() {
        return readings;
    }

    void open(TurnBuilder work, String text, List<Proposal> proposals) {
        work.change(new Change.Titled(text.strip()));
        Interpretation whole =
                interpreter.hear(text, new ReadingContext(List.of(), work.now().answers()));
        Interpretation heard = whole.supposes() ? Interpretation.answers(whole.fills()) : whole;
        if (inquiries.priced(work, heard, text, told -> readings.open(work, text, told, proposed, List.of()))) {
            return;
        }
        boolean asks = readings.open(work, text, heard, proposed, proposals);
        if (!asks) {
            work.leaves(heard.unplaced());
        }
        inquiries.open(work, heard.inquiry(), text);
        // "Help!" at the end of a post that asks something asks for no list of commands.
        Action.Command command = heard.command();
        if (!asks && command != null && command.name().equals(ConversationCommand.HELP.id())) {
            commands.take(work, command);
        }
        if (whole.supposes()) {
            commands.suppose(work, whole, text, true);
        }
    }

    void said(TurnBuilder work, String text, boolean addressed, List<Proposal> proposals) {
        if ((addressed && commands.helped(work, text)) || commands.followUp(work, text)) {
            return;
        }
        List<String> asked = planner.agenda(work.now()).asking();
        ExpectedFacts open = new ExpectedFacts(asked, work.now(), kit.flow());
        Interpretation all = interpreter.hear(
                text, new ReadingContext(open.open(), work.now().understood()));
        Interpretation heard = addressed ? all : overheard(all, asked, work.now());
        if (work.now().stopped()) {
            atRest(work, heard, addressed);
            return;
        }
        if (addressed && heard.command() == null && FirstReply.isDue(text, work.now())) {
            open(work, text, proposals);
            return;
        }
        boolean offered = new QuestionCards(kit).offers(work.now());
        if (offered && heard.fills().isEmpty() && replies.agrees(text, work.now())) {
            work.askWhole();
            return;
        }
        Optional<PendingReply.Decision> decision =
                heard.fills().isEmpty() || !work.now().doubts().isEmpty()
                        ? replies.read(
                                text,
                                work.now(),
                                work.author(),
                                open.question()
                                        .filter(fact -> fact.type() == FactType.YES_NO)
                                        .isPresent())
                        : Optional.empty();
        if (decision.isPresent()) {
            commands.decide(work, decision.get());
            return;
        }
        if (offered && replies.points(text)) {
            work.askWhole();
            return;
        }
        heard = elsewhere.instead(replies.placed(heard, text, open.question()), text, work.now());
        if (addressed && inquiries.sums(work, heard, text, taken -> readings.record(work, taken))) {
            work.askAgain();
            return;
        }
        if (order(work, heard, text)) {
            return;
        }
        Set<String> set = addressed ? readings.set(work, text) : Set.of();
        boolean understood = readings.record(work, heard.without(set)) | !set.isEmpty();
        List<Proposal> stated = proposed.stated(proposals, text);
        if (Stream.concat(
                        heard.fills().stream().map(fill -> fill.fact()),
                        stated.stream().map(Proposal::fact))
                .anyMatch(Guidance.INTENT::equals)) {
            readings.mentioned(work, text);
        }
        understood |= proposed.record(work, stated);
        boolean silent = work.changes().isEmpty() && work.replies().isEmpty();
        Intent inquiry = heard.inquiry();
        if (inquiry != null) {
            understood |= inquiries.answer(work, inquiry, text, addressed, understood && inquiries.tells(work));
        } else if (addressed) {
            understood |= inquiries.remark(work, text);
        }
        if (addressed && understood && silent && work.replies().isEmpty() && !inquiries.known(work, heard)) {
            commands.take(work, ConversationCommand.EXPLAIN.action());
        }
        if (addressed) {
            repairs.another(work, text);
            work.leaves(understood ? heard.unplaced() : List.of());
        }
        if (!understood && heard.refused().isEmpty() && (addressed || (heard.attempt() && !asked.isEmpty()))) {
            missed(work, heard, text, asked, addressed);
        }
    }

    /** Asks about what was touched without saying what of it holds; else says that nothing could be read. */
    private void missed(TurnBuilder work, Interpretation heard, String text, List<String> asked, boolean addressed) {
        if (addressed && (repairs.beside(work, text) || proposed.record(work, elsewhere.in(text, work.now())))) {
            return;
        }
        Stream.concat(heard.vague().stream(), kit.named(text, work.now().held().keySet()))
                .filter(fact ->
                        addressed && !asked.contains(fact) && !kit.flow().isAsked(fact))
                .findFirst()
                .ifPresentOrElse(fact -> commands.askAbout(work, fact), () -> repairs.missed(work, asked));
    }

    /** What counts of talk that nobody addressed to us: what bears on the consultation, and once the answer is given only its figures and corrections. */
    private Interpretation overheard(Interpretation heard, List<String> asked, ConversationState state) {
        Set<String> matters = new HashSet<>(kit.interview(state).open(state.answers()));
        matters.addAll(state.held().keySet());
        return state.concluded().isPresent()
                ? heard.corrections(
                        ABOUT_THE_ANSWER,
                        fact -> matters.contains(fact) && kit.fact(fact).type() == FactType.QUANTITY)
                : heard.about(matters, Set.copyOf(asked));
    }

    /** Carries out a command in words, with the answers beside it; says whether there was one. */
    private boolean order(TurnBuilder work, Interpretation heard, String text) {
        Action.Command command = heard.command();
        if (command == null) {
            return false;
        }
        Optional<ConversationCommand> verb = ConversationCommand.of(command.name());
        if (heard.supposes()) {
            readings.record(work, Interpretation.answers(heard.fills()));
            commands.suppose(work, heard, text, false);
            return true;
        }
        if (verb.equals(Optional.of(ConversationCommand.ALREADY_DONE))
                && (heard.says() || !commands.knowsWhatIsDone(work.now()))) {
            return false;
        }
        if (verb.equals(Optional.of(ConversationCommand.CHANGE)) && heard.says()) {
            readings.record(work, heard.meantAsChange());
            return true;
        }
        if (verb.isPresent() && BESIDE_ANSWERS.contains(verb.get())) {
            readings.record(work, heard.without(Set.of(Guidance.INTENT)));
        }
        commands.take(work, command);
        return true;
    }

    private void atRest(TurnBuilder work, Interpretation heard, boolean addressed) {
        if (addressed) {
            Optional.ofNullable(heard.command())
                    .filter(command -> ConversationCommand.of(command.name())
                            .filter(ConversationCommand::worksAtRest)
                            .isPresent())
                    .ifPresentOrElse(command -> commands.take(work, command), () -> commands.rests(work));
        }
    }
}
