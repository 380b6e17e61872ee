package dev.tunewise.session.inbox;

import dev.tunewise.session.store.Address;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Works off the requests of one channel that are acknowledged already. Each is in the inbox before it comes here, so nothing is lost: when there
 * is no room, work fails or the process dies, the request's lease ends and {@link #sweep} takes it up again. Safe for use by several threads.
 */
public final class InboxWorker {
    /** So long a request may be in work before it is taken up again. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    private static final int MOST_ATTEMPTS = 5;
    private static final int SWEPT_AT_ONCE = 50;

    private final String channel;
    private final Inbox inbox;
    private final Ways ways;
    private final InstantSource clock;
    private final int capacity;
    private final Semaphore hands;
    private final Map<String, Queue<Job>> lanes = new HashMap<>();
    private int jobs;

    private record Job(long id, String request, int attempts) {}

    /**
     * What the worker works with.
     *
     * @param work takes one request as the adapter wrote it; it may throw, then the request is tried again
     * @param failures hears of failed work
     * @param executor runs the work, best with a thread for each
     */
    public record Ways(Consumer<String> work, Failures failures, Executor executor) {}

    /** Hears of failed work. */
    @FunctionalInterface
    public interface Failures {
        /** Work failed; given up when it is not tried again. */
        void failed(RuntimeException failure, boolean givenUp);
    }

    /**
     * A worker.
     *
     * @param channel the adapter, as in {@link Address#channel()}
     * @param capacity requests waiting or in work at most; more stay in the inbox
     * @param hands requests in work at most
     */
    public InboxWorker(String channel, Inbox inbox, Ways ways, InstantSource clock, int capacity, int hands) {
        this.channel = channel;
        this.inbox = inbox;
        this.ways = ways;
        this.clock = clock;
        this.capacity = capacity;
        this.hands = new Semaphore(hands);
    }

    /**
     * Keeps a request and has it worked off. Once this returns it may be acknowledged.
     *
     * @param lane requests of one lane stay in order; empty for none
     */
    public void take(String lane, String request) {
        Instant now = clock.instant();
        boolean room = reserve();
        try {
            // A request that nobody has a place for may be swept at once, by this process or another one.
            long id = inbox.keep(channel, request, now, room ? now.plus(LEASE) : now);
            if (room) {
                enqueue(lane, new Job(id, request, 0));
            }
        } catch (RuntimeException notKept) {
            if (room) {
                release();
            }
            throw notKept;
        }
    }

    /** Takes up requests whose lease has ended; returns how many. */
    public int sweep() {
        int all = 0;
        int taken;
        // A few at a time, so that requests that arrive meanwhile can be kept in between.
        do {
            taken = sweep(Math.min(SWEPT_AT_ONCE, free()));
            all += taken;
        } while (taken == SWEPT_AT_ONCE);
        return all;
    }

    private int sweep(int limit) {
        Instant now = clock.instant();
        int taken = 0;
        for (Inbox.Item item : inbox.take(channel, now, now.plus(LEASE), limit)) {
            if (reserve()) {
                enqueue("", new Job(item.id(), item.request(), item.attempts() + 1));
                taken++;
            }
        }
        return taken;
    }

    private synchronized int free() {
        return Math.max(0, capacity - jobs);
    }

    private synchronized boolean reserve() {
        if (jobs >= capacity) {
            return false;
        }
        jobs++;
        return true;
    }

    private synchronized void release() {
        jobs--;
        notifyAll();
    }

    private synchronized void enqueue(String lane, Job job) {
        if (lane.isEmpty()) {
            ways.executor().execute(() -> run(job));
            return;
        }
        Queue<Job> waiting = lanes.get(lane);
        if (waiting != null) {
            waiting.add(job);
            return;
        }
        Queue<Job> fresh = new ArrayDeque<>();
        fresh.add(job);
        lanes.put(lane, fresh);
        ways.executor().execute(() -> drain(lane));
    }

    private void drain(String lane) {
        for (Job job = next(lane); job != null; job = next(lane)) {
            run(job);
        }
    }

    private synchronized @Nullable Job next(String lane) {
        Queue<Job> waiting = lanes.get(lane);
        Job job = waiting == null ? null : waiting.poll();
        if (job == null) {
            lanes.remove(lane);
        }
        return job;
    }

    private void run(Job job) {
        try {
            hands.acquire();
            try {
                ways.work().accept(job.request());
                inbox.done(job.id());
            } finally {
                hands.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            boolean last = job.attempts() >= MOST_ATTEMPTS;
            ways.failures().failed(failed, last);
            if (last) {
                inbox.done(job.id());
            }
        } finally {
            release();
        }
    }

    /** Waits until nothing is in work, or the time is over; what is left is taken up later. */
    public synchronized boolean finish(Duration patience) {
        // Patience is no time of day: it ends also where the clock that was handed in stands still.
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (jobs > 0 && end > System.nanoTime()) {
                wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return jobs == 0;
    }
}
