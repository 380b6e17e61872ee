package dev.tunewise.conversation.turn;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.answer.RenderedAdvice;
import dev.tunewise.conversation.card.AssumedList;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.LeaningText;
import dev.tunewise.conversation.card.Progress;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.leaning.Deduction;
import dev.tunewise.conversation.state.AnswerState;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.conversation.step.SummaryWish;
import dev.tunewise.conversation.step.TurnBuilder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers commands that only want to know something. */
record InfoCommands(FlowContext kit, QuestionPlan.Planner planner) {
    void help(TurnBuilder work) {
        List<Text> lines = List.of(
                kit.text("help-answer"),
                kit.text("help-anyone"),
                kit.text("help-commands"),
                kit.text("help-questions"));
        String title = kit.plain("help-title");
        work.say(List.of(new Block.Heading(title), new Block.Bullets(lines)), title);
    }

    void status(TurnBuilder work) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(kit.plain("status-title")));
        String plain = standing(work.now(), blocks);
        work.say(blocks, plain);
    }

    /** What the last answers changed, and how the answer or the leaning moved with them. */
    void changed(TurnBuilder work) {
        ConversationState state = work.now();
        AnswerState before = Optional.ofNullable(state.mind().before()).orElse(state.mind());
        Set<String> facts = new LinkedHashSet<>(state.held().keySet());
        facts.addAll(before.held().keySet());
        String moved = facts.stream()
                .filter(fact ->
                        !kit.flow().isAsked(fact) && !value(before, fact).equals(value(state.mind(), fact)))
                .map(fact ->
                        kit.plain("changed-value", kit.label(fact), value(before, fact), value(state.mind(), fact)))
                .collect(Collectors.joining(" · "));
        List<Block> blocks = new ArrayList<>();
        if (!moved.isEmpty()) {
            blocks.add(new Block.Paragraph(kit.text("changed-last", moved)));
        }
        ThreadState.Leaning leaning = state.shown().leaning();
        List<String> given = state.shown().headlines();
        if (state.shown().said() != null) {
            boolean same = given.size() < 2 || given.getLast().equals(given.get(given.size() - 2));
            blocks.add(new Block.Paragraph(
                    same
                            ? kit.text("changed-not", given.getLast())
                            : kit.text("changed-answer", given.get(given.size() - 2), given.getLast())));
        } else if (leaning != null) {
            blocks.add(new Block.Paragraph(new LeaningText(kit).of(leaning, state)));
        } else if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph(kit.text("status-nothing")));
        }
        work.say(blocks, blocks.getLast() instanceof Block.Paragraph(Text last) ? last.characters() : moved);
    }

    private String value(AnswerState mind, String fact) {
        RecordedAnswer held = mind.held().get(fact);
        if (held == null || held.leftForLater()) {
            return "–";
        }
        String shown = kit.shown(fact, held.value());
        return held.basis() == RecordedAnswer.Basis.SAID || held.basis() == RecordedAnswer.Basis.IMPLIED
                ? shown
                : kit.plain("basis-assumed", shown);
    }

    private String standing(ConversationState state, List<Block> blocks) {
        QuestionPlan agenda = planner.agenda(state);
        Progress progress = new Progress(kit);
        int answered = progress.answered(state);
        int remaining = progress.remaining(state, agenda);
        Text progressed = agenda.decided()
                ? kit.text("status-done", answered)
                : remaining == 0
                        ? kit.text("status-answered", answered)
                        : kit.text("status-progress", answered, remaining);
        blocks.add(new Block.Paragraph(progressed));
        ThreadState.Leaning leaning = state.shown().leaning();
        if (leaning != null && !agenda.decided()) {
            blocks.add(new Block.Paragraph(new LeaningText(kit).of(leaning, state)));
        }
        if (answered == 0 && state.tunings().isEmpty()) {
            blocks.add(new Block.Paragraph(kit.text("status-nothing")));
        } else {
            blocks.add(new Block.Pairs(pairs(state)));
        }
        List<Text> open = new ArrayList<>();
        state.doubts().keySet().forEach(fact -> open.add(kit.text("status-doubt", kit.label(fact))));
        agenda.asking().stream()
                .findFirst()
                .ifPresent(fact -> open.add(kit.text("status-next", kit.words().question(kit.fact(fact)))));
        if (!open.isEmpty()) {
            blocks.add(new Block.Bullets(open));
        }
        return progressed.characters();
    }

    private List<Block.Pair> pairs(ConversationState state) {
        List<Block.Pair> pairs = new ArrayList<>();
        state.held().forEach((fact, held) -> {
            if (!kit.flow().isAsked(fact)) {
                pairs.add(new Block.Pair(kit.label(fact), standing(fact, held)));
            }
        });
        state.tunings().forEach((parameter, tuning) -> {
            String shown = kit.dials().shown(parameter, tuning.value());
            pairs.add(new Block.Pair(
                    kit.dials().label(parameter),
                    kit.text("status-value", shown, tuning.by().name())));
        });
        return pairs;
    }

    private Text standing(String fact, RecordedAnswer held) {
        String by = held.by().name();
        return switch (held.basis()) {
            case IMPLIED ->
                kit.text(
                        "status-implied",
                        kit.shown(fact, held.value()),
                        held.from().stream().map(kit::label).collect(Collectors.joining(", ")));
            case SKIPPED -> kit.text("status-later", by);
            default -> {
                String shown = kit.shown(fact, held.value());
                yield held.assumed()
                        ? kit.text("status-assumed", kit.words().assumed(fact, shown), by)
                        : kit.text("status-value", shown, by);
            }
        };
    }

    /** One form with everything that can still matter and all that was answered. */
    void form(TurnBuilder work) {
        filledForm(work)
                .ifPresentOrElse(form -> work.say(List.of(form), form.title()), () -> work.say(kit.text("form-empty")));
    }

    /** The form with what was answered filled in; empty where there is nothing to fill in. */
    Optional<Block.Form> filledForm(TurnBuilder work) {
        ConversationState state = work.now();
        Set<String> facts = new LinkedHashSet<>(kit.interview(state).open(state.answers()));
        facts.addAll(state.held().keySet());
        facts.removeIf(kit.flow()::isAsked);
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        List<Input> inputs = facts.stream().map(id -> kit.question(id, state)).toList();
        return Optional.of(new Block.Form(kit.plain("form-title"), inputs));
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
            RenderedAdvice advice = kit.counsel().advise(kit.theCase(state));
            work.say(kit.text("do-now", advice.headline(), advice.lever()));
        } else if (leaning != null) {
            work.say(new LeaningText(kit).first(leaning.now(), state));
        } else {
            work.say(kit.text("leaning-none"));
        }
    }

    void explain(TurnBuilder work) {
        ConversationState state = work.now();
        if (planner.agenda(state).decided()) {
            RenderedAdvice advice = kit.counsel().advise(kit.theCase(state));
            work.say(advice.explanation(), advice.headline());
            return;
        }
        List<Block> blocks = new ArrayList<>(new LeaningText(kit).hangs(state));
        if (blocks.isEmpty()) {
            standing(state, blocks);
        }
        blocks.addFirst(new Block.Paragraph(kit.text("explain-not-yet")));
        work.say(blocks);
    }

    /** All that is assumed in the answer, or in what it leans to. */
    void assumed(TurnBuilder work) {
        ConversationState state = work.now();
        boolean decided = planner.agenda(state).decided();
        Optional<RenderedAdvice> advice =
                decided ? Optional.of(kit.counsel().advise(kit.theCase(state))) : Optional.empty();
        List<Block> blocks = new AssumedList(kit).told(state, advice.map(RenderedAdvice::card), decided);
        work.say(blocks);
    }

    void export(TurnBuilder work, String format) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(kit.text("export")));
        if (!format.equals("json")) {
            blocks.add(new Block.File("consultation.md", "text/markdown", "md"));
        }
        if (!format.equals("md")) {
            blocks.add(new Block.File("consultation.json", "application/json", "json"));
        }
        work.say(blocks, kit.plain("export-plain"));
    }

    /** The summary, to look at; or to be posted, once somebody has seen it. Where it would go, and what may be seen there, others know. */
    static void summary(TurnBuilder work, boolean post) {
        work.summarise(post ? SummaryWish.POST : SummaryWish.PREVIEW);
    }
}
