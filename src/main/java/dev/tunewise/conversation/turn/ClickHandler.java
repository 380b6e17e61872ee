package dev.tunewise.conversation.turn;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import dev.tunewise.conversation.card.ConstraintText;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.state.RecordedAnswer;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.conversation.wording.ValueFormat;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes clicks on answers and whole forms. */
record ClickHandler(FlowContext kit, AnswerRecorder answering, ConstraintText bounds) {
    void answer(TurnBuilder work, Action.Answer click) {
        Optional<Fact> fact = kit.flow().fact(click.fact());
        if (fact.isEmpty()) {
            work.tell(kit.text("gone"));
            return;
        }
        Optional<Value> value = kit.values().parse(fact.get(), click.value());
        if (value.isEmpty()) {
            work.tell(kit.text("invalid", kit.label(fact.get())));
            return;
        }
        answering.take(work, fact.get(), value.get(), "", false);
    }

    /** Takes what fits of a form and says what does not. */
    void form(TurnBuilder work, Map<String, String> values) {
        List<Text> refused = List.copyOf(refused(values).values());
        boolean taken = false;
        for (Fact fact : kit.flow().facts()) {
            Optional<Value> value = Optional.ofNullable(values.get(fact.id()))
                    .filter(written -> !written.isBlank())
                    .flatMap(written -> sent(work, fact, written));
            if (value.isPresent()) {
                taken |= answering.take(work, fact, value.get(), "", false);
            }
        }
        if (!refused.isEmpty()) {
            work.say(List.of(
                    new Block.Paragraph(kit.text(taken ? "form-refused" : "form-refused-all")),
                    new Block.Bullets(refused)));
        } else if (!taken) {
            work.tell(kit.text("form-nothing"));
        }
    }

    /** The value of a field; one that nobody touched is the held one, which may be more exact than the field showed it. */
    private Optional<Value> sent(TurnBuilder work, Fact fact, String written) {
        return work.now()
                .held(fact.id())
                .map(RecordedAnswer::value)
                .filter(held -> ValueFormat.inField(held).equals(written.strip()))
                .or(() -> kit.values().parse(fact, written));
    }

    /** What of a form cannot be taken, and why, by fact. */
    Map<String, Text> refused(Map<String, String> values) {
        Map<String, Text> refused = new LinkedHashMap<>();
        for (Fact fact : kit.flow().facts()) {
            String written = values.get(fact.id());
            if (written != null
                    && !written.isBlank()
                    && kit.values().parse(fact, written).isEmpty()) {
                refused.put(
                        fact.id(),
                        kit.text("form-refused-field", kit.label(fact), Truncate.atWord(written, 80), bounds.of(fact)));
            }
        }
        return refused;
    }
}
