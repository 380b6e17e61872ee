package dev.tunewise.condition;

import java.util.List;

/** How the tests of a condition are joined. */
public sealed interface Shape {

    /** Holds when all parts hold. */
    record All(List<Shape> parts) implements Shape {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** Holds when any part holds. */
    record Any(List<Shape> parts) implements Shape {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** Holds when its part does not. */
    record Not(Shape part) implements Shape {}

    /** Says what one of two parts says, depending on a third. */
    record Either(Shape when, Shape then, Shape otherwise) implements Shape {}

    /** One test. */
    record Leaf(Condition.Test test) implements Shape {}

    /** Always the same. */
    record Fixed(boolean value) implements Shape {}
}
