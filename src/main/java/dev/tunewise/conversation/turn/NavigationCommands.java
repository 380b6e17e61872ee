package dev.tunewise.conversation.turn;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.LeaningText;
import dev.tunewise.conversation.card.PartialLists;
import dev.tunewise.conversation.card.QuestionPlan;
import dev.tunewise.conversation.dialogue.PulledLevers;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.state.OpenConflict;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.state.ThreadState;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.interview.InterviewStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries out the commands that move the consultation: on, back, start over, rest. */
record NavigationCommands(FlowContext kit, QuestionPlan.Planner planner) {
    /** Passes questions by: of those named, or of the open card, the ones that have no answer; where that is `sure`, those with one as well. */
    void pass(TurnBuilder work, List<String> facts, boolean later, boolean sure) {
        List<String> asked = facts.isEmpty() ? planner.agenda(work.now()).asking() : facts;
        String reopened = work.now().mind().reopened();
        boolean passed = false;
        List<String> left = new ArrayList<>();
        for (String fact : asked) {
            RecordedAnswer held = work.now().mind().held().get(fact);
            boolean rest = fact.equals(reopened) && new PartialLists(kit).isAskedForMore(work.now(), fact);
            if (held != null && (later || rest) && fact.equals(reopened)) {
                work.change(new Change.Kept(fact));
                passed = true;
            } else if (later && held == null) {
                work.change(new Change.Skipped(fact));
                left.add(fact);
                passed = true;
            } else if (held == null
                    || held.basis() == RecordedAnswer.Basis.SKIPPED
                    || fact.equals(reopened)
                    || sure && held.basis() != RecordedAnswer.Basis.ASSUMED) {
                work.change(new Change.Assumed(fact));
                passed = true;
            }
        }
        assumeWhatWouldReturnAtOnce(work, left);
        if (!passed && asked.isEmpty()) {
            work.tell(kit.text("why-nothing-open"));
        }
    }

    /** Nobody is asked at once what was just left for later: where nothing else is open, nobody knows it. */
    private void assumeWhatWouldReturnAtOnce(TurnBuilder work, List<String> left) {
        if (!left.isEmpty() && left.containsAll(planner.agenda(work.now()).asking())) {
            planner.agenda(work.now()).asking().forEach(fact -> work.change(new Change.Assumed(fact)));
        }
    }

    /** Asks again for what was answered last, or before that. */
    void back(TurnBuilder work) {
        Map<String, RecordedAnswer> held = work.now().mind().held();
        String reopened = work.now().mind().reopened();
        List<String> order = new ArrayList<>(held.keySet());
        order.sort(Comparator.comparingLong(
                fact -> held.getOrDefault(fact, anything(held)).entry()));
        int from = reopened == null ? order.size() : order.indexOf(reopened);
        if (from <= 0) {
            work.tell(kit.text("back-nothing"));
        } else {
            work.change(new Change.Reopened(order.get(from - 1)));
        }
    }

    private static RecordedAnswer anything(Map<String, RecordedAnswer> held) {
        return held.values().iterator().next();
    }

    void reopen(TurnBuilder work, List<String> facts) {
        if (facts.isEmpty()) {
            chooseWhatToChange(work);
            return;
        }
        String fact = facts.getFirst();
        if (work.now().doubts().get(fact) instanceof OpenConflict.Readings) {
            work.change(new Change.Kept(fact));
        }
        if (!fact.equals(work.now().mind().reopened())) {
            work.change(new Change.Reopened(fact));
        }
    }

    private void chooseWhatToChange(TurnBuilder work) {
        List<Button> buttons = new ArrayList<>();
        List<String> facts = work.now().held().keySet().stream()
                .filter(fact -> !kit.flow().isAsked(fact))
                .toList();
        for (String fact : facts) {
            buttons.add(Button.plain(Truncate.button(kit.label(fact)), ConversationCommand.CHANGE.about(fact)));
        }
        for (String parameter : work.now().tunings().keySet()) {
            buttons.add(Button.plain(
                    Truncate.button(kit.dials().label(parameter)), ConversationCommand.CHANGE.about(parameter)));
        }
        if (buttons.isEmpty()) {
            work.tell(kit.text("status-nothing"));
        } else {
            Text which = kit.text("change-which");
            work.say(which, buttons);
        }
    }

    void keep(TurnBuilder work, List<String> facts) {
        for (String fact : facts) {
            if (fact.equals(work.now().mind().reopened()) || work.now().doubts().containsKey(fact)) {
                work.change(new Change.Kept(fact));
            }
        }
    }

    void remove(TurnBuilder work, List<String> facts) {
        for (String fact : facts) {
            RecordedAnswer held = work.now().held().get(fact);
            if (held != null && held.basis() == RecordedAnswer.Basis.IMPLIED) {
                reopen(work, List.of(fact));
                continue;
            }
            if (work.now().held().containsKey(fact)) {
                work.change(new Change.Forgotten(fact));
                work.say(kit.text("removed", kit.label(fact), work.author().name()));
            } else {
                work.tell(kit.text("removed-nothing", kit.label(fact)));
            }
        }
    }

    void repeat(TurnBuilder work) {
        if (planner.agenda(work.now()).asking().isEmpty()) {
            work.tell(kit.text("why-nothing-open"));
        } else {
            work.askWhole();
        }
    }

    void restart(TurnBuilder work, boolean sure) {
        int count = work.now().held().size() + work.now().tunings().size();
        if (count == 0 && work.now().doubts().isEmpty()) {
            work.tell(kit.text("restart-nothing"));
        } else if (sure) {
            work.change(new Change.Restarted());
            work.say(kit.text("restarted", work.author().name()));
        } else {
            Text ask = kit.text("restart-ask", count);
            work.say(
                    ask,
                    List.of(
                            new Button(
                                    kit.plain("button-restart-sure"),
                                    new Action.Command(ConversationCommand.RESTART.id(), Map.of("sure", "yes")),
                                    Button.Style.DANGER),
                            Button.quiet(kit.plain("button-restart-no"), ConversationCommand.REPEAT.action())));
        }
    }

    void stop(TurnBuilder work) {
        if (!work.now().stopped()) {
            work.change(new Change.Stopped());
            Text stopped = kit.text("stopped", work.author().name());
            work.say(stopped, List.of(resumeButton()));
        }
    }

    void resume(TurnBuilder work) {
        if (work.now().stopped()) {
            work.change(new Change.Resumed());
            work.say(kit.text("resumed", work.author().name()));
            work.askAgain();
        } else {
            work.tell(kit.text("not-stopped"));
        }
    }

    /** What somebody is told who does something while the consultation rests. */
    void rests(TurnBuilder work) {
        Text rests = kit.text("rests");
        work.say(rests, List.of(resumeButton()));
    }

    private Button resumeButton() {
        return Button.plain(kit.plain("button-resume"), ConversationCommand.RESUME.action());
    }

    /** What the answer says to do is in place already: takes what that tells, or asks the one thing about it that it leaves open. */
    void done(TurnBuilder work) {
        Optional<String> lever = step(work.now());
        Optional<PulledLevers.Meaning> meaning = lever.flatMap(
                each -> new PulledLevers(kit.flow()).of(each, work.now().answers()));
        if (lever.isEmpty() || meaning.isEmpty()) {
            chooseWhatToChange(work);
            return;
        }
        String name = kit.words().lever(lever.get());
        meaning.get().values().forEach((fact, value) -> work.change(new Change.Answered(fact, value, "")));
        if (meaning.get().ask().isEmpty()) {
            work.say(kit.text("already-done", name));
        } else {
            work.change(new Change.Reopened(meaning.get().ask().getFirst()));
            work.say(kit.text("already-done-how", name));
        }
    }

    /** The lever of the answer, or before there is one the step that stands out in the leaning. */
    Optional<String> step(ConversationState state) {
        if (kit.interview(state).standing(state.answers())
                instanceof InterviewStatus.Decided(Rule rule, var _, var _)) {
            return Optional.of(rule.lever());
        }
        return Optional.ofNullable(state.shown().leaning())
                .map(ThreadState.Leaning::now)
                .filter(LeaningText::standsOut)
                .map(Change.Leaned::lever);
    }

    /** Drops what was begun last: what waits to be confirmed, a change, or an answer that was refused. */
    void neverMind(TurnBuilder work) {
        String begun = work.now().mind().reopened();
        if (begun != null) {
            work.change(new Change.Kept(begun));
        }
        work.now().doubts().keySet().forEach(fact -> work.change(new Change.Kept(fact)));
        work.say(kit.text("dropped"));
    }

    /** The fact that the thread is asked for, if any. */
    Optional<String> asked(ConversationState state) {
        return planner.agenda(state).asking().stream().findFirst();
    }
}
