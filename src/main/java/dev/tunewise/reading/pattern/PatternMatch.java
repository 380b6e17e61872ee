package dev.tunewise.reading.pattern;

/**
 * Where a pattern matches.
 *
 * @param start index of its first item
 * @param end index after its last item
 * @param captured index of the amount read, or -1
 * @param literal items matched by something else than a gap, as bits counted from the start
 */
public record PatternMatch(int start, int end, int captured, long literal) {
    public boolean holds(int item) {
        return item >= start && item < end && (literal & (1L << (item - start))) != 0;
    }

    /** How much of the text the pattern named; the larger, the surer. */
    public int weight() {
        return Long.bitCount(literal);
    }

    /** Whether it spans all of another one. */
    public boolean covers(PatternMatch other) {
        return start <= other.start && other.end <= end;
    }

    boolean overlaps(PatternMatch other) {
        return start < other.end && other.start < end;
    }

    /** Says whether it names every item that another one names, and more. */
    public boolean names(PatternMatch other) {
        for (int i = other.start; i < other.end; i++) {
            if (other.holds(i) && !holds(i)) {
                return false;
            }
        }
        return weight() > other.weight();
    }

    public boolean shares(PatternMatch other) {
        if (!overlaps(other)) {
            return false;
        }
        int shift = other.start - start;
        long theirs = shift >= 0 ? other.literal << shift : other.literal >>> -shift;
        return (literal & theirs) != 0;
    }
}
