package dev.tunewise.advice.explanation;

import dev.tunewise.condition.BooleanTree;
import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Tristate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the tests that alone decide a condition: as few as possible, the first ones where several ways are equally short. */
record MinimalExplanation(Map<String, Object> known) {
    /** A test that decides. `wanted`: what it would have to say for the condition to hold; it says the opposite. */
    record Part(Condition.Test test, boolean wanted) {}

    /** The tests that alone keep a condition from holding; empty where it does not fail, or fails whatever the facts are. */
    static List<Part> against(Condition condition, Map<String, Object> known) {
        return new MinimalExplanation(known).why(condition.shape(), false).orElse(List.of());
    }

    private Optional<List<Part>> why(BooleanTree shape, boolean value) {
        return switch (shape) {
            case BooleanTree.All(var parts) -> value ? all(parts, true) : any(parts, false);
            case BooleanTree.Any(var parts) -> value ? any(parts, true) : all(parts, false);
            case BooleanTree.Not(BooleanTree part) -> why(part, !value);
            case BooleanTree.Either either -> either(either, value);
            case BooleanTree.Leaf(Condition.Test test) -> leaf(test, value);
            case BooleanTree.Fixed(boolean fixed) -> fixed == value ? Optional.of(List.of()) : Optional.empty();
        };
    }

    private Optional<List<Part>> all(List<BooleanTree> parts, boolean value) {
        List<Part> together = new ArrayList<>();
        for (BooleanTree part : parts) {
            Optional<List<Part>> why = why(part, value);
            if (why.isEmpty()) {
                return Optional.empty();
            }
            together.addAll(why.get());
        }
        return Optional.of(together);
    }

    private Optional<List<Part>> any(List<BooleanTree> parts, boolean value) {
        return shortest(parts.stream().map(part -> why(part, value)));
    }

    private Optional<List<Part>> either(BooleanTree.Either either, boolean value) {
        return shortest(Stream.of(
                both(why(either.when(), true), why(either.then(), value)),
                both(why(either.when(), false), why(either.otherwise(), value)),
                both(why(either.then(), value), why(either.otherwise(), value))));
    }

    private static Optional<List<Part>> both(Optional<List<Part>> one, Optional<List<Part>> two) {
        return one.flatMap(first ->
                two.map(second -> Stream.concat(first.stream(), second.stream()).toList()));
    }

    private static Optional<List<Part>> shortest(Stream<Optional<List<Part>>> ways) {
        return ways.flatMap(Optional::stream).min(Comparator.comparingInt(List::size));
    }

    private Optional<List<Part>> leaf(Condition.Test test, boolean value) {
        Tristate truth = test.condition().evaluate(known);
        boolean decides = value ? truth.holds() : truth.fails();
        return decides ? Optional.of(List.of(new Part(test, !value))) : Optional.empty();
    }
}
