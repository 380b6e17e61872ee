package dev.tunewise.flow.prior;

import dev.tunewise.flow.Expectations.Prior;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each of some teams has of one fact. Immutable by agreement: who gets it does not write into it.
 *
 * @param answers the answers that the prior tells apart, in its order
 * @param draws the values that teams have, each once
 * @param at for each team the place of its value among the draws
 */
public record Column(List<Prior.Span> answers, List<Draw> draws, int[] at) {
    /**
     * A value that teams have.
     *
     * @param answer the place of the answer that it belongs to, or -1 where a team cannot say it
     * @param share how likely that answer is
     * @param value the raw value, or null where a team cannot say it
     */
    public record Draw(int answer, double share, @Nullable Object value) {}

    /** A team's value. */
    Draw of(int team) {
        return draws.get(at[team]);
    }

    /** The place of a team's answer among the answers, or -1 where it cannot say it. */
    public int answer(int team) {
        return of(team).answer();
    }
}
