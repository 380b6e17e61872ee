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
                wording.text("help-answer"),
                wording.text("help-anyone"),
                wording.text("help-commands"),
                wording.text("help-questions"));
        String title = wording.plain("help-title");
        work.say(List.of(new Block.Heading(title), new Block.Bullets(lines)), title);
    }

    void status(TurnBuilder work) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(kit.wording().plain("status-title")));
        String plain = standing(work.now(), blocks);
        work.say(blocks, plain);
    }

    private String standing(ConversationState state, List<Block> blocks) {
        Messages wording = kit.wording();
        QuestionPlan agenda = planner.agenda(state);
        int answered = progress.answered(state);
        Text progressed = agenda.decided()
                ? wording.text("status-done", answered)
                : wording.text("status-progress", answered, progress.remaining(state, agenda));
        blocks.add(new Block.Paragraph(progressed));
        ThreadState.Leaning leaning = state.shown().leaning();
        if (leaning != null && !agenda.decided()) {
            blocks.add(new Block.Paragraph(new LeaningText(kit).of(leaning)));
        }
        if (answered == 0 && state.tunings().isEmpty()) {
            blocks.add(new Block.Paragraph(wording.text("status-nothing")));
        } else {
            blocks.add(new Block.Pairs(pairs(state)));
        }
        List<Text> open = new ArrayList<>();
        state.doubts()
                .keySet()
                .forEach(fact ->
                        open.add(wording.text("status-doubt", kit.words().label(fact))));
        agenda.asking().stream()
                .findFirst()
                .ifPresent(
                        fact -> open.add(wording.text("status-next", kit.words().question(kit.fact(fact)))));
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
                        kit.wording().text("status-implied", kit.shown(entry.getKey(), held.value()), from)));
                continue;
            }
            if (held.basis() == RecordedAnswer.Basis.SKIPPED) {
                pairs.add(new Block.Pair(
                        kit.words().label(entry.getKey()),
                        kit.wording().text("status-later", held.by().name())));
                continue;
            }
            String phrase = held.assumed() ? "status-assumed" : "status-value";
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
                                        "status-value",
                                        kit.dials().shown(parameter, tuning.value()),
                                        tuning.by().name()))));
        return pairs;
    }

    /** One form with everything that can still matter and all that was answered. */
    void form(TurnBuilder work) {
        filledForm(work)
                .ifPresentOrElse(
                        form -> work.say(List.of(form), form.title()),
                        () -> work.say(kit.wording().text("form-empty")));
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
        return Optional.of(new Block.Form(kit.wording().plain("form-title"), inputs));
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
            work.say(kit.wording().text("do-now", advice.headline(), advice.lever()));
        } else if (leaning != null) {
            work.say(new LeaningText(kit).first(leaning.now(), state));
        } else {
            work.say(kit.wording().text("leaning-none"));
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
        blocks.add(new Block.Paragraph(kit.wording().text("explain-not-yet")));
        String plain = standing(state, blocks);
        work.say(blocks, plain);
    }

    void export(TurnBuilder work, String format) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(kit.wording().text("export")));
        if (!format.equals("json")) {
            blocks.add(new Block.File("consultation.md", "text/markdown", "md"));
        }
        if (!format.equals("md")) {
            blocks.add(new Block.File("consultation.json", "application/json", "json"));
        }
        work.say(blocks, kit.wording().plain("export-plain"));
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
            blocks.add(new Block.Paragraph(kit.wording().text("summary-not-yet")));
        }
        blocks.addAll(told.blocks());
        work.summarise(SummaryWish.PREVIEW);
        work.say(blocks, told.plain());
    }
}
