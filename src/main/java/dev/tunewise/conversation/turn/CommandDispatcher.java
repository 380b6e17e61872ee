package dev.tunewise.conversation.turn;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Truncate;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.QuestionCards;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.dialogue.PendingReply;
import dev.tunewise.conversation.followup.FollowUpCommands;
import dev.tunewise.conversation.followup.ReviewCommands;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.OpenConflict;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.conversation.wording.HelpTopic;
import dev.tunewise.conversation.wording.ValueFormat;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.ParameterReadings;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes commands, by button or by word, to the part that carries them out. */
record CommandDispatcher(FlowContext kit, QuestionPlan.Planner planner, AnswerRecorder answering) {
    /** Says that the consultation rests, and offers to go on. */
    void rests(TurnBuilder work) {
        new NavigationCommands(kit, planner).rests(work);
    }

    void take(TurnBuilder work, Action.Command command) {
        Optional<ConversationCommand> verb = ConversationCommand.of(command.name());
        if (verb.isEmpty()) {
            work.tell(kit.text("unknown-command", Truncate.atWord(command.name(), 40)));
            return;
        }
        List<String> facts = facts(command);
        NavigationCommands steering = new NavigationCommands(kit, planner);
        ConflictResolver decisions = new ConflictResolver(kit, answering);
        InfoCommands replies = new InfoCommands(kit, planner);
        ParameterCommands tuner = new ParameterCommands(kit);
        WhatIfCommand whatIf = new WhatIfCommand(kit, answering, tuner);
        ReviewCommands reviews = new ReviewCommands(kit);
        FollowUpCommands followUps = new FollowUpCommands(kit.wording(), reviews);
        switch (verb.get()) {
            case WHY -> why(work, facts);
            case HELP -> replies.help(work);
            case STATUS -> replies.status(work);
            case CHANGED -> replies.changed(work);
            case SKIP -> steering.pass(work, facts, true, false);
            case DONT_KNOW -> steering.pass(work, facts, false, isSure(command));
            case BACK -> steering.back(work);
            case UNDO -> new UndoCommand(kit).take(work);
            case CHANGE ->
                parameter(command)
                        .ifPresentOrElse(
                                parameter -> tuner.choose(work, parameter), () -> steering.reopen(work, facts));
            case KEEP -> steering.keep(work, facts);
            case REMOVE ->
                parameter(command)
                        .ifPresentOrElse(
                                parameter -> tuner.remove(work, parameter), () -> steering.remove(work, facts));
            case SETTLE -> decisions.settle(work, facts, command.arguments().getOrDefault("value", ""));
            case CONFIRM -> decisions.confirm(work, facts, command.arguments().getOrDefault("value", ""));
            case REJECT -> decisions.reject(work, facts, command.arguments().getOrDefault("value", ""));
            case REPEAT -> steering.repeat(work);
            case RESTART -> steering.restart(work, isSure(command));
            case STOP -> steering.stop(work);
            case RESUME -> steering.resume(work);
            case FORM -> replies.form(work);
            case WHAT_IF -> whatIf.look(work, command.arguments(), Interpretation.NOTHING);
            case WHAT_CHANGES -> whatIf.changes(work);
            case ADOPT -> whatIf.adopt(work, command.arguments());
            case ANSWER_NOW -> {
                if (work.now().concluded().isPresent()) {
                    replies.whatToDo(work);
                } else {
                    hurry(work);
                }
            }
            case SHARPEN -> sharpen(work);
            case ALREADY_DONE -> steering.done(work);
            case NEVER_MIND -> steering.neverMind(work);
            case WHAT_TO_DO -> replies.whatToDo(work);
            case EXPLAIN -> replies.explain(work);
            case ASSUMED -> replies.assumed(work);
            case EXPORT -> replies.export(work, command.arguments().getOrDefault("format", ""));
            case SUMMARY ->
                InfoCommands.summary(work, "yes".equals(command.arguments().get("post")));
            case OWNER -> followUps.owner(work, command);
            case REVIEW -> followUps.review(work, command);
            case ACTED_ON -> followUps.actedOn(work);
            case REVIEW_NOW -> reviews.ask(work, replies.filledForm(work));
            case STILL_HOLDS -> reviews.holds(work);
        }
    }

    /** Tells of one topic of help where a message asks for it, or where an order works that is none here; says whether it did. */
    boolean helped(TurnBuilder work, String text) {
        Optional<HelpTopic> topic = HelpTopic.asked(text);
        topic.map(asked -> new CommandReplies(kit.wording()).help("", asked))
                .ifPresent(notice -> work.say(notice.blocks(), notice.plain()));
        boolean elsewhere = Pattern.matches(kit.plain("order-of-place"), PendingReply.plain(text));
        if (elsewhere) {
            work.say(kit.text("order-elsewhere", Truncate.atWord(text.strip(), 40)));
            work.askAgain();
        }
        return elsewhere || topic.isPresent();
    }

    /** Takes a message about what becomes of the answer; says whether it was one. */
    boolean followUp(TurnBuilder work, String text) {
        return new FollowUpCommands(kit.wording(), new ReviewCommands(kit)).said(work, text);
    }

    /** Asks about a fact that somebody touched without saying what of it holds. */
    void askAbout(TurnBuilder work, String fact) {
        work.say(kit.text("about-fact", kit.label(fact)));
        new NavigationCommands(kit, planner).reopen(work, List.of(fact));
    }

    /** Whether there is a step, of the answer or of what it leans to, that "we do that already" can be about. */
    boolean knowsWhatIsDone(ConversationState state) {
        return new NavigationCommands(kit, planner).step(state).isPresent();
    }

    /** Looks at what somebody supposed in words; what is unclear in it is asked back. */
    void suppose(TurnBuilder work, Interpretation heard, String text, boolean opening) {
        new WhatIfCommand(kit, answering, new ParameterCommands(kit)).suppose(work, heard, text, opening);
    }

    /** Carries out a short reply to what waits for a decision. */
    void decide(TurnBuilder work, PendingReply.Decision decision) {
        ConflictResolver decisions = new ConflictResolver(kit, answering);
        switch (decision) {
            case PendingReply.Decision.Takes(Map<String, Value> values) ->
                values.forEach((fact, value) -> {
                    if (work.now().doubts().get(fact) instanceof OpenConflict.Proposal) {
                        decisions.confirm(work, List.of(fact), "");
                    } else {
                        decisions.settle(work, List.of(fact), ValueFormat.written(value));
                    }
                });
            case PendingReply.Decision.Drops(List<String> dropped) ->
                dropped.forEach(fact -> {
                    boolean dispute = work.now().doubts().get(fact) instanceof OpenConflict.Dispute;
                    work.change(dispute ? new Change.Reopened(fact) : new Change.Kept(fact));
                });
            case PendingReply.Decision.Unclear _ -> work.say(kit.text("which-reading"));
        }
    }

    /** Takes what was said of cost parameters; says whether it had any effect. */
    boolean tune(TurnBuilder work, ParameterReadings said) {
        ParameterCommands tuner = new ParameterCommands(kit);
        boolean understood = false;
        for (ExtractedAnswer read : said.reads()) {
            understood |= read.value() instanceof Value.Quantity(BigDecimal value, var _, var _)
                    && tuner.set(work, read.fact(), value, read.quote());
        }
        for (Clarification unclear : said.asks()) {
            understood |= tuner.ask(work, unclear);
        }
        return understood;
    }

    /** Gives the answer at once, with whatever has to be assumed. */
    private void hurry(TurnBuilder work) {
        if (work.now().shown().leaning() == null) {
            work.say(kit.text("leaning-none"));
        } else {
            if (work.now().mind().reopened() != null) {
                work.change(new Change.Kept(work.now().mind().reopened()));
            }
            work.change(new Change.Hurried(true));
        }
    }

    /** Asks on after an answer that was given with something assumed. */
    private void sharpen(TurnBuilder work) {
        if (work.now().mind().hurried()) {
            work.change(new Change.Hurried(false));
            work.say(kit.text("sharpen"));
        } else {
            work.say(kit.text("nothing-to-sharpen"));
        }
    }

    private static boolean isSure(Action.Command command) {
        return "yes".equals(command.arguments().get("sure"));
    }

    private Optional<String> parameter(Action.Command command) {
        return Optional.ofNullable(command.arguments().get("fact"))
                .filter(key -> kit.flow().fact(key).isEmpty())
                .filter(key -> kit.dials().find(key).isPresent());
    }

    /** Why a question is asked; where none is, beside an answer or below a verdict, why that answer. */
    private void why(TurnBuilder work, List<String> facts) {
        boolean given = new NavigationCommands(kit, planner).asked(work.now()).isEmpty()
                && work.now().concluded().isPresent();
        if (facts.isEmpty() && (given || new QuestionCards(kit).offers(work.now()))) {
            new InfoCommands(kit, planner).explain(work);
        } else {
            new WhyCommand(kit, planner).why(work, facts);
        }
    }

    /** The facts that a command is about, by current id; unknown ones are left out. */
    private List<String> facts(Action.Command command) {
        Map<String, String> arguments = command.arguments();
        return Arrays.stream(arguments.getOrDefault("fact", "").split(",", -1))
                .flatMap(id -> kit.flow().fact(id.strip()).stream())
                .map(fact -> fact.id())
                .distinct()
                .toList();
    }
}
