package dev.tunewise.advice;

import dev.tunewise.condition.Condition;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Finds the facts that alone keep a condition from holding. */
final class DecidingFacts {
    private DecidingFacts() {}

    /**
     * A smallest set of known facts with which the condition fails, whatever all others are; one fact alone where one is enough.
     *
     * @param condition a condition that fails with all that is known
     * @param known raw values
     */
    static Set<String> of(Condition condition, Map<String, Object> known) {
        Map<String, Object> mentioned = new LinkedHashMap<>();
        for (Condition.Test test : condition.tests()) {
            for (String id : test.condition().facts()) {
                keep(id, known, mentioned);
            }
        }
        condition.facts().forEach(id -> keep(id, known, mentioned));
        for (Map.Entry<String, Object> one : mentioned.entrySet()) {
            if (condition.evaluate(Map.of(one.getKey(), one.getValue())).fails()) {
                return Set.of(one.getKey());
            }
        }
        return reduced(condition, mentioned);
    }

    private static void keep(String id, Map<String, Object> known, Map<String, Object> mentioned) {
        Object value = known.get(id);
        if (value != null) {
            mentioned.put(id, value);
        }
    }

    private static Set<String> reduced(Condition condition, Map<String, Object> mentioned) {
        Map<String, Object> enough = new LinkedHashMap<>(mentioned);
        for (String id : mentioned.keySet()) {
            Map<String, Object> fewer = new LinkedHashMap<>(enough);
            fewer.remove(id);
            if (condition.evaluate(fewer).fails()) {
                enough = fewer;
            }
        }
        return new LinkedHashSet<>(enough.keySet());
    }
}
