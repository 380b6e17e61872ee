package dev.tunewise.flow;

import dev.tunewise.condition.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rung of the ladder: a thing that a team can do. Levers are declared in climbing order.
 *
 * @param done holds when it has been done already, or null
 * @param unfit holds when it cannot help here, or null
 * @param sources where the advice comes from
 */
public record Lever(
        String id, @Nullable Condition done, @Nullable Condition unfit, List<Citation> sources) {
    public Lever {
        sources = List.copyOf(sources);
    }
}
