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
public final class CompiledCondition implements Condition {
    private final String text;
    private final BooleanTree shape;
    private final List<Test> tests;
    private final Set<String> facts;

    public CompiledCondition(String text, BooleanTree shape) {
        this.text = text;
        this.shape = shape;
        Map<String, Test> found = new LinkedHashMap<>();
        collect(shape, found);
        this.tests = List.copyOf(found.values());
        Set<String> named = new LinkedHashSet<>();
        tests.forEach(test -> named.addAll(test.condition().facts()));
        this.facts = java.util.Collections.unmodifiableSet(named);
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
    public String text() {
        return text;
    }

    @Override
    public Set<String> facts() {
        return facts;
    }

    @Override
    public List<Test> tests() {
        return tests;
    }

    @Override
    public BooleanTree shape() {
        return shape;
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
    public String toString() {
        return text;
    }
}
