package dev.tunewise.advice.result;

import java.util.List;
import java.util.Set;

/** What would change a verdict; looking for it may take longer than all the rest, so that whoever asks for one fact waits for no other. */
public interface Outlook {
    /** Single changes that do, the nearest and most plausible first; empty while nothing is decided. */
    List<Counterfactual> flips();

    /** False where working out figures was cut short to stay quick, so that a far flip of a quantity may be missing. */
    boolean complete();

    /** Those of one fact, in the same order. */
    default List<Counterfactual> of(String fact) {
        return flips().stream().filter(flip -> flip.fact().equals(fact)).toList();
    }

    /** Those of them that are within reach; where all are far out it is not looked where exactly. */
    default List<Counterfactual> near(String fact) {
        return of(fact).stream().filter(flip -> !flip.far()).toList();
    }

    /** The facts of which other values were tried: those that were answered or assumed. */
    Set<String> tried();

    /** Says whether another value of this fact would change the verdict or lever, or open questions that could. */
    default boolean matters(String fact) {
        return !of(fact).isEmpty();
    }
}
