package dev.tunewise.flow;

import dev.tunewise.condition.Condition;
import dev.tunewise.diagnostics.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verdict and the condition under which it is given. Rules are tried in order; the first that holds decides.
 *
 * @param lever id of the lever to pull now
 * @param next id of the lever to pull after that, or null to let the ladder say
 * @param compares whether it follows from a comparison of options, so that its verdict names the recommended one
 * @param headlines other headlines than the usual one, each with when it is used; the first that holds counts, and those that add are said after it
 * @param because the reasons, in order, two to four as a rule
 * @param position where it is declared
 */
public record Rule(
        String id,
        Condition when,
        String verdict,
        String lever,
        @Nullable String next,
        boolean compares,
        List<Headline> headlines,
        List<Reason> because,
        Position position) {
    /**
     * Another headline; its words are in {@link Texts}.
     *
     * @param when used where this holds
     * @param adds whether it is said after the headline that fits instead of in its place
     */
    public record Headline(String id, Condition when, boolean adds) {}

    /**
     * One reason of a rule; its words are in {@link Texts}.
     *
     * @param facts facts (or figures) it rests on
     * @param when shown only where this holds, or null for always
     * @param sources where it comes from
     */
    public record Reason(
            String id, List<String> facts, @Nullable Condition when, List<Citation> sources) {}
}
