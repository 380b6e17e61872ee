package dev.tunewise.advice;

import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Shape;
import dev.tunewise.condition.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the tests that alone decide a condition: as few as possible, the first ones where several ways are equally short. */
final class Deciding {
    private final Map<String, Object> known;

    private Deciding(Map<String, Object> known) {
        this.known = known;
    }

    /**
     * A test that decides.
     *
     * @param test the test
     * @param wanted what it would have to say for the condition to hold; it says the opposite
     */
    record Part(Condition.Test test, boolean wanted) {}

    /** The tests that alone keep a condition from holding; empty where it does not fail, or fails whatever the facts are. */
    static List<Part> against(Condition condition, Map<String, Object> known) {
        return new Deciding(known).why(condition.shape(), false).orElse(List.of());
    }

    private Optional<List<Part>> why(Shape shape, boolean value) {
        return switch (shape) {
            case Shape.All(var parts) -> value ? all(parts, true) : any(parts, false);
            case Shape.Any(var parts) -> value ? any(parts, true) : all(parts, false);
            case Shape.Not(Shape part) -> why(part, !value);
            case Shape.Either either -> either(either, value);
            case Shape.Leaf(Condition.Test test) -> leaf(test, value);
            case Shape.Fixed(boolean fixed) -> fixed == value ? Optional.of(List.of()) : Optional.empty();
        };
    }

    private Optional<List<Part>> all(List<Shape> parts, boolean value) {
        List<Part> together = new ArrayList<>();
        for (Shape part : parts) {
            Optional<List<Part>> why = why(part, value);
            if (why.isEmpty()) {
                return Optional.empty();
            }
            together.addAll(why.get());
        }
        return Optional.of(together);
    }

    private Optional<List<Part>> any(List<Shape> parts, boolean value) {
        return shortest(parts.stream().map(part -> why(part, value)));
    }

    private Optional<List<Part>> either(Shape.Either either, boolean value) {
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
        Truth truth = test.condition().evaluate(known);
        boolean decides = value ? truth.holds() : truth.fails();
        return decides ? Optional.of(List.of(new Part(test, !value))) : Optional.empty();
    }
}
