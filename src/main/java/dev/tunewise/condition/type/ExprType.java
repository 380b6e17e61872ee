package dev.tunewise.condition.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kind of a part.
 *
 * @param owner the fact whose choices its texts are, or null where any text is possible
 * @param choices those choices; empty where any text is possible
 */
public record ExprType(Kind kind, @Nullable String owner, List<String> choices) {
    public static ExprType of(Kind kind) {
        return new ExprType(kind, null, List.of());
    }

    boolean isClosed() {
        return !choices.isEmpty();
    }

    ExprType as(Kind other) {
        return new ExprType(other, owner, choices);
    }
}
