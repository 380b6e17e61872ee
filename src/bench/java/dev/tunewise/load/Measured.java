package dev.tunewise.load;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** What was measured in one stretch of load, and the pace that is kept in it. Safe for use by several threads. */
final class Measured {
    private static final long PATIENCE = 20;

    private final Latencies acknowledged = new Latencies();
    private final Latencies visible = new Latencies();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicLong turns = new AtomicLong();
    private final long start = System.nanoTime();
    private final double nanosATurn;
    private final long end;

    /**
     * A stretch.
     *
     * @param most turns a second at most; 0 for as many as there can be
     */
    Measured(Duration length, double most) {
        this.nanosATurn = most == 0 ? 0 : 1e9 / most;
        this.end = start + length.toNanos();
    }

    /** Waits until a turn may begin; false when the stretch is over. */
    boolean next() {
        long due = start + (long) (turns.getAndIncrement() * nanosATurn);
        while (nanosATurn > 0 && due < end && System.nanoTime() < due) {
            LockSupport.parkNanos(due - System.nanoTime());
        }
        return due < end && System.nanoTime() < end;
    }

    void acknowledged(long since) {
        acknowledged.add(System.nanoTime() - since);
    }

    void visible(long since, long at) {
        visible.add(at - since);
    }

    void lost() {
        lost.incrementAndGet();
    }

    /** Waits for a reply. */
    Optional<SlackSink.Seen> await(CompletableFuture<SlackSink.Seen> what, long since) {
        try {
            SlackSink.Seen seen = what.get(PATIENCE, TimeUnit.SECONDS);
            visible(since, seen.nanos());
            return Optional.of(seen);
        } catch (TimeoutException | ExecutionException never) {
            lost();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /** Turns a second. */
    double rate(double seconds) {
        return visible.count() / seconds;
    }

    /** A row: turns a second, acknowledgement and visible reply, processor time a turn in milliseconds, memory, lost turns. */
    String row(double seconds, double processor, long resident) {
        return "%.0f turns/s | %s | %s | %.2f ms | %d MiB | %d lost"
                .formatted(
                        rate(seconds),
                        acknowledged.figures(),
                        visible.figures(),
                        1_000 * processor / Math.max(1, visible.count()),
                        resident,
                        lost.get());
    }
}
