package dev.tunewise.condition;

import java.util.List;
import java.util.Map;

/**
 * Conditions that may use named terms.
 *
 * @param conditions the compiler that knows the terms that are right
 * @param problems what is wrong with the others, by term
 */
public record Terms(Conditions conditions, Map<String, List<ConditionProblem>> problems) {
    public Terms {
        problems = Map.copyOf(problems);
    }
}
