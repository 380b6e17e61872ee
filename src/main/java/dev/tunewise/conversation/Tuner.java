package dev.tunewise.conversation;

import dev.tunewise.advice.Dial;
import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Text;
import dev.tunewise.flow.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sets cost parameters for good: in words, by click, and back to what they are usually. Whoever set one can be seen, and an undo takes it back. */
final class Tuner {
    private final Kit kit;

    Tuner(Kit kit) {
        this.kit = kit;
    }

    /** Sets a parameter; says whether anything came of it. */
    boolean set(Work work, String parameter, BigDecimal value, String quote) {
        Optional<Dial> known = kit.dials().find(parameter);
        if (known.isEmpty()) {
            return false;
        }
        if (!known.get().takes(value)) {
            work.say(kit.dials()
                    .refusal(known.get(), quote.isEmpty() ? kit.dials().shown(parameter, value) : quote));
            return true;
        }
        Tuning before = work.now().tunings().get(parameter);
        if (before != null && before.value().compareTo(value) == 0) {
            return false;
        }
        work.change(new Change.Tuned(parameter, value.stripTrailingZeros(), quote));
        Text said = before == null
                ? kit.wording()
                        .text(
                                Phrase.TUNED,
                                kit.dials().label(parameter),
                                kit.dials().shown(parameter, value),
                                work.author().name(),
                                known.get().usually(),
                                known.get().basis())
                : kit.wording()
                        .text(
                                Phrase.CHANGED,
                                kit.dials().label(parameter),
                                kit.dials().shown(parameter, before.value()),
                                kit.dials().shown(parameter, value),
                                work.author().name());
        work.say(
                List.of(
                        new Block.Paragraph(said),
                        new Block.Buttons(List.of(
                                Button.quiet(kit.wording().plain(Phrase.BUTTON_CHANGE), Verb.CHANGE.about(parameter)),
                                Button.quiet(kit.wording().plain(Phrase.BUTTON_USUAL), Verb.REMOVE.about(parameter))))),
                said.characters());
        return true;
    }

    /** Lets the thread decide how words are meant. */
    boolean ask(Work work, Heard.Unclear unclear) {
        return ask(work, unclear, Verb.ADOPT, Map.of());
    }

    /**
     * Lets the thread decide how words are meant.
     *
     * @param verb what becomes of the value that is chosen
     * @param others what else goes along
     */
    boolean ask(Work work, Heard.Unclear unclear, Verb verb, Map<String, String> others) {
        String name = kit.dials().label(unclear.fact());
        List<Button> buttons = new ArrayList<>();
        for (Value reading : unclear.readings()) {
            Map<String, String> arguments = new java.util.LinkedHashMap<>(others);
            arguments.put(unclear.fact(), Values.written(reading));
            buttons.add(Button.plain(
                    Labels.button(shown(unclear.fact(), reading)), new Action.Command(verb.id(), arguments)));
        }
        if (buttons.isEmpty()) {
            return false;
        }
        String quote = Labels.shortened(unclear.quote(), 80);
        Text question = kit.wording().text(buttons.size() > 1 ? Phrase.UNCLEAR : Phrase.UNCLEAR_ONE, quote, name);
        work.say(List.of(new Block.Paragraph(question), new Block.Buttons(buttons)), question.characters());
        return true;
    }

    private String shown(String id, Value value) {
        return kit.flow()
                .fact(id)
                .map(fact -> kit.values().shown(fact, value))
                .orElseGet(() -> value instanceof Value.Quantity(BigDecimal number, var _, var _)
                        ? kit.dials().shown(id, number)
                        : Values.written(value));
    }

    /** Asks what a parameter is to be, with its usual values at hand. */
    void choose(Work work, String parameter) {
        Dial dial = kit.dials().find(parameter).orElseThrow();
        Tuning held = work.now().tunings().get(parameter);
        Set<BigDecimal> usual = new LinkedHashSet<>();
        for (BigDecimal value :
                List.of(dial.usual().low(), dial.usual().likely(), dial.usual().high())) {
            usual.add(value.stripTrailingZeros());
        }
        List<Button> buttons = new ArrayList<>();
        for (BigDecimal value : usual) {
            if (held == null || held.value().compareTo(value) != 0) {
                buttons.add(Button.plain(
                        kit.dials().shown(parameter, value),
                        new Action.Command(Verb.ADOPT.id(), Map.of(parameter, value.toPlainString()))));
            }
        }
        if (held != null) {
            buttons.add(Button.quiet(kit.wording().plain(Phrase.BUTTON_USUAL), Verb.REMOVE.about(parameter)));
        }
        Text question = kit.wording()
                .text(
                        Phrase.TUNE_WHICH,
                        kit.dials().label(parameter),
                        held == null ? dial.usually() : kit.dials().shown(parameter, held.value()));
        work.say(List.of(new Block.Paragraph(question), new Block.Buttons(buttons)), question.characters());
    }

    /** Takes a parameter as it is usually. */
    void remove(Work work, String parameter) {
        if (work.now().tunings().containsKey(parameter)) {
            work.change(new Change.Untuned(parameter));
            work.say(kit.wording()
                    .text(
                            Phrase.UNTUNED,
                            kit.dials().label(parameter),
                            kit.dials().find(parameter).map(Dial::usually).orElse("—"),
                            work.author().name()));
        }
    }
}
