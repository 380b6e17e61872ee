package dev.tunewise.flow.walk;

import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import dev.tunewise.flow.Fact;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sets of choices of one fact, one for each combination of outcomes of the tests on it. Choices that no test names are alike, so only how
 * many of them there are is tried.
 */
record ChoiceSets(Fact fact, List<Condition.Test> tests) {
    /** Above this many named choices not every combination is tried, only small ones and those that lack few. */
    private static final int MOST_COMBINED = 15;

    /** The sets, the empty one and the default among them. */
    List<Object> representatives() {
        Set<String> named = new LinkedHashSet<>();
        tests.forEach(test -> named.addAll(test.choices()));
        List<String> told = fact.choices().stream().filter(named::contains).toList();
        List<String> alike = fact.choices().stream()
                .filter(choice -> !named.contains(choice))
                .toList();
        Map<List<Object>, List<String>> found = new LinkedHashMap<>();
        keep((List<?>) fact.assume().raw(), found);
        for (BitSet chosen : combinations(told.size())) {
            for (int more : counts(alike.size())) {
                Set<String> picked = new LinkedHashSet<>(alike.subList(0, more));
                chosen.stream().forEach(i -> picked.add(told.get(i)));
                keep(List.copyOf(picked), found);
            }
        }
        return List.copyOf(found.values());
    }

    private void keep(List<?> picked, Map<List<Object>, List<String>> found) {
        List<String> ordered = fact.choices().stream().filter(picked::contains).toList();
        found.putIfAbsent(outcomes(ordered), ordered);
    }

    /** What each test says of a set; of a test on other facts too, everything that it could tell sets apart by. */
    private List<Object> outcomes(List<String> set) {
        List<Object> outcomes = new ArrayList<>();
        Map<String, Object> known = Map.of(fact.id(), set);
        for (Condition.Test test : tests) {
            Tristate truth = test.condition().evaluate(known);
            outcomes.add(truth instanceof Tristate.Needs ? set : truth.holds());
        }
        return outcomes;
    }

    private static List<BitSet> combinations(int size) {
        List<BitSet> sets = new ArrayList<>();
        if (size <= MOST_COMBINED) {
            for (long bits = 0; bits < 1L << size; bits++) {
                sets.add(BitSet.valueOf(new long[] {bits}));
            }
            sets.sort((a, b) -> Integer.compare(a.cardinality(), b.cardinality()));
            return sets;
        }
        sets.add(new BitSet());
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                for (int k = j; k < size; k++) {
                    BitSet few = new BitSet();
                    few.set(i);
                    few.set(j);
                    few.set(k);
                    sets.add(few);
                    BitSet most = new BitSet();
                    most.set(0, size);
                    most.andNot(few);
                    sets.add(most);
                }
            }
        }
        return sets;
    }

    private static List<Integer> counts(int alike) {
        return switch (alike) {
            case 0 -> List.of(0);
            case 1 -> List.of(0, 1);
            case 2 -> List.of(0, 1, 2);
            default -> List.of(0, 1, 2, alike);
        };
    }
}
