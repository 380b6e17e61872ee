package dev.tunewise.conversation.turn;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.card.ConstraintText;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.dialogue.PendingReply;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.state.ValueConstraints;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.understanding.Interpreter;
import dev.tunewise.conversation.understanding.KnowledgeBase;
import dev.tunewise.conversation.understanding.Proposal;
import dev.tunewise.conversation.understanding.RelativeChange;
import dev.tunewise.conversation.understanding.TokenCountPort;
import dev.tunewise.conversation.understanding.UnplacedWords;
import dev.tunewise.conversation.wording.MessageKey;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.result.Intent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes what people type: answers, corrections, commands in words, questions to us, and talk that is not for us. */
final class MessageHandler {
    private static final Set<ConversationCommand> ABOUT_THE_ANSWER = Set.of(
            ConversationCommand.CHANGE,
            ConversationCommand.WHAT_IF,
            ConversationCommand.EXPLAIN,
            ConversationCommand.EXPORT,
            ConversationCommand.SUMMARY,
            ConversationCommand.STATUS,
            ConversationCommand.UNDO,
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
    private final AnswerRecorder answering;
    private final CommandDispatcher commands;
    private final FallbackReplies repairs;
    private final ProposalRecorder proposed;
    private final Interpreter interpreter;
    private final KnowledgeBase almanac;
    private final TokenReply tokens;
    private final PendingReply replies;

    MessageHandler(
            FlowContext kit,
            QuestionPlan.Planner planner,
            AnswerRecorder answering,
            CommandDispatcher commands,
            ConstraintText bounds,
            Ears ears) {
        this.kit = kit;
        this.planner = planner;
        this.answering = answering;
        this.commands = commands;
        this.repairs = new FallbackReplies(kit, planner, bounds);
        this.proposed = new ProposalRecorder(kit, planner, answering);
        this.interpreter = ears.interpreter();
        this.almanac = ears.almanac();
        this.tokens = new TokenReply(kit, ears.counting());
        this.replies = new PendingReply(kit.wording());
    }

    /** Where understanding comes from. */
    record Ears(Interpreter interpreter, KnowledgeBase almanac, TokenCountPort counting) {}

    /** Takes the text that opened the consultation. */
    void open(TurnBuilder work, String text, List<Proposal> proposals) {
        work.change(new Change.Titled(text.strip()));
        Interpretation heard = interpreter.hear(
                text, new Interpreter.Setting(List.of(), work.now().answers(), true));
        readings(work, heard);
        proposed.record(work, proposals);
        unplaced(work, heard);
        Intent inquiry = heard.inquiry();
        if (inquiry instanceof Intent.Tokens pasted) {
            tokens.reply(work, pasted);
        } else if (!figures(work, text)) {
            Optional<Text> told = inquiry == null
                    ? almanac.remark(text)
                    : almanac.answer(inquiry, work.now().answers()).or(() -> almanac.remark(text));
            told.ifPresent(work::say);
        }
        Action.Command command = heard.command();
        if (command != null && command.name().equals(ConversationCommand.HELP.id())) {
            commands.take(work, command);
        }
    }

    /** Takes over a decision record. */
    void restore(TurnBuilder work, UserInput.Imported imported) {
        work.change(new Change.Titled(imported.title().strip()));
        imported.facts().forEach(work::change);
        imported.parameters().stream()
                .filter(preset -> kit.dials()
                        .find(preset.parameter())
                        .filter(dial -> dial.takes(preset.value()))
                        .isPresent())
                .forEach(work::change);
        List<Block> blocks = new ArrayList<>();
        Text taken = kit.wording()
                .text(
                        MessageKey.IMPORTED,
                        work.now().held().size(),
                        work.now().tunings().size(),
                        work.author().name());
        blocks.add(new Block.Paragraph(taken));
        imported.remarks().forEach(remark -> blocks.add(new Block.Note(Block.Tone.INFO, Text.plain(remark))));
        work.say(blocks, taken.characters());
    }

    /** Takes a message in the thread. */
    void said(TurnBuilder work, String text, boolean addressed, List<Proposal> proposals) {
        List<String> asked = planner.agenda(work.now()).asking();
        Interpretation all =
                interpreter.hear(text, new Interpreter.Setting(asked, work.now().answers(), false));
        Interpretation heard = addressed ? all : overheard(all, asked, work.now());
        if (work.now().stopped()) {
            atRest(work, heard, addressed);
            return;
        }
        Optional<PendingReply.Decision> decision =
                heard.fills().isEmpty() || !work.now().doubts().isEmpty()
                        ? replies.read(text, work.now(), asksYesNo(asked, work.now()))
                        : Optional.empty();
        if (decision.isPresent()) {
            commands.decide(work, decision.get());
            return;
        }
        boolean supposes = heard.command() != null && heard.command().name().equals(ConversationCommand.WHAT_IF.id());
        if (addressed && !supposes && figures(work, text)) {
            Set<String> facts = new HashSet<>();
            kit.flow().facts().forEach(fact -> facts.add(fact.id()));
            facts.remove(Guidance.INTENT);
            readings(work, heard.about(facts, facts));
            work.askAgain();
            return;
        }
        if (order(work, heard, text)) {
            return;
        }
        boolean understood = readings(work, heard);
        understood |= proposed.record(work, proposals);
        boolean silent = work.changes().isEmpty() && work.replies().isEmpty();
        Intent inquiry = heard.inquiry();
        if (inquiry != null) {
            understood |= answer(work, inquiry, text, addressed, understood);
        } else if (addressed) {
            boolean remarked = remark(work, text);
            if (understood && silent && !remarked) {
                known(work, heard);
            }
            understood |= remarked;
        }
        if (understood && addressed) {
            unplaced(work, heard);
        }
        if (!understood && heard.refused().isEmpty() && (addressed || (heard.attempt() && !asked.isEmpty()))) {
            repairs.missed(work, asked);
        }
    }

    private boolean asksYesNo(List<String> asked, ConversationState state) {
        return !asked.isEmpty()
                && kit.fact(asked.getFirst()).type() == FactType.YES_NO
                && !state.doubts().containsKey(asked.getFirst());
    }

    /** Answers a question about the figures themselves; says whether there was one. */
    private boolean figures(TurnBuilder work, String text) {
        List<String> lines =
                kit.counsel().figures(text, work.now().answers(), work.now().parameters());
        if (lines.isEmpty()) {
            return false;
        }
        List<Block> blocks = lines.stream()
                .<Block>map(line -> new Block.Paragraph(Text.plain(line)))
                .toList();
        work.say(blocks, String.join(" ", lines));
        return true;
    }

    /** Somebody told us only what we know already: silence would look like a fault. */
    private void known(TurnBuilder work, Interpretation heard) {
        String answers = heard.fills().stream()
                .map(Interpretation.Fill::fact)
                .distinct()
                .flatMap(fact -> Optional.ofNullable(work.now().held().get(fact)).stream()
                        .map(held -> kit.words().label(fact) + ": " + kit.shown(fact, held.value())))
                .collect(Collectors.joining(" · "));
        if (!answers.isEmpty()) {
            work.say(kit.wording().text(MessageKey.KNOWN_ALREADY, answers));
            work.askAgain();
        }
    }

    /** What counts of talk that nobody addressed to us: what bears on the consultation, and once the answer is given only corrections of it. */
    private Interpretation overheard(Interpretation heard, List<String> asked, ConversationState state) {
        if (state.concluded().isPresent()) {
            return heard.corrections(ABOUT_THE_ANSWER);
        }
        Set<String> matters = new HashSet<>(kit.interview(state).open(state.answers()));
        matters.addAll(state.held().keySet());
        return heard.about(matters, Set.copyOf(asked));
    }

    /** Carries out a command in words, with the answers beside it; says whether there was one. */
    private boolean order(TurnBuilder work, Interpretation heard, String text) {
        Action.Command command = heard.command();
        Optional<ConversationCommand> verb =
                command == null ? Optional.empty() : ConversationCommand.of(command.name());
        if (command == null) {
            return false;
        }
        boolean says = !heard.fills().isEmpty()
                || !heard.unclear().isEmpty()
                || !heard.parameters().isEmpty();
        if (verb.equals(Optional.of(ConversationCommand.WHAT_IF))) {
            commands.suppose(
                    work, also(command, RelativeChange.in(text, work.now().answers())), heard);
            return true;
        }
        boolean needsAnswer = verb.equals(Optional.of(ConversationCommand.ALREADY_DONE));
        if (needsAnswer && (says || work.now().concluded().isEmpty())) {
            return false;
        }
        if (verb.equals(Optional.of(ConversationCommand.CHANGE)) && says) {
            readings(work, heard.meantAsChange());
            return true;
        }
        if (verb.isPresent() && BESIDE_ANSWERS.contains(verb.get())) {
            readings(work, heard);
        }
        commands.take(work, command);
        return true;
    }

    /** A supposition with what it says in relation to what is known. */
    private static Action.Command also(Action.Command command, Map<String, String> changes) {
        Map<String, String> arguments = new LinkedHashMap<>(changes);
        arguments.putAll(command.arguments());
        arguments.putAll(changes);
        return new Action.Command(command.name(), arguments);
    }

    Optional<String> unread(ConversationState state, UserInput input) {
        return switch (input) {
            case UserInput.Opened(String text) ->
                unread(text, new Interpreter.Setting(List.of(), state.answers(), true));
            case UserInput.Said(String text, boolean addressed)
            when addressed && !state.stopped() ->
                unread(text, new Interpreter.Setting(planner.agenda(state).asking(), state.answers(), false));
            case UserInput.Said _, UserInput.Edited _, UserInput.Clicked _, UserInput.Filled _, UserInput.Imported _ ->
                Optional.empty();
        };
    }

    private Optional<String> unread(String text, Interpreter.Setting setting) {
        Interpretation heard = interpreter.hear(text, setting);
        return heard.unread() && heard.command() == null ? Optional.of(text) : Optional.empty();
    }

    private void atRest(TurnBuilder work, Interpretation heard, boolean addressed) {
        Action.Command command = heard.command();
        if (addressed
                && command != null
                && ConversationCommand.of(command.name())
                        .filter(ConversationCommand::worksAtRest)
                        .isPresent()) {
            commands.take(work, command);
        } else if (addressed) {
            commands.rests(work);
        }
    }

    private void unplaced(TurnBuilder work, Interpretation heard) {
        List<String> proposed = work.changes().stream()
                .flatMap(change -> change instanceof Change.Proposed each ? Stream.of(each.quote()) : Stream.empty())
                .toList();
        UnplacedWords.of(kit.wording(), heard, proposed)
                .ifPresent(told -> work.say(List.of(new Block.Note(Block.Tone.INFO, told)), told.characters()));
    }

    /** Takes all that could be read; says whether anything was. */
    private boolean readings(TurnBuilder work, Interpretation heard) {
        boolean understood = false;
        for (Interpretation.Fill fill : heard.fills()) {
            understood |= fill(work, fill, fill.correction());
        }
        List<String> asked = planner.agenda(work.now()).asking();
        for (Interpretation.Unclear unclear : heard.unclear()) {
            boolean direct = unclear.readings().size() == 1
                    && asked.stream().findFirst().filter(unclear.fact()::equals).isPresent();
            if (direct) {
                understood |= fill(
                        work,
                        new Interpretation.Fill(
                                unclear.fact(), unclear.readings().getFirst(), unclear.quote(), false),
                        false);
            } else if (!unclear.readings().isEmpty()
                    && kit.flow().fact(unclear.fact()).isPresent()) {
                work.change(new Change.Unclear(unclear.fact(), unclear.readings(), unclear.quote()));
                understood = true;
            }
        }
        understood |= commands.tune(work, heard.parameters());
        heard.refused().forEach(refused -> repairs.refuse(work, refused));
        return understood;
    }

    private boolean fill(TurnBuilder work, Interpretation.Fill fill, boolean meant) {
        Optional<Fact> fact = kit.flow().fact(fill.fact()).filter(known -> ValueConstraints.fits(known, fill.value()));
        fact.ifPresent(known -> {
            RecordedAnswer held = work.now().mind().held().get(known.id());
            boolean asked = known.id().equals(work.now().mind().reopened());
            if (held != null
                    && !held.assumed()
                    && !meant
                    && !asked
                    && fill.value() instanceof Value.Choices(List<String> more)
                    && held.value() instanceof Value.Choices(List<String> some)) {
                answering.take(work, known, joined(known, some, more), fill.quote(), true);
            } else {
                answering.take(work, known, fill.value(), fill.quote(), meant);
            }
        });
        return fact.isPresent();
    }

    /** What was said before with what is said now, in the fact's order: a second problem does not take back the first. */
    private static Value joined(Fact fact, List<String> some, List<String> more) {
        return new Value.Choices(fact.choices().stream()
                .filter(choice -> some.contains(choice) || more.contains(choice))
                .toList());
    }

    private boolean answer(TurnBuilder work, Intent inquiry, String text, boolean addressed, boolean understood) {
        if (inquiry instanceof Intent.SmallTalk(Intent.SmallTalk.Kind kind)) {
            smallTalk(work, kind, addressed && !understood);
            return true;
        }
        if (inquiry instanceof Intent.Tokens pasted) {
            return addressed && tokens.reply(work, pasted);
        }
        Optional<Text> known = almanac.answer(inquiry, work.now().answers()).or(() -> almanac.remark(text));
        if (known.isPresent()) {
            work.say(known.get());
            work.askAgain();
            return true;
        }
        if (addressed && !understood) {
            work.say(kit.wording().text(MessageKey.NO_ANSWER_TO_QUESTION));
            work.askAgain();
            return true;
        }
        return false;
    }

    /** Says what to mind about a claim that somebody quotes. */
    private boolean remark(TurnBuilder work, String text) {
        Optional<Text> remark = almanac.remark(text);
        remark.ifPresent(work::say);
        return remark.isPresent();
    }

    private void smallTalk(TurnBuilder work, Intent.SmallTalk.Kind kind, boolean answered) {
        if (!answered) {
            return;
        }
        switch (kind) {
            case GREETING -> {
                work.say(kit.wording().text(MessageKey.GREETING));
                work.askAgain();
            }
            case THANKS -> work.say(kit.wording().text(MessageKey.THANKS));
            case FAREWELL -> work.say(kit.wording().text(MessageKey.FAREWELL));
            case LAUGHTER -> {}
        }
    }
}
