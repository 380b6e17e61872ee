package dev.tunewise.cost.formula;

import org.jspecify.annotations.Nullable;

/** What a program does with two values, or row by row with two columns; the loops are written out so that the compiler can vectorise them. */
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

    double of(double one, double other, @Nullable CacheHits cache) {
        return switch (this) {
            case ADD -> one + other;
            case SUBTRACT -> one - other;
            case MULTIPLY -> one * other;
            case DIVIDE -> one / other;
            case PER_MILLION -> one * (other * 1e-6);
            case LARGER -> Math.max(one, other);
            case SMALLER -> Math.min(one, other);
            case ROUND_UP -> Math.ceil(one);
            case WINDOWS -> CacheHits.windows(one, other);
            case FADE -> Math.exp(-one);
            case HITS -> hits(cache, one, other);
        };
    }

    private static double hits(@Nullable CacheHits cache, double windows, double random) {
        if (cache == null) {
            throw new IllegalArgumentException("Hits of no cache");
        }
        return cache.hits(windows, random);
    }

    /** One value for every row. */
    void run(Column one, Column other, Column out, int rows, @Nullable CacheHits cache) {
        double[] a = one.values;
        double[] b = other.values;
        double[] c = out.values;
        int from = one.from;
        int and = other.from;
        int into = out.from;
        switch (this) {
            case ADD -> {
                for (int i = 0; i < rows; i++) {
                    c[into + i] = a[from + i] + b[and + i];
                }
            }
            case SUBTRACT -> {
                for (int i = 0; i < rows; i++) {
                    c[into + i] = a[from + i] - b[and + i];
                }
            }
            case MULTIPLY -> {
                for (int i = 0; i < rows; i++) {
                    c[into + i] = a[from + i] * b[and + i];
                }
            }
            case DIVIDE -> {
                for (int i = 0; i < rows; i++) {
                    c[into + i] = a[from + i] / b[and + i];
                }
            }
            case PER_MILLION -> {
                for (int i = 0; i < rows; i++) {
                    c[into + i] = a[from + i] * (b[and + i] * 1e-6);
                }
            }
            case LARGER -> {
                for (int i = 0; i < rows; i++) {
                    c[into + i] = Math.max(a[from + i], b[and + i]);
                }
            }
            case SMALLER -> {
                for (int i = 0; i < rows; i++) {
                    c[into + i] = Math.min(a[from + i], b[and + i]);
                }
            }
            case ROUND_UP -> {
                for (int i = 0; i < rows; i++) {
                    c[into + i] = Math.ceil(a[from + i]);
                }
            }
            case WINDOWS -> {
                for (int i = 0; i < rows; i++) {
                    c[into + i] = CacheHits.windows(a[from + i], b[and + i]);
                }
            }
            case FADE -> {
                for (int i = 0; i < rows; i++) {
                    c[into + i] = Math.exp(-a[from + i]);
                }
            }
            case HITS -> {
                for (int i = 0; i < rows; i++) {
                    c[into + i] = hits(cache, a[from + i], b[and + i]);
                }
            }
        }
    }

    /** Values from a place of an array on; of a column that is the same in all rows those of any block. */
    static final class Column {
        final double[] values;
        final boolean same;
        int from;

        Column(double[] values, boolean same) {
            this.values = values;
            this.same = same;
        }
    }
}
