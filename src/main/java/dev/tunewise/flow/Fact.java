package dev.tunewise.flow;

import dev.tunewise.diagnostics.Position;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the consultant needs to know. Its words (question, reason, labels of choices) are in {@link Texts}.
 *
 * @param topic facts of one topic may share a card
 * @param choices ids of the choices, in order; empty for other types and for catalogue facts
 * @param catalogue name of the catalogue whose entries are the choices, or null
 * @param unit for quantities, else null
 * @param min least allowed quantity, or null
 * @param max greatest allowed quantity, or null
 * @param whole whether only whole quantities make sense
 * @param assume what is assumed when nobody knows
 * @param was former ids, whose answers carry over
 */
public record Fact(
        String id,
        FactType type,
        String topic,
        List<String> choices,
        @Nullable String catalogue,
        @Nullable Unit unit,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        boolean whole,
        Value assume,
        List<String> was,
        Position position) {
    /** Whether it is a quantity of this kind. */
    public boolean measures(Unit.Kind kind) {
        return unit != null && unit.kind() == kind;
    }

    public Fact assuming(Value value) {
        return new Fact(id, type, topic, choices, catalogue, unit, min, max, whole, value, was, position);
    }
}
