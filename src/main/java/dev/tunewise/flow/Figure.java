package dev.tunewise.flow;

import dev.tunewise.condition.Condition;
import dev.tunewise.diagnostics.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact that is worked out from others and never asked; rules test it like any fact.
 *
 * @param type choice or quantity
 * @param unit for quantities, else null
 * @param inputs the facts it is worked out from, in the order in which they are asked
 * @param hints facts that it takes in where somebody said them, although no rule asks for them
 */
public record Figure(
        String id,
        FactType type,
        List<String> choices,
        @Nullable Unit unit,
        List<Input> inputs,
        List<String> hints,
        Position position) {
    /**
     * One fact that a figure is worked out from.
     *
     * @param unlessKnown not needed once all of these facts are known; empty when always needed
     * @param when needed only where this holds, or null for always
     */
    public record Input(
            String fact, List<String> unlessKnown, @Nullable Condition when) {}
}
