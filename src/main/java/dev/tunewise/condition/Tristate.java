package dev.tunewise.condition;

import java.util.Set;

/** What a condition says of the facts known so far. */
public sealed interface Tristate {
    /** It holds, whatever the missing facts turn out to be. */
    record True() implements Tristate {}

    /** It does not hold, whatever the missing facts turn out to be. */
    record False() implements Tristate {}

    /** It is open. `facts`: ids of the missing facts it can still depend on; never empty. */
    record Needs(Set<String> facts) implements Tristate {}

    default boolean holds() {
        return this instanceof True;
    }

    /** Says whether it surely does not hold. */
    default boolean fails() {
        return this instanceof False;
    }
}
