package dev.tunewise.conversation.turn;

import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.conversation.state.ValueConstraints;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.understanding.Interpreter;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.ReadingContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes an edited message: its new words replace what the message gave, and nothing that was said after it. A message without words was
 * deleted: whoever deletes what they said takes it back.
 */
record EditHandler(FlowContext flow, AnswerRecorder answering, ReadingRecorder readings, Interpreter interpreter) {
    private static final long OPENING = 0;

    void take(TurnBuilder work, UserInput.Edited edited) {
        if (work.now().stopped()) {
            return;
        }
        if (edited.entries().contains(OPENING)) {
            work.change(new Change.Titled(edited.text().strip()));
        }
        Set<String> given = given(work, edited.entries());
        if (edited.text().isBlank()) {
            takenBack(work, edited.entries(), given);
            return;
        }
        Answers others = work.now().answers();
        for (String fact : given) {
            others = others.without(fact);
        }
        Set<String> said = new LinkedHashSet<>();
        for (ExtractedAnswer setting : readings.settings(edited.text())) {
            said.add(setting.fact());
            take(work, edited, setting, given);
        }
        List<String> asked = given.stream().filter(fact -> !said.contains(fact)).toList();
        Interpretation heard = interpreter
                .hear(edited.text(), new ReadingContext(asked, others))
                .without(said);
        for (ExtractedAnswer fill : heard.fills()) {
            said.add(fill.fact());
            take(work, edited, fill, given);
        }
        for (Clarification unclear : heard.unclear()) {
            boolean free = given.contains(unclear.fact()) || !work.now().held().containsKey(unclear.fact());
            if (free && !unclear.readings().isEmpty() && said.add(unclear.fact())) {
                work.change(new Change.Unclear(unclear.fact(), unclear.readings(), unclear.quote()));
            }
        }
        given.stream().filter(fact -> !said.contains(fact)).forEach(fact -> work.change(new Change.Forgotten(fact)));
        if (given.contains(Guidance.MENTIONS)) {
            readings.mentioned(work, edited.text());
        }
    }

    private void take(TurnBuilder work, UserInput.Edited edited, ExtractedAnswer fill, Set<String> given) {
        Fact fact = flow.flow().fact(fill.fact()).orElse(null);
        RecordedAnswer held = work.now().held().get(fill.fact());
        boolean later = held != null
                && !held.assumed()
                && !given.contains(fill.fact())
                && edited.entries().stream().allMatch(entry -> held.entry() > entry);
        if (fact != null && ValueConstraints.fits(fact, fill.value()) && !later) {
            answering.take(work, fact, fill.value(), fill.quote(), true);
        }
    }

    /** What the message gave and what it left open, with a quiet word where that was an answer. */
    private void takenBack(TurnBuilder work, List<Long> entries, Set<String> given) {
        List<String> labels = new ArrayList<>();
        work.now().doubts().forEach((fact, doubt) -> {
            if (entries.contains(doubt.entry()) && !given.contains(fact)) {
                work.change(new Change.Kept(fact));
            }
        });
        for (String fact : given) {
            work.change(new Change.Forgotten(fact));
            labels.add(flow.label(fact));
        }
        work.now().tunings().forEach((parameter, override) -> {
            if (entries.contains(override.entry())) {
                work.change(new Change.Untuned(parameter));
                labels.add(flow.dials().label(parameter));
            }
        });
        if (!labels.isEmpty()) {
            work.say(flow.text("deleted", work.author().name(), String.join(", ", labels)));
        }
    }

    /** The facts whose answers came from the message and stand still. */
    private static Set<String> given(TurnBuilder work, List<Long> entries) {
        Set<String> given = new LinkedHashSet<>();
        for (Map.Entry<String, RecordedAnswer> held : work.now().held().entrySet()) {
            if (entries.contains(held.getValue().entry())) {
                given.add(held.getKey());
            }
        }
        return given;
    }
}
