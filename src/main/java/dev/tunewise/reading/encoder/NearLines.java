package dev.tunewise.reading.encoder;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How near a segment is to every example line. */
final class NearLines {
    private final float[] likeness;
    private final int[] nearest;

    NearLines(LearnedChoices learned, float[] vector) {
        likeness = learned.likenesses(vector);
        nearest = first(IntStream.range(0, likeness.length)).stream()
                .mapToInt(line -> line)
                .limit(Likelihood.NEAREST)
                .toArray();
    }

    /** These lines, the nearest first. */
    List<Integer> first(IntStream lines) {
        return lines.boxed()
                .sorted(Comparator.<Integer, Float>comparing(line -> likeness[line])
                        .reversed())
                .toList();
    }

    /** What part of the nearest of all lines is among these. */
    double share(int[] some) {
        return Arrays.stream(nearest)
                        .filter(line -> Arrays.binarySearch(some, line) >= 0)
                        .count()
                / (double) Likelihood.NEAREST;
    }

    /** By how much the nearest of these is nearer than the nearest other line. */
    double margin(int[] some) {
        double own = -1;
        double other = -1;
        for (int line = 0; line < likeness.length; line++) {
            if (Arrays.binarySearch(some, line) >= 0) {
                own = Math.max(own, likeness[line]);
            } else {
                other = Math.max(other, likeness[line]);
            }
        }
        return own - other;
    }
}
