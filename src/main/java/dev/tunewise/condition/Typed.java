package dev.tunewise.condition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kind of a part.
 *
 * @param kind the kind
 * @param owner the fact whose choices its texts are, or null where any text is possible
 * @param choices those choices; empty where any text is possible
 */
record Typed(Kind kind, @Nullable String owner, List<String> choices) {
    static Typed of(Kind kind) {
        return new Typed(kind, null, List.of());
    }

    boolean isClosed() {
        return !choices.isEmpty();
    }

    Typed as(Kind other) {
        return new Typed(other, owner, choices);
    }
}
