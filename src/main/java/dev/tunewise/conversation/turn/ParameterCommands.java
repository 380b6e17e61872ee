package dev.tunewise.conversation.turn;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.state.Change;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ParameterOverride;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.conversation.wording.ValueFormat;
import dev.tunewise.cost.parameter.CostParameter;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.result.Clarification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sets cost parameters for good: in words, by click, and back to what they are usually. Whoever set one can be seen, and an undo takes it back. */
record ParameterCommands(FlowContext kit) {
    /** Sets a parameter; says whether it had any effect. */
    boolean set(TurnBuilder work, String parameter, BigDecimal value, String quote) {
        Optional<CostParameter> known = kit.dials().find(parameter);
        if (known.isEmpty()) {
            return false;
        }
        if (!known.get().takes(value)) {
            work.say(kit.dials()
                    .refusal(known.get(), quote.isEmpty() ? kit.dials().shown(parameter, value) : quote));
            return true;
        }
        ParameterOverride before = work.now().tunings().get(parameter);
        if (before != null && before.value().compareTo(value) == 0) {
            return false;
        }
        work.change(new Change.Tuned(parameter, value.stripTrailingZeros(), quote));
        if (work.before().entries() == 0) {
            // Who puts a question came for the answer to it, not for a notice about a price.
            return true;
        }
        Text said = before == null
                ? kit.text(
                        "tuned",
                        kit.dials().label(parameter),
                        kit.dials().shown(parameter, value),
                        work.author().name(),
                        known.get().usually(),
                        known.get().basis().label())
                : kit.text(
                        "changed",
                        kit.dials().label(parameter),
                        kit.dials().shown(parameter, before.value()),
                        kit.dials().shown(parameter, value),
                        work.author().name());
        work.say(
                said,
                List.of(
                        Button.quiet(kit.plain("button-change"), ConversationCommand.CHANGE.about(parameter)),
                        Button.quiet(kit.plain("button-usual"), ConversationCommand.REMOVE.about(parameter))));
        return true;
    }

    /** Lets the thread decide how words are meant. */
    boolean ask(TurnBuilder work, Clarification unclear) {
        return ask(work, unclear, ConversationCommand.ADOPT, Map.of());
    }

    /**
     * Lets the thread decide how words are meant.
     *
     * @param verb what becomes of the value that is chosen
     * @param others what else goes along
     */
    boolean ask(TurnBuilder work, Clarification unclear, ConversationCommand verb, Map<String, String> others) {
        boolean dial = kit.dials().find(unclear.fact()).isPresent();
        String name = dial ? kit.dials().label(unclear.fact()) : kit.words().label(unclear.fact());
        List<Button> buttons = new ArrayList<>();
        for (Value reading : unclear.readings()) {
            Map<String, String> arguments = new java.util.LinkedHashMap<>(others);
            arguments.put(unclear.fact(), ValueFormat.written(reading));
            buttons.add(Button.plain(
                    Truncate.button(shown(unclear.fact(), reading)), new Action.Command(verb.id(), arguments)));
        }
        if (buttons.isEmpty()) {
            return false;
        }
        String quote = Truncate.atWord(unclear.quote(), 80);
        Text question = kit.text(buttons.size() > 1 ? "unclear" : "unclear-one", quote, name);
        work.say(question, buttons);
        return true;
    }

    private String shown(String id, Value value) {
        return kit.flow()
                .fact(id)
                .map(fact -> kit.values().shown(fact, value))
                .orElseGet(() -> value instanceof Value.Quantity(BigDecimal number, var _, var _)
                        ? kit.dials().shown(id, number)
                        : ValueFormat.written(value));
    }

    /** Asks what a parameter is to be, with its usual values at hand. */
    void choose(TurnBuilder work, String parameter) {
        CostParameter dial = kit.dials().find(parameter).orElseThrow();
        ParameterOverride held = work.now().tunings().get(parameter);
        Set<BigDecimal> usual = new LinkedHashSet<>();
        for (BigDecimal value :
                List.of(dial.range().low(), dial.range().likely(), dial.range().high())) {
            usual.add(value.stripTrailingZeros());
        }
        List<Button> buttons = new ArrayList<>();
        for (BigDecimal value : usual) {
            if (held == null || held.value().compareTo(value) != 0) {
                buttons.add(Button.plain(
                        kit.dials().shown(parameter, value),
                        new Action.Command(ConversationCommand.ADOPT.id(), Map.of(parameter, value.toPlainString()))));
            }
        }
        if (held != null) {
            buttons.add(Button.quiet(kit.plain("button-usual"), ConversationCommand.REMOVE.about(parameter)));
        }
        Text question = kit.text(
                "tune-which",
                kit.dials().label(parameter),
                held == null ? dial.usually() : kit.dials().shown(parameter, held.value()));
        work.say(question, buttons);
    }

    /** Takes a parameter as it is usually. */
    void remove(TurnBuilder work, String parameter) {
        if (work.now().tunings().containsKey(parameter)) {
            work.change(new Change.Untuned(parameter));
            work.say(kit.text(
                    "untuned",
                    kit.dials().label(parameter),
                    kit.dials().find(parameter).map(CostParameter::usually).orElse("—"),
                    work.author().name()));
        }
    }
}
