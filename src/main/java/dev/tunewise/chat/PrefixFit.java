package dev.tunewise.chat;

import java.util.function.IntPredicate;

/** Finds how many of a list fit, when fewer always fit better. */
public final class PrefixFit {
    /** The greatest count from 0 to the limit that fits; -1 when not even none does. */
    public static int of(int limit, IntPredicate fits) {
        if (fits.test(limit)) {
            return limit;
        }
        int fitting = -1;
        int tooMany = limit;
        while (tooMany - fitting > 1) {
            int middle = (fitting + tooMany) / 2;
            if (fits.test(middle)) {
                fitting = middle;
            } else {
                tooMany = middle;
            }
        }
        return fitting;
    }
}
