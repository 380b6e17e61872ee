package dev.tunewise.conversation;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers commands that only want to know something. */
final class Replies {
    private final Kit kit;
    private final Agenda.Planner planner;
    private final Progress progress;
    private final Recap recap;

    Replies(Kit kit, Agenda.Planner planner) {
        this.kit = kit;
        this.planner = planner;
        this.progress = new Progress(kit);
        this.recap = new Recap(kit);
    }

    void help(Work work) {
        Wording wording = kit.wording();
        List<Text> lines = List.of(
                wording.text(Phrase.HELP_ANSWER),
                wording.text(Phrase.HELP_ANYONE),
                wording.text(Phrase.HELP_COMMANDS),
                wording.text(Phrase.HELP_QUESTIONS));
        String title = wording.plain(Phrase.HELP_TITLE);
        work.say(List.of(new Block.Heading(title), new Block.Bullets(lines)), title);
    }

    void status(Work work) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(kit.wording().plain(Phrase.STATUS_TITLE)));
        String plain = standing(work.now(), blocks);
        work.say(blocks, plain);
    }

    private String standing(State state, List<Block> blocks) {
        Wording wording = kit.wording();
        Agenda agenda = planner.agenda(state);
        int answered = state.held().size();
        Text progressed = agenda.decided()
                ? wording.text(Phrase.STATUS_DONE, answered)
                : wording.text(Phrase.STATUS_PROGRESS, answered, progress.remaining(state, agenda));
        blocks.add(new Block.Paragraph(progressed));
        if (answered == 0 && state.tunings().isEmpty()) {
            blocks.add(new Block.Paragraph(wording.text(Phrase.STATUS_NOTHING)));
        } else {
            blocks.add(new Block.Pairs(pairs(state)));
        }
        List<Text> open = new ArrayList<>();
        state.doubts()
                .keySet()
                .forEach(fact ->
                        open.add(wording.text(Phrase.STATUS_DOUBT, kit.words().label(fact))));
        agenda.asking().stream()
                .findFirst()
                .ifPresent(fact ->
                        open.add(wording.text(Phrase.STATUS_NEXT, kit.words().question(kit.fact(fact)))));
        if (!open.isEmpty()) {
            blocks.add(new Block.Bullets(open));
        }
        return progressed.characters();
    }

    private List<Block.Pair> pairs(State state) {
        List<Block.Pair> pairs = new ArrayList<>();
        for (Map.Entry<String, Held> entry : state.held().entrySet()) {
            Held held = entry.getValue();
            Phrase phrase = held.assumed() ? Phrase.STATUS_ASSUMED : Phrase.STATUS_VALUE;
            pairs.add(new Block.Pair(
                    kit.words().label(entry.getKey()),
                    kit.wording()
                            .text(
                                    phrase,
                                    kit.shown(entry.getKey(), held.value()),
                                    held.by().name())));
        }
        state.tunings()
                .forEach((parameter, tuning) -> pairs.add(new Block.Pair(
                        kit.dials().label(parameter),
                        kit.wording()
                                .text(
                                        Phrase.STATUS_VALUE,
                                        kit.dials().shown(parameter, tuning.value()),
                                        tuning.by().name()))));
        return pairs;
    }

    /** One form with everything that can still matter and all that was answered. */
    void form(Work work) {
        State state = work.now();
        Set<String> facts = new LinkedHashSet<>(kit.interview(state).open(state.answers()));
        facts.addAll(state.held().keySet());
        if (facts.isEmpty()) {
            work.say(kit.wording().text(Phrase.FORM_EMPTY));
            return;
        }
        List<Input> inputs = facts.stream()
                .map(id ->
                        kit.questions().input(kit.fact(id), state.mind().held().get(id)))
                .toList();
        String title = kit.wording().plain(Phrase.FORM_TITLE);
        work.say(List.of(new Block.Form(title, inputs)), title);
    }

    void explain(Work work) {
        State state = work.now();
        if (planner.agenda(state).decided()) {
            Counsel.Counselled advice = kit.counsel().advise(state.answers(), state.parameters());
            work.say(advice.explanation(), advice.headline());
            return;
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(kit.wording().text(Phrase.EXPLAIN_NOT_YET)));
        String plain = standing(state, blocks);
        work.say(blocks, plain);
    }

    void export(Work work, String format) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(kit.wording().text(Phrase.EXPORT)));
        if (!format.equals("json")) {
            blocks.add(new Block.File("consultation.md", "text/markdown", "md"));
        }
        if (!format.equals("md")) {
            blocks.add(new Block.File("consultation.json", "application/json", "json"));
        }
        work.say(blocks, kit.wording().plain(Phrase.EXPORT_PLAIN));
    }

    void summary(Work work) {
        State state = work.now();
        Recap.Told told = recap.tell(state, planner.agenda(state));
        List<Block> blocks = new ArrayList<>();
        if (!told.decided()) {
            blocks.add(new Block.Paragraph(kit.wording().text(Phrase.SUMMARY_NOT_YET)));
        }
        blocks.addAll(told.blocks());
        work.summarise();
        work.say(blocks, told.plain());
    }
}
