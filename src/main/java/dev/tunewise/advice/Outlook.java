package dev.tunewise.advice;

import java.util.List;

/**
 * What would change the verdict.
 *
 * @param flips single changes that do, the nearest and most plausible first; empty while nothing is decided
 * @param complete false where working out figures was cut short to stay quick, so that a far flip of a quantity may be missing
 */
public record Outlook(List<Flip> flips, boolean complete) {
    public Outlook {
        flips = List.copyOf(flips);
    }

    /** While nothing is decided. */
    static final Outlook NONE = new Outlook(List.of(), true);

    /** Says whether another value of this fact would change the verdict or lever, or open questions that could. */
    public boolean matters(String fact) {
        return flips.stream().anyMatch(flip -> flip.fact().equals(fact));
    }
}
