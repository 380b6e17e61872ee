package dev.tunewise.conversation.dialogue;

import dev.tunewise.conversation.card.FlowContext;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.understanding.Interpretation;
import dev.tunewise.conversation.understanding.Interpreter;
import dev.tunewise.conversation.understanding.Proposal;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import java.util.List;

/** Hears a word or two that answer another question than the open one: "production" while the prompt is asked for. */
public record BareAnswer(FlowContext kit, Interpreter interpreter) {
    private static final int FEW = 3;
    private static final double LIKELY = 0.5;

    /** What a text would say were it asked; none where it could answer two questions, as "no" could. */
    public List<Proposal> in(String text, ConversationState state) {
        if (text.strip().split("\\s+", FEW + 1).length > FEW) {
            return List.of();
        }
        List<Interpretation.Fill> fills = kit.flow().facts().stream()
                .filter(fact -> (fact.type() == FactType.CHOICE || fact.type() == FactType.CHOICES)
                        && !state.answers().knows(fact.id())
                        && !state.doubts().containsKey(fact.id()))
                .map(Fact::id)
                .flatMap(fact ->
                        interpreter
                                .hear(text, new Interpreter.Setting(List.of(fact), state.answers(), false))
                                .fills()
                                .stream()
                                .filter(fill -> fill.fact().equals(fact)))
                .toList();
        return fills.size() != 1
                ? List.of()
                : fills.stream()
                        .map(fill -> new Proposal(fill.fact(), fill.value(), text.strip(), LIKELY, false))
                        .toList();
    }
}
