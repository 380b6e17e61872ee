package dev.tunewise.condition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A condition as its shape of tests. */
final class CompiledCondition implements Condition {
    private final String text;
    private final Shape shape;
    private final List<Test> tests;
    private final Set<String> facts;

    CompiledCondition(String text, Shape shape) {
        this.text = text;
        this.shape = shape;
        Map<String, Test> found = new LinkedHashMap<>();
        collect(shape, found);
        this.tests = List.copyOf(found.values());
        Set<String> named = new LinkedHashSet<>();
        tests.forEach(test -> named.addAll(test.condition().facts()));
        this.facts = java.util.Collections.unmodifiableSet(named);
    }

    private static void collect(Shape shape, Map<String, Test> tests) {
        switch (shape) {
            case Shape.All all -> all.parts().forEach(part -> collect(part, tests));
            case Shape.Any any -> any.parts().forEach(part -> collect(part, tests));
            case Shape.Not not -> collect(not.part(), tests);
            case Shape.Either either ->
                List.of(either.when(), either.then(), either.otherwise()).forEach(part -> collect(part, tests));
            case Shape.Leaf leaf -> tests.putIfAbsent(leaf.test().text(), leaf.test());
            case Shape.Fixed _ -> {}
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
    public Shape shape() {
        return shape;
    }

    @Override
    public Truth evaluate(Map<String, Object> known) {
        return switch (Outcomes.of(shape, known)) {
            case TRUE -> Outcomes.YES;
            case FALSE -> Outcomes.NO;
            case OPEN -> {
                List<String> needs = new ArrayList<>();
                Outcomes.needs(shape, known, needs);
                yield new Truth.Needs(new LinkedHashSet<>(needs));
            }
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
