package dev.tunewise.flowfile.definition;

import dev.tunewise.condition.Condition;
import dev.tunewise.flow.Fact;
import dev.tunewise.flowfile.yaml.ProblemCollector;
import dev.tunewise.flowfile.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds conditions that no case can meet, by trying the values that their own tests can tell apart. */
record ReachCheck(FlowBuilder draft, ProblemCollector report) {
    private static final int MOST_TRIES = 200_000;
    private static final List<Double> SCALE = List.of(0.0, 1.0, 2.0, 10.0, 100.0, 10_000.0, 1e6);

    /** Reports a condition that never holds; one with too many values to try passes. */
    void check(Condition condition, YamlNode.Text at, String what) {
        List<String> ids = List.copyOf(new TreeSet<>(condition.facts()));
        List<List<Object>> values =
                ids.stream().map(id -> values(id, condition.tests())).toList();
        long tries = 1;
        for (List<Object> each : values) {
            tries = Math.min(MOST_TRIES + 1L, tries * each.size());
        }
        boolean refused = report.hasErrors() && condition.text().equals("false");
        if (!refused && tries <= MOST_TRIES && !reached(condition, ids, values, 0, new HashMap<>())) {
            report.error("never-holds", at.position(), what);
        }
    }

    private static boolean reached(
            Condition condition, List<String> ids, List<List<Object>> values, int at, Map<String, Object> known) {
        if (condition.holds(known)) {
            return true;
        }
        if (at == ids.size() || condition.evaluate(known).fails()) {
            return false;
        }
        for (Object value : values.get(at)) {
            known.put(ids.get(at), value);
            if (reached(condition, ids, values, at + 1, known)) {
                return true;
            }
        }
        known.remove(ids.get(at));
        return false;
    }

    private List<Object> values(String id, List<Condition.Test> tests) {
        Set<String> named = new LinkedHashSet<>();
        Set<Object> numbers = new TreeSet<>(SCALE);
        for (Condition.Test test : tests) {
            if (test.condition().facts().contains(id)) {
                named.addAll(test.choices());
                test.constants().forEach(constant -> numbers.addAll(List.of(constant - 1, constant, constant + 1)));
            }
        }
        Fact fact = draft.fact(id).orElse(null);
        if (fact == null) {
            return named.isEmpty() ? List.copyOf(numbers) : List.copyOf(named);
        }
        return switch (fact.type()) {
            case YES_NO -> List.of(true, false);
            case CHOICE -> fact.catalogue() == null ? List.copyOf(fact.choices()) : List.copyOf(named);
            case CHOICES -> sets(fact, named);
            case QUANTITY -> List.copyOf(numbers);
        };
    }

    private static List<Object> sets(Fact fact, Set<String> named) {
        List<Object> sets = new ArrayList<>();
        sets.add(List.copyOf(named));
        named.forEach(choice -> sets.add(List.of(choice)));
        fact.choices().stream()
                .filter(choice -> !named.contains(choice))
                .findFirst()
                .ifPresent(other -> sets.add(List.of(other)));
        sets.add(List.of());
        return sets;
    }
}
