package dev.tunewise.flow.story;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.flow.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scripted interview with its expected outcome, kept beside the flow as its test.
 *
 * @param name what it is about; unique within the flow
 * @param about where it comes from, for readers; may be empty
 * @param facts what is answered when asked
 * @param unknown facts to which the answer is "don't know"
 * @param say what people type at the start, before anything is asked
 * @param expect how it must end
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
    public Story {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        unknown = List.copyOf(unknown);
        say = List.copyOf(say);
    }

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
     */
    public record Expectation(
            @Nullable String verdict,
            List<String> levers,
            @Nullable String rule,
            @Nullable Integer mostQuestions,
            List<String> asked,
            List<String> notAsked,
            @Nullable String first) {
        public Expectation {
            levers = List.copyOf(levers);
            asked = List.copyOf(asked);
            notAsked = List.copyOf(notAsked);
        }
    }
}
