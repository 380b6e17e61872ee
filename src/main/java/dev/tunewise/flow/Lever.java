package dev.tunewise.flow;

import dev.tunewise.condition.Condition;
import dev.tunewise.diagnostics.Position;
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
    /** What a comparison of options may not recommend, and when. It only tests facts, never figures, since figures rest on it. */
    public record Exclusion(
            String id,
            Condition when,
            List<String> levers,
            @Nullable String until,
            List<Citation> sources,
            Position position) {}
}
