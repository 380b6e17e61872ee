package dev.tunewise.flow.story;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.flow.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scripted interview with its expected outcome, kept beside the flow as its test.
 *
 * @param name what it is about; unique within the flow
 * @param about where it comes from, for readers; may be empty
 * @param unknown facts to which the answer is "don't know"
 * @param say what people type at the start, before anything is asked
 * @param position where it is written
 */
public record Story(
        String name,
        String about,
        Map<String, Value> facts,
        List<String> unknown,
        List<String> say,
        Expectation expect,
        Position position) {
    /**
     * How a story must end; what is absent does not matter.
     *
     * @param verdict id of the verdict, or null
     * @param levers ids of which one must be the lever; empty when any will do
     * @param rule id of the rule that decides, or null
     * @param mostQuestions no more questions than this may be asked, or null
     * @param asked facts that must be asked
     * @param notAsked facts that must not be asked
     * @param first the fact that must be asked first, or null
     * @param literal words that the answer to the question put must hold, each one of several parted by `|`
     * @param moves moves that must be among those shown, each one of several parted by `|`
     * @param notMoves moves that must not be shown
     */
    public record Expectation(
            @Nullable String verdict,
            List<String> levers,
            @Nullable String rule,
            @Nullable Integer mostQuestions,
            List<String> asked,
            List<String> notAsked,
            @Nullable String first,
            List<String> literal,
            List<String> moves,
            List<String> notMoves) {
        /** Says whether it is about what is said to a case before any question, and about nothing that comes after. */
        boolean firstWordOnly() {
            boolean spoken = !literal.isEmpty() || !moves.isEmpty() || !notMoves.isEmpty();
            boolean further = verdict != null
                    || !levers.isEmpty()
                    || rule != null
                    || mostQuestions != null
                    || !asked.isEmpty()
                    || !notAsked.isEmpty()
                    || first != null;
            return spoken && !further;
        }
    }
}
