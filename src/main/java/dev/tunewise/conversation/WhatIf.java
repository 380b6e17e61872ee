package dev.tunewise.conversation;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Text;
import dev.tunewise.flow.Answers;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Given;
import dev.tunewise.flow.Standing;
import dev.tunewise.flow.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts the advice for other facts or cost parameters beside the present one; nothing changes until somebody takes it over. */
final class WhatIf {
    private static final int SUGGESTED = 5;

    private final Kit kit;
    private final Answering answering;

    WhatIf(Kit kit, Answering answering) {
        this.kit = kit;
        this.answering = answering;
    }

    /** What is looked at. */
    private record Other(Map<String, Value> facts, Map<String, BigDecimal> parameters, List<Text> refused) {
        boolean isEmpty() {
            return facts.isEmpty() && parameters.isEmpty();
        }
    }

    /** The advice in three cells. */
    private record Side(String answer, String lever, String monthly, boolean decided) {}

    void look(Work work, Map<String, String> arguments) {
        Other other = other(arguments);
        State state = work.now();
        if (other.isEmpty()) {
            suggest(work, state, other.refused());
            return;
        }
        Answers answers = state.answers();
        Map<String, BigDecimal> parameters = new LinkedHashMap<>(state.parameters());
        for (Map.Entry<String, Value> fact : other.facts().entrySet()) {
            answers = answers.with(fact.getKey(), Given.of(fact.getValue()));
        }
        parameters.putAll(other.parameters());
        Side now = side(state.answers(), state.parameters());
        Side then = side(answers, parameters);
        show(work, arguments, other, now, then);
    }

    /** Offers what would change the answer, or says how to ask. */
    private void suggest(Work work, State state, List<Text> refused) {
        List<Block> blocks = new ArrayList<>();
        refused.forEach(text -> blocks.add(new Block.Note(Block.Tone.WARNING, text)));
        Text ask = kit.wording().text(Phrase.WHAT_IF_NOTHING);
        blocks.add(new Block.Paragraph(ask));
        boolean decided =
                kit.interview(state).standing(state.answers()) instanceof Standing.Decided(var _, var needs, var _)
                        && needs.isEmpty();
        List<Button> buttons = !decided
                ? List.of()
                : kit.counsel().advise(state.answers(), state.parameters()).turns().stream()
                        .limit(SUGGESTED)
                        .map(this::suggestion)
                        .toList();
        if (!buttons.isEmpty()) {
            blocks.add(new Block.Buttons(buttons));
        }
        work.say(blocks, ask.characters());
    }

    private Button suggestion(Counsel.Turn turn) {
        String label = kit.words().label(turn.fact()) + ": " + kit.shown(turn.fact(), turn.value());
        return Button.plain(
                Labels.button(label),
                new Action.Command(Verb.WHAT_IF.id(), Map.of(turn.fact(), Values.written(turn.value()))));
    }

    private void show(Work work, Map<String, String> arguments, Other other, Side now, Side then) {
        Wording wording = kit.wording();
        List<List<Text>> rows = new ArrayList<>();
        other.facts()
                .forEach((fact, value) -> rows.add(row(
                        kit.words().label(fact),
                        work.now()
                                .held(fact)
                                .map(held -> kit.shown(fact, held.value()))
                                .orElse("—"),
                        kit.shown(fact, value))));
        other.parameters()
                .forEach((parameter, value) -> rows.add(row(
                        parameter,
                        Optional.ofNullable(work.now().parameters().get(parameter))
                                .map(BigDecimal::toPlainString)
                                .orElse("—"),
                        value.toPlainString())));
        rows.add(row(wording.plain(Phrase.WHAT_IF_ANSWER), now.answer(), then.answer()));
        rows.add(row(wording.plain(Phrase.WHAT_IF_LEVER), now.lever(), then.lever()));
        if (!now.monthly().isEmpty() || !then.monthly().isEmpty()) {
            rows.add(row(wording.plain(Phrase.WHAT_IF_MONTHLY), now.monthly(), then.monthly()));
        }
        Phrase result = !then.decided()
                ? Phrase.WHAT_IF_UNDECIDED
                : now.answer().equals(then.answer()) ? Phrase.WHAT_IF_SAME : Phrase.WHAT_IF_OTHER;
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(wording.plain(Phrase.WHAT_IF_TITLE)));
        other.refused().forEach(refused -> blocks.add(new Block.Note(Block.Tone.WARNING, refused)));
        blocks.add(new Block.Table(
                wording.plain(Phrase.WHAT_IF_CAPTION),
                List.of("", wording.plain(Phrase.WHAT_IF_NOW), wording.plain(Phrase.WHAT_IF_THEN)),
                List.of(false, false, false),
                rows));
        blocks.add(new Block.Paragraph(wording.text(result)));
        blocks.add(new Block.Buttons(List.of(
                Button.plain(wording.plain(Phrase.BUTTON_ADOPT), new Action.Command(Verb.ADOPT.id(), arguments)))));
        work.say(blocks, wording.plain(result) + " " + then.answer());
    }

    private static List<Text> row(String name, String now, String then) {
        return List.of(Text.plain(name), Text.plain(now), Text.plain(then));
    }

    private Side side(Answers answers, Map<String, BigDecimal> parameters) {
        Standing standing = kit.counsel().interview(parameters).standing(answers);
        if (!standing.asks().isEmpty()) {
            String label = kit.words().label(standing.asks().getFirst());
            return new Side(kit.wording().plain(Phrase.WHAT_IF_OPEN, label), "—", "", false);
        }
        if (!(standing instanceof Standing.Decided)) {
            return new Side("—", "—", "", false);
        }
        Counsel.Counselled advice = kit.counsel().advise(answers, parameters);
        return new Side(advice.headline(), advice.lever(), advice.monthly(), true);
    }

    void adopt(Work work, Map<String, String> arguments) {
        Other other = other(arguments);
        boolean changed = false;
        for (Map.Entry<String, Value> fact : other.facts().entrySet()) {
            changed |= answering.take(work, kit.fact(fact.getKey()), fact.getValue(), "", true);
        }
        for (Map.Entry<String, BigDecimal> parameter : other.parameters().entrySet()) {
            BigDecimal present = work.now().parameters().get(parameter.getKey());
            if (present == null || present.compareTo(parameter.getValue()) != 0) {
                work.change(new Change.Tuned(parameter.getKey(), parameter.getValue()));
                work.say(kit.wording()
                        .text(
                                Phrase.TUNED,
                                parameter.getKey(),
                                parameter.getValue().toPlainString(),
                                work.author().name()));
                changed = true;
            }
        }
        if (!changed && other.isEmpty()) {
            work.tell(kit.wording().text(Phrase.WHAT_IF_NOTHING));
        }
    }

    private Other other(Map<String, String> arguments) {
        Map<String, Value> facts = new LinkedHashMap<>();
        Map<String, BigDecimal> parameters = new LinkedHashMap<>();
        List<Text> refused = new ArrayList<>();
        new TreeMap<>(arguments).forEach((name, written) -> {
            Optional<Fact> fact = kit.flow().fact(name);
            if (fact.isPresent()) {
                kit.values()
                        .parse(fact.get(), written)
                        .ifPresentOrElse(
                                value -> facts.put(fact.get().id(), value),
                                () -> refused.add(invalid(kit.words().label(fact.get()), written)));
            } else if (kit.counsel().parameters().containsKey(name)) {
                Values.number(written)
                        .ifPresentOrElse(
                                value -> parameters.put(name, value), () -> refused.add(invalid(name, written)));
            } else {
                refused.add(kit.wording().text(Phrase.WHAT_IF_UNKNOWN, Labels.shortened(name, 40)));
            }
        });
        return new Other(facts, parameters, refused);
    }

    private Text invalid(String name, String written) {
        return kit.wording().text(Phrase.WHAT_IF_INVALID, name, Labels.shortened(written, 40));
    }
}
