package dev.tunewise.flow;

import dev.tunewise.condition.Condition;
import dev.tunewise.diagnostics.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be in place before a verdict is acted upon.
 *
 * @param met the condition, or null for one that no fact tells and that is always listed as to do
 * @param asks whether its facts are asked on the way to a verdict that asks gates
 * @param blocks whether it is of the kind that rules block on
 * @param sources where it comes from
 * @param position where it is declared
 */
public record Gate(
        String id, @Nullable Condition met, boolean asks, boolean blocks, List<Citation> sources, Position position) {}
