package dev.tunewise.load;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** How long things took. Safe for use by several threads. */
final class Latencies {
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(long each) {
        nanos.add(each);
    }

    int count() {
        return nanos.size();
    }

    /** p50, p99 and p99.9 in milliseconds. */
    String figures() {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0
                ? "none"
                : Arrays.stream(new double[] {0.5, 0.99, 0.999})
                        .mapToObj(part -> "%.1f".formatted(sorted[(int) Math.ceil(part * sorted.length) - 1] / 1e6))
                        .collect(Collectors.joining(" / "));
    }
}
