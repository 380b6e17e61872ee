package dev.tunewise.conversation.turn;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.answer.AdvicePort;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.LeaningText;
import dev.tunewise.conversation.card.Progress;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.card.SummaryCard;
import dev.tunewise.conversation.leaning.Deduction;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.conversation.step.SummaryWish;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.conversation.wording.MessageKey;
import dev.tunewise.conversation.wording.Messages;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers commands that only want to know something. */
final class InfoCommands {
    private final FlowContext kit;
    private final QuestionPlan.Planner planner;
    private final Progress progress;
    private final SummaryCard recap;

    InfoCommands(FlowContext kit, QuestionPlan.Planner planner) {
        this.kit = kit;
        this.planner = planner;
        this.progress = new Progress(kit);
        this.recap = new SummaryCard(kit);
    }

    void help(TurnBuilder work) {
        Messages wording = kit.wording();
        List<Text> lines = List.of(
                wording.text(MessageKey.HELP_ANSWER),
                wording.text(MessageKey.HELP_ANYONE),
                wording.text(MessageKey.HELP_COMMANDS),
                wording.text(MessageKey.HELP_QUESTIONS));
        String title = wording.plain(MessageKey.HELP_TITLE);
        work.say(List.of(new Block.Heading(title), new Block.Bullets(lines)), title);
    }

    void status(TurnBuilder work) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(kit.wording().plain(MessageKey.STATUS_TITLE)));
        String plain = standing(work.now(), blocks);
        work.say(blocks, plain);
    }

    private String standing(ConversationState state, List<Block> blocks) {
        Messages wording = kit.wording();
        QuestionPlan agenda = planner.agenda(state);
        int answered = progress.answered(state);
        Text progressed = agenda.decided()
                ? wording.text(MessageKey.STATUS_DONE, answered)
                : wording.text(MessageKey.STATUS_PROGRESS, answered, progress.remaining(state, agenda));
        blocks.add(new Block.Paragraph(progressed));
        ThreadState.Leaning leaning = state.shown().leaning();
        if (leaning != null && !agenda.decided()) {
            blocks.add(new Block.Paragraph(new LeaningText(kit).of(leaning)));
        }
        if (answered == 0 && state.tunings().isEmpty()) {
            blocks.add(new Block.Paragraph(wording.text(MessageKey.STATUS_NOTHING)));
        } else {
            blocks.add(new Block.Pairs(pairs(state)));
        }
        List<Text> open = new ArrayList<>();
        state.doubts()
                .keySet()
                .forEach(fact -> open.add(
                        wording.text(MessageKey.STATUS_DOUBT, kit.words().label(fact))));
        agenda.asking().stream()
                .findFirst()
                .ifPresent(fact -> open.add(
                        wording.text(MessageKey.STATUS_NEXT, kit.words().question(kit.fact(fact)))));
        if (!open.isEmpty()) {
            blocks.add(new Block.Bullets(open));
        }
        return progressed.characters();
    }

    private List<Block.Pair> pairs(ConversationState state) {
        List<Block.Pair> pairs = new ArrayList<>();
        for (Map.Entry<String, RecordedAnswer> entry : state.held().entrySet()) {
            RecordedAnswer held = entry.getValue();
            if (kit.flow().isAboutTheQuestion(entry.getKey())) {
                continue;
            }
            if (held.basis() == RecordedAnswer.Basis.IMPLIED) {
                String from = held.from().stream().map(kit.words()::label).collect(Collectors.joining(", "));
                pairs.add(new Block.Pair(
                        kit.words().label(entry.getKey()),
                        kit.wording().text(MessageKey.STATUS_IMPLIED, kit.shown(entry.getKey(), held.value()), from)));
                continue;
            }
            if (held.basis() == RecordedAnswer.Basis.SKIPPED) {
                pairs.add(new Block.Pair(
                        kit.words().label(entry.getKey()),
                        kit.wording().text(MessageKey.STATUS_LATER, held.by().name())));
                continue;
            }
            MessageKey phrase = held.assumed() ? MessageKey.STATUS_ASSUMED : MessageKey.STATUS_VALUE;
            String shown = kit.shown(entry.getKey(), held.value());
            String value = held.assumed() ? kit.words().assumed(entry.getKey(), shown) : shown;
            pairs.add(new Block.Pair(
                    kit.words().label(entry.getKey()),
                    kit.wording().text(phrase, value, held.by().name())));
        }
        state.tunings()
                .forEach((parameter, tuning) -> pairs.add(new Block.Pair(
                        kit.dials().label(parameter),
                        kit.wording()
                                .text(
                                        MessageKey.STATUS_VALUE,
                                        kit.dials().shown(parameter, tuning.value()),
                                        tuning.by().name()))));
        return pairs;
    }

    /** One form with everything that can still matter and all that was answered. */
    void form(TurnBuilder work) {
        filledForm(work)
                .ifPresentOrElse(
                        form -> work.say(List.of(form), form.title()),
                        () -> work.say(kit.wording().text(MessageKey.FORM_EMPTY)));
    }

    /** The form with what was answered filled in; empty where there is nothing to fill in. */
    Optional<Block.Form> filledForm(TurnBuilder work) {
        ConversationState state = work.now();
        Set<String> facts = new LinkedHashSet<>(kit.interview(state).open(state.answers()));
        facts.addAll(state.held().keySet());
        facts.removeIf(kit.flow()::isAboutTheQuestion);
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        List<Input> inputs = facts.stream()
                .map(id ->
                        kit.questions().input(kit.fact(id), state.mind().held().get(id)))
                .toList();
        return Optional.of(new Block.Form(kit.wording().plain(MessageKey.FORM_TITLE), inputs));
    }

    /** The answer in a sentence with what to do now, or what it leans to. */
    void whatToDo(TurnBuilder work) {
        // What the same message says counts already.
        Deduction deduction = new Deduction(kit, planner);
        deduction.follow(work);
        deduction.lean(work);
        ConversationState state = work.now();
        ThreadState.Leaning leaning = state.shown().leaning();
        if (planner.agenda(state).decided()) {
            AdvicePort.Counselled advice = kit.counsel().advise(state.answers(), state.parameters());
            work.say(kit.wording().text(MessageKey.DO_NOW, advice.headline(), advice.lever()));
        } else if (leaning != null) {
            work.say(new LeaningText(kit).first(leaning.now(), state));
        } else {
            work.say(kit.wording().text(MessageKey.LEANING_NONE));
        }
    }

    void explain(TurnBuilder work) {
        ConversationState state = work.now();
        if (planner.agenda(state).decided()) {
            AdvicePort.Counselled advice = kit.counsel().advise(state.answers(), state.parameters());
            work.say(advice.explanation(), advice.headline());
            return;
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(kit.wording().text(MessageKey.EXPLAIN_NOT_YET)));
        String plain = standing(state, blocks);
        work.say(blocks, plain);
    }

    void export(TurnBuilder work, String format) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(kit.wording().text(MessageKey.EXPORT)));
        if (!format.equals("json")) {
            blocks.add(new Block.File("consultation.md", "text/markdown", "md"));
        }
        if (!format.equals("md")) {
            blocks.add(new Block.File("consultation.json", "application/json", "json"));
        }
        work.say(blocks, kit.wording().plain(MessageKey.EXPORT_PLAIN));
    }

    /** The summary, to look at; or to be posted, once somebody has seen it. */
    void summary(TurnBuilder work, boolean post) {
        if (post) {
            work.summarise(SummaryWish.POST);
            return;
        }
        ConversationState state = work.now();
        SummaryCard.Told told = recap.tell(state, planner.agenda(state), true);
        List<Block> blocks = new ArrayList<>();
        if (!told.decided()) {
            blocks.add(new Block.Paragraph(kit.wording().text(MessageKey.SUMMARY_NOT_YET)));
        }
        blocks.addAll(told.blocks());
        work.summarise(SummaryWish.PREVIEW);
        work.say(blocks, told.plain());
    }
}
