package dev.tunewise.condition;

import java.util.List;

/** How the tests of a condition are joined. */
public sealed interface BooleanTree {
    /** Holds when all parts hold. */
    record All(List<BooleanTree> parts) implements BooleanTree {}

    /** Holds when any part holds. */
    record Any(List<BooleanTree> parts) implements BooleanTree {}

    /** Holds when its part does not. */
    record Not(BooleanTree part) implements BooleanTree {}

    /** Says what one of two parts says, depending on a third. */
    record Either(BooleanTree when, BooleanTree then, BooleanTree otherwise) implements BooleanTree {}

    record Leaf(Condition.Test test) implements BooleanTree {}

    record Fixed(boolean value) implements BooleanTree {}
}
