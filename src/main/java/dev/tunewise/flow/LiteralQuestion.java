package dev.tunewise.flow;

import dev.tunewise.condition.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question that people put in their own terms, with its answers.
 *
 * @param intent the choice of the fact `intent` that stands for it
 * @param put holds where what was said puts this question in other words, or null; it is then answered first
 * @param also holds where a case begs this question although nobody put it so, or null
 * @param explains whether its answers name a cause
 * @param answers the first that applies is given
 * @param moves ids of the moves that belong to it, the first one first
 */
public record LiteralQuestion(
        String intent,
        @Nullable Condition put,
        @Nullable Condition also,
        boolean explains,
        List<Reply> answers,
        List<String> moves) {
    public LiteralQuestion {
        answers = List.copyOf(answers);
        moves = List.copyOf(moves);
    }

    /**
     * One answer.
     *
     * @param when holds where it applies, or null for always
     * @param text what it says; it applies only where all its values are known
     * @param steps what to do in their order; each is left out where it does not apply or a value is not known
     * @param sources where it comes from
     */
    public record Reply(@Nullable Condition when, String text, List<Guidance.CasePart> steps, List<Citation> sources) {
        public Reply {
            steps = List.copyOf(steps);
            sources = List.copyOf(sources);
        }
    }
}
