package dev.tunewise.conversation;

import dev.tunewise.advice.Dial;
import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Carries out the commands that move the consultation: on, back, anew, to rest. */
final class Steering {
    private static final int MOST_LISTED = 6;

    private final Kit kit;
    private final Agenda.Planner planner;

    Steering(Kit kit, Agenda.Planner planner) {
        this.kit = kit;
        this.planner = planner;
    }

    /** Passes questions by: of those named, or of the open card, the ones that have no answer. */
    void pass(Work work, List<String> facts, boolean later) {
        List<String> asked = facts.isEmpty() ? planner.agenda(work.now()).asking() : facts;
        String reopened = work.now().mind().reopened();
        boolean passed = false;
        for (String fact : asked) {
            Held held = work.now().mind().held().get(fact);
            if (held != null && later && fact.equals(reopened)) {
                work.change(new Change.Kept(fact));
                passed = true;
            } else if (held == null || fact.equals(reopened)) {
                work.change(later ? new Change.Skipped(fact) : new Change.Assumed(fact));
                passed = true;
            }
        }
        if (!passed && asked.isEmpty()) {
            work.tell(kit.wording().text(Phrase.WHY_NOTHING_OPEN));
        }
    }

    /** Asks again for what was answered last, or before that. */
    void back(Work work) {
        Map<String, Held> held = work.now().mind().held();
        String reopened = work.now().mind().reopened();
        List<String> order = new ArrayList<>(held.keySet());
        order.sort(Comparator.comparingLong(
                fact -> held.getOrDefault(fact, anything(held)).entry()));
        int from = reopened == null ? order.size() : order.indexOf(reopened);
        if (from <= 0) {
            work.tell(kit.wording().text(Phrase.BACK_NOTHING));
        } else {
            work.change(new Change.Reopened(order.get(from - 1)));
        }
    }

    private static Held anything(Map<String, Held> held) {
        return held.values().iterator().next();
    }

    /** Takes back a change that somebody only began, else the last thing that changed anything. */
    void undo(Work work) {
        String begun = work.now().mind().reopened();
        if (begun != null) {
            work.change(new Change.Kept(begun));
            work.say(kit.wording().text(Phrase.UNDONE));
            return;
        }
        if (!work.now().canUndo()) {
            work.tell(kit.wording().text(Phrase.UNDO_NOTHING));
            return;
        }
        Mind before = work.now().mind();
        work.change(new Change.Undone());
        Mind after = work.now().mind();
        List<Text> restored = new ArrayList<>();
        Set<String> facts = new LinkedHashSet<>(before.held().keySet());
        facts.addAll(after.held().keySet());
        for (String fact : facts) {
            Held now = after.held().get(fact);
            if (now == null) {
                restored.add(kit.wording().text(Phrase.UNDONE_OPEN, kit.words().label(fact)));
            } else if (!now.equals(before.held().get(fact))) {
                restored.add(
                        kit.wording().text(Phrase.UNDONE_FACT, kit.words().label(fact), kit.shown(fact, now.value())));
            }
        }
        parameters(before, after, restored);
        List<Block> blocks = new ArrayList<>();
        Text undone = kit.wording().text(Phrase.UNDONE);
        blocks.add(new Block.Paragraph(undone));
        if (!restored.isEmpty()) {
            blocks.add(new Block.Bullets(restored.subList(0, Math.min(MOST_LISTED, restored.size()))));
        }
        work.say(blocks, undone.characters());
    }

    private void parameters(Mind before, Mind after, List<Text> restored) {
        Set<String> parameters = new LinkedHashSet<>(before.parameters().keySet());
        parameters.addAll(after.parameters().keySet());
        for (String parameter : parameters) {
            Tuning now = after.parameters().get(parameter);
            if (now == null) {
                String usual = kit.dials().find(parameter).map(Dial::usually).orElse("—");
                restored.add(kit.wording().text(Phrase.UNDONE_FACT, kit.dials().label(parameter), usual));
            } else if (!now.equals(before.parameters().get(parameter))) {
                restored.add(kit.wording()
                        .text(
                                Phrase.UNDONE_FACT,
                                kit.dials().label(parameter),
                                kit.dials().shown(parameter, now.value())));
            }
        }
    }

    void reopen(Work work, List<String> facts) {
        if (facts.isEmpty()) {
            chooseWhatToChange(work);
            return;
        }
        String fact = facts.getFirst();
        if (work.now().doubts().get(fact) instanceof Doubt.Readings) {
            work.change(new Change.Kept(fact));
        }
        if (!fact.equals(work.now().mind().reopened())) {
            work.change(new Change.Reopened(fact));
        }
    }

    private void chooseWhatToChange(Work work) {
        List<Button> buttons = new ArrayList<>();
        for (String fact : work.now().held().keySet()) {
            buttons.add(Button.plain(Labels.button(kit.words().label(fact)), Verb.CHANGE.about(fact)));
        }
        for (String parameter : work.now().tunings().keySet()) {
            buttons.add(Button.plain(Labels.button(kit.dials().label(parameter)), Verb.CHANGE.about(parameter)));
        }
        if (buttons.isEmpty()) {
            work.tell(kit.wording().text(Phrase.STATUS_NOTHING));
        } else {
            Text which = kit.wording().text(Phrase.CHANGE_WHICH);
            work.say(List.of(new Block.Paragraph(which), new Block.Buttons(buttons)), which.characters());
        }
    }

    void keep(Work work, List<String> facts) {
        for (String fact : facts) {
            if (fact.equals(work.now().mind().reopened()) || work.now().doubts().containsKey(fact)) {
                work.change(new Change.Kept(fact));
            }
        }
    }

    void remove(Work work, List<String> facts) {
        for (String fact : facts) {
            if (work.now().held().containsKey(fact)) {
                work.change(new Change.Forgotten(fact));
                work.say(kit.wording()
                        .text(
                                Phrase.REMOVED,
                                kit.words().label(fact),
                                work.author().name()));
            }
        }
    }

    void repeat(Work work) {
        if (planner.agenda(work.now()).asking().isEmpty()) {
            work.tell(kit.wording().text(Phrase.WHY_NOTHING_OPEN));
        } else {
            work.askAgain();
        }
    }

    void restart(Work work, boolean sure) {
        int count = work.now().held().size() + work.now().tunings().size();
        if (count == 0 && work.now().doubts().isEmpty()) {
            work.tell(kit.wording().text(Phrase.RESTART_NOTHING));
        } else if (sure) {
            work.change(new Change.Restarted());
            work.say(kit.wording().text(Phrase.RESTARTED, work.author().name()));
        } else {
            Text ask = kit.wording().text(Phrase.RESTART_ASK, count);
            work.say(
                    List.of(
                            new Block.Paragraph(ask),
                            new Block.Buttons(List.of(
                                    new Button(
                                            kit.wording().plain(Phrase.BUTTON_RESTART_SURE),
                                            new Action.Command(Verb.RESTART.id(), Map.of("sure", "yes")),
                                            Button.Style.DANGER),
                                    Button.quiet(
                                            kit.wording().plain(Phrase.BUTTON_RESTART_NO), Verb.REPEAT.action())))),
                    ask.characters());
        }
    }

    void stop(Work work) {
        if (!work.now().stopped()) {
            work.change(new Change.Stopped());
            Text stopped = kit.wording().text(Phrase.STOPPED, work.author().name());
            work.say(
                    List.of(new Block.Paragraph(stopped), new Block.Buttons(List.of(resumeButton()))),
                    stopped.characters());
        }
    }

    void resume(Work work) {
        if (work.now().stopped()) {
            work.change(new Change.Resumed());
            work.say(kit.wording().text(Phrase.RESUMED, work.author().name()));
            work.askAgain();
        } else {
            work.tell(kit.wording().text(Phrase.NOT_STOPPED));
        }
    }

    /** What somebody is told who does something while the consultation rests. */
    void rests(Work work) {
        Text rests = kit.wording().text(Phrase.RESTS);
        work.say(List.of(new Block.Paragraph(rests), new Block.Buttons(List.of(resumeButton()))), rests.characters());
    }

    private Button resumeButton() {
        return Button.plain(kit.wording().plain(Phrase.BUTTON_RESUME), Verb.RESUME.action());
    }

    /** The fact that the thread is asked for, if any. */
    Optional<String> asked(State state) {
        return planner.agenda(state).asking().stream().findFirst();
    }
}
