package dev.tunewise.conversation.turn;

import dev.tunewise.advice.result.Counterfactual;
import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import dev.tunewise.conversation.answer.GivenCase;
import dev.tunewise.conversation.card.ConstraintText;
import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.card.LeaningText;
import dev.tunewise.conversation.scenario.Scenario;
import dev.tunewise.conversation.scenario.ScenarioComparison;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.step.TurnBuilder;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.understanding.RelativeChange;
import dev.tunewise.conversation.wording.ValueFormat;
import dev.tunewise.cost.parameter.CostParameter;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.reading.result.Clarification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Puts the advice for other facts or cost parameters beside the present one; nothing changes until somebody takes it over. */
record WhatIfCommand(FlowContext kit, AnswerRecorder answering, ParameterCommands tuner) {
    private static final int SUGGESTED = 5;
    private static final int EXAMPLES = 6;

    /** What is looked at. */
    private record Other(Map<String, Value> facts, Map<String, BigDecimal> parameters, List<Text> refused) {
        boolean isEmpty() {
            return facts.isEmpty() && parameters.isEmpty();
        }
    }

    /** Looks at what a text supposes; with the first of a consultation only where that says what is another. */
    void suppose(TurnBuilder work, Interpretation heard, String text, boolean opening) {
        Map<String, String> arguments =
                new LinkedHashMap<>(Objects.requireNonNull(heard.command()).arguments());
        RelativeChange.Supposed other = RelativeChange.in(text, kit.flow().texts(), id -> present(work.now(), id));
        heard.parameters().reads().stream()
                .filter(set -> other.takes(set.quote()))
                .forEach(set -> arguments.remove(set.fact()));
        arguments.putAll(other.values());
        if (arguments.isEmpty() && !other.unknown().isEmpty()) {
            unsaid(work, kit.fact(other.unknown().getFirst()));
        } else if (!opening || !arguments.isEmpty() && !heard.fills().isEmpty()) {
            look(work, arguments, heard);
        }
    }

    /** The value of a fact that somebody said, or of a cost parameter. */
    private Optional<BigDecimal> present(ConversationState state, String id) {
        return kit.flow().fact(id).isPresent()
                ? state.held(id)
                        .filter(held -> !held.assumed())
                        .flatMap(held -> held.value() instanceof Value.Quantity said
                                ? Optional.of(said.value())
                                : Optional.empty())
                : Optional.ofNullable(state.parameters().get(id))
                        .or(() -> kit.dials().find(id).map(dial -> dial.range().likely()));
    }

    /** What nobody said cannot grow: from which volumes it is another answer, and what to tell. */
    private void unsaid(TurnBuilder work, Fact fact) {
        ConversationState state = work.now();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(
                kit.text("what-if-unsaid", kit.label(fact), kit.words().question(fact))));
        if (fact.unit() != null && fact.unit().kind() == Unit.Kind.PER_DAY) {
            kit.counsel().figures(kit.theCase(state)).stream()
                    .flatMap(known -> known.breakEven().stream())
                    .map(line -> new Block.Paragraph(Text.plain(line)))
                    .forEach(blocks::add);
        }
        work.say(blocks);
        work.askAgain();
    }

    /**
     * Looks at other facts or parameters.
     *
     * @param heard what was said beside them and has to be asked back; {@link Interpretation#NOTHING} for a click
     */
    void look(TurnBuilder work, Map<String, String> arguments, Interpretation heard) {
        boolean asked = false;
        Map<String, String> looked = new LinkedHashMap<>(arguments);
        for (Clarification unclear : heard.unclear()) {
            // Nothing is changed by looking, so that one reading needs no confirmation.
            if (unclear.readings().size() == 1) {
                looked.putIfAbsent(
                        unclear.fact(), ValueFormat.written(unclear.readings().getFirst()));
            } else {
                asked |= tuner.ask(work, unclear, ConversationCommand.WHAT_IF, arguments);
            }
        }
        for (Clarification unclear : heard.parameters().asks()) {
            asked |= tuner.ask(work, unclear, ConversationCommand.WHAT_IF, arguments);
        }
        if (asked) {
            return;
        }
        Other other = other(looked);
        heard.refused()
                .forEach(refused -> kit.flow()
                        .fact(refused.fact())
                        .ifPresent(fact -> other.refused().add(new ConstraintText(kit).refusal(fact, refused))));
        ConversationState state = work.now();
        if (other.isEmpty()) {
            suggest(work, state, other.refused());
            return;
        }
        GivenCase standing = kit.figureCase(state);
        Answers answers = standing.answers();
        Map<String, BigDecimal> parameters = new LinkedHashMap<>(state.parameters());
        for (Map.Entry<String, Value> fact : other.facts().entrySet()) {
            answers = answers.with(fact.getKey(), SourcedAnswer.of(fact.getValue()));
        }
        parameters.putAll(other.parameters());
        new ScenarioComparison(kit)
                .show(
                        work,
                        new ScenarioComparison.Looked(looked, other.facts(), other.parameters(), other.refused()),
                        Scenario.of(kit, standing, state.mind().hurried()),
                        Scenario.of(
                                kit,
                                new GivenCase(answers, parameters),
                                state.mind().hurried()));
    }

    /** Offers what would change the answer, or says how to ask. */
    private void suggest(TurnBuilder work, ConversationState state, List<Text> refused) {
        List<Block> blocks = new ArrayList<>();
        refused.forEach(text -> blocks.add(new Block.Note(Block.Tone.WARNING, text)));
        Text ask = kit.text("what-if-nothing");
        blocks.add(new Block.Paragraph(ask));
        boolean decided = kit.interview(state).standing(state.answers()).isTold(kit.flow());
        List<Button> buttons = !decided
                ? List.of()
                : kit.counsel().advise(kit.theCase(state)).outlook().flips().stream()
                        .limit(SUGGESTED)
                        .map(this::suggestion)
                        .toList();
        List<String> examples = kit.dials().examples();
        if (!examples.isEmpty()) {
            blocks.add(new Block.Paragraph(kit.text("what-if-parameters")));
            blocks.add(new Block.Bullets(
                    examples.stream().limit(EXAMPLES).map(Text::plain).toList()));
        }
        if (!buttons.isEmpty()) {
            blocks.add(new Block.Buttons(buttons));
        }
        work.say(blocks, ask.characters());
    }

    /** Says what would change the answer, or before there is one what the leaning hangs on. */
    void changes(TurnBuilder work) {
        ConversationState state = work.now();
        List<Block> blocks = state.concluded().isPresent()
                ? kit.counsel().changes(kit.theCase(state))
                : new LeaningText(kit).hangs(state);
        if (blocks.isEmpty()) {
            suggest(work, state, List.of());
        } else {
            work.say(blocks);
        }
    }

    private Button suggestion(Counterfactual turn) {
        String label = kit.label(turn.fact()) + ": " + kit.shown(turn.fact(), turn.at());
        return Button.plain(
                Truncate.button(label),
                new Action.Command(
                        ConversationCommand.WHAT_IF.id(), Map.of(turn.fact(), ValueFormat.written(turn.at()))));
    }

    void adopt(TurnBuilder work, Map<String, String> arguments) {
        Other other = other(arguments);
        boolean changed = false;
        for (Map.Entry<String, Value> fact : other.facts().entrySet()) {
            changed |= answering.take(work, kit.fact(fact.getKey()), fact.getValue(), "", true);
        }
        for (Map.Entry<String, BigDecimal> parameter : other.parameters().entrySet()) {
            changed |= tuner.set(work, parameter.getKey(), parameter.getValue(), "");
        }
        other.refused().forEach(work::say);
        if (!changed && other.isEmpty()) {
            work.tell(kit.text("what-if-nothing"));
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
                                () -> refused.add(invalid(kit.label(fact.get()), written)));
            } else if (kit.counsel().parameters().containsKey(name)) {
                parameter(kit.dials().find(name).orElseThrow(), written, parameters, refused);
            } else {
                refused.add(kit.text("what-if-unknown", Truncate.atWord(name, 40)));
            }
        });
        return new Other(facts, parameters, refused);
    }

    private void parameter(CostParameter dial, String written, Map<String, BigDecimal> parameters, List<Text> refused) {
        Optional<BigDecimal> value = ValueFormat.number(written);
        if (value.isEmpty()) {
            refused.add(invalid(kit.dials().label(dial.key()), written));
        } else if (dial.takes(value.get())) {
            parameters.put(dial.key(), value.get());
        } else {
            refused.add(kit.dials().refusal(dial, dial.written(value.get())));
        }
    }

    private Text invalid(String name, String written) {
        return kit.text("what-if-invalid", name, Truncate.atWord(written, 40));
    }
}
