package dev.tunewise.cost.formula;

import org.jspecify.annotations.Nullable;

/**
 * What a program does with two values, or row by row with two columns; the loops are written out and count from 0, so that a
 * compiler checks the bounds once and can vectorise them.
 */
enum ColumnStep {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    PER_MILLION,
    LARGER,
    SMALLER,
    /** The first value rounded up. */
    ROUND_UP,
    /** Calls a day in so many seconds. */
    WINDOWS,
    /** e to the power of minus the first value; apart from the hits, since many caches have the same life. */
    FADE,
    /** Hits of a cache with so many calls in the life of an entry, of which so many would miss by chance. */
    HITS;

    /** Numbers beyond this have no parts of one. */
    private static final double WHOLE_ABOVE = 1L << 52;

    double of(double one, double other, @Nullable CacheHits cache) {
        return switch (this) {
            case ADD -> one + other;
            case SUBTRACT -> one - other;
            case MULTIPLY -> one * other;
            case DIVIDE -> one / other;
            case PER_MILLION -> one * (other * 1e-6);
            case LARGER -> larger(one, other);
            case SMALLER -> smaller(one, other);
            case ROUND_UP -> roundedUp(one);
            case WINDOWS -> CacheHits.windows(one, other);
            case FADE -> Math.exp(-one);
            case HITS -> hits(cache, one, other);
        };
    }

    /** As {@link Math#max}, which the quick compiler makes a call and two looks at bits: those only where the values are even or no numbers. */
    private static double larger(double one, double other) {
        return one > other ? one : one < other ? other : Math.max(one, other);
    }

    private static double smaller(double one, double other) {
        return one < other ? one : one > other ? other : Math.min(one, other);
    }

    /** As {@link Math#ceil}, which the quick compiler makes a walk through bits. */
    private static double roundedUp(double one) {
        long whole = (long) one;
        return Math.abs(one) > WHOLE_ABOVE || whole == one ? one : one > whole ? whole + 1 : whole;
    }

    private static double hits(@Nullable CacheHits cache, double windows, double random) {
        if (cache == null) {
            throw new IllegalArgumentException("Hits of no cache");
        }
        return cache.hits(windows, random);
    }

    /** One value for every row. */
    void run(Column one, Column other, Column out, int rows, @Nullable CacheHits cache) {
        double[] a = one.values();
        double[] b = other.values();
        double[] c = out.values();
        switch (this) {
            case ADD -> {
                for (int i = 0; i < rows; i++) {
                    c[i] = a[i] + b[i];
                }
            }
            case SUBTRACT -> {
                for (int i = 0; i < rows; i++) {
                    c[i] = a[i] - b[i];
                }
            }
            case MULTIPLY -> {
                for (int i = 0; i < rows; i++) {
                    c[i] = a[i] * b[i];
                }
            }
            case DIVIDE -> {
                for (int i = 0; i < rows; i++) {
                    c[i] = a[i] / b[i];
                }
            }
            case PER_MILLION -> {
                for (int i = 0; i < rows; i++) {
                    c[i] = a[i] * (b[i] * 1e-6);
                }
            }
            case LARGER -> {
                for (int i = 0; i < rows; i++) {
                    c[i] = larger(a[i], b[i]);
                }
            }
            case SMALLER -> {
                for (int i = 0; i < rows; i++) {
                    c[i] = smaller(a[i], b[i]);
                }
            }
            case ROUND_UP -> {
                for (int i = 0; i < rows; i++) {
                    c[i] = roundedUp(a[i]);
                }
            }
            case WINDOWS -> {
                for (int i = 0; i < rows; i++) {
                    c[i] = CacheHits.windows(a[i], b[i]);
                }
            }
            case FADE -> {
                for (int i = 0; i < rows; i++) {
                    c[i] = Math.exp(-a[i]);
                }
            }
            case HITS -> {
                for (int i = 0; i < rows; i++) {
                    c[i] = hits(cache, a[i], b[i]);
                }
            }
        }
    }

    /** The values of one block, from its first row on; of a column that is the same in all rows those of any block. */
    record Column(double[] values, boolean same) {}
}
