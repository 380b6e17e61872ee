package dev.tunewise.condition.evaluation;

import dev.tunewise.condition.BooleanTree;
import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A condition as its shape of tests. */
public record CompiledCondition(String text, BooleanTree shape, List<Test> tests, Set<String> facts)
        implements Condition {
    public static CompiledCondition of(String text, BooleanTree shape) {
        Map<String, Test> tests = new LinkedHashMap<>();
        collect(shape, tests);
        Set<String> facts = new LinkedHashSet<>();
        tests.values().forEach(test -> facts.addAll(test.condition().facts()));
        return new CompiledCondition(text, shape, List.copyOf(tests.values()), facts);
    }

    private static void collect(BooleanTree shape, Map<String, Test> tests) {
        switch (shape) {
            case BooleanTree.All all -> all.parts().forEach(part -> collect(part, tests));
            case BooleanTree.Any any -> any.parts().forEach(part -> collect(part, tests));
            case BooleanTree.Not not -> collect(not.part(), tests);
            case BooleanTree.Either either ->
                List.of(either.when(), either.then(), either.otherwise()).forEach(part -> collect(part, tests));
            case BooleanTree.Leaf leaf -> tests.putIfAbsent(leaf.test().text(), leaf.test());
            case BooleanTree.Fixed _ -> {}
        }
    }

    @Override
    public Tristate evaluate(Map<String, Object> known) {
        return switch (TristateLogic.of(shape, known)) {
            case TRUE -> TristateLogic.YES;
            case FALSE -> TristateLogic.NO;
            case OPEN -> {
                List<String> needs = new ArrayList<>();
                TristateLogic.needs(shape, known, needs);
                yield new Tristate.Needs(new LinkedHashSet<>(needs));
            }
        };
    }

    @Override
    public boolean holds(Map<String, Object> known) {
        return TristateLogic.settled(shape, known, true);
    }

    @Override
    public String toString() {
        return text;
    }
}
