package dev.tunewise.flow;

import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import dev.tunewise.diagnostics.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            Position position) {
        /** Facts that nobody told yet and on which it hangs whether the lever that a rule takes from the comparison may be recommended. */
        public static Set<String> untold(Flow flow, Rule rule, Map<String, Object> known) {
            Set<String> open = new HashSet<>();
            for (Exclusion exclusion : rule.compares() ? flow.exclusions() : List.<Exclusion>of()) {
                if (exclusion.levers().contains(rule.lever())
                        && exclusion.when().evaluate(known) instanceof Tristate.Needs(var facts)) {
                    open.addAll(facts);
                }
            }
            return open;
        }
    }
}
