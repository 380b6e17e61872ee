package dev.tunewise.flow.walk;

import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Some ways in which a condition holds, over the values worth trying. */
record WaysToHold(BoundaryValues boundaries) {
    private static final int MOST = 40;

    List<Map<String, Object>> of(Condition condition) {
        List<Map<String, Object>> found = new ArrayList<>();
        find(condition, new LinkedHashMap<>(), found);
        return found;
    }

    private void find(Condition condition, Map<String, Object> facts, List<Map<String, Object>> found) {
        if (found.size() >= MOST) {
            return;
        }
        switch (condition.evaluate(facts)) {
            case Tristate.True() -> found.add(Map.copyOf(facts));
            case Tristate.False() -> {}
            case Tristate.Needs(var open) -> {
                Optional<String> fact = open.stream()
                        .filter(id -> !facts.containsKey(id))
                        .sorted()
                        .findFirst();
                fact.ifPresent(id -> {
                    for (Object value : boundaries.values(id, facts)) {
                        facts.put(id, value);
                        find(condition, facts, found);
                        facts.remove(id);
                    }
                });
            }
        }
    }
}
