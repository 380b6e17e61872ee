package dev.tunewise.reading.pattern;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a pattern of a flow stands for.
 *
 * @param key the key it is listed under
 * @param value the value it says, or null where the amount or name that it matches is the value
 */
public record PatternMeaning(
        String key, Fact fact, @Nullable Value value, Set<PatternParser.Flag> flags, PatternAst.As as) {
    public boolean has(PatternParser.Flag flag) {
        return flags.contains(flag);
    }

    /** Says whether a `not:` pattern of this meaning keeps another from reading. */
    public boolean blocks(PatternMeaning other) {
        return fact.id().equals(other.fact.id()) && (value == null || Objects.equals(value, other.value));
    }
}
