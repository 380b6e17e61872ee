package dev.tunewise.slack;

import dev.tunewise.session.Inbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off requests that are acknowledged, on virtual threads. Each request is in the inbox before it comes here, so nothing is lost: when the
 * bench is full, work fails or the process dies, the request's lease ends and {@link #sweep} takes it up again.
 */
final class Workbench implements AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(60);
    private static final int MOST_ATTEMPTS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);

    private final Inbox inbox;
    private final Consumer<Received> work;
    private final InstantSource clock;
    private final int capacity;
    private final Semaphore hands;
    private final Map<String, Queue<Job>> lanes = new HashMap<>();
    private int jobs;

    private record Job(long id, Received received, int attempts) {}

    /**
     * A workbench.
     *
     * @param capacity requests waiting or in work at most; more stay in the inbox
     * @param hands requests in work at most
     */
    Workbench(Inbox inbox, Consumer<Received> work, InstantSource clock, int capacity, int hands) {
        this.inbox = inbox;
        this.work = work;
        this.clock = clock;
        this.capacity = capacity;
        this.hands = new Semaphore(hands);
    }

    /**
     * Keeps a request and has it worked off. Once this returns it may be acknowledged.
     *
     * @param lane requests of one lane stay in order; empty for its own
     */
    void take(String lane, Received received) {
        Instant now = clock.instant();
        boolean room = reserve();
        try {
            // A request that nobody has a place for may be swept at once, by this process or another one.
            long id = inbox.keep(SlackDelivery.CHANNEL, received.text(), now, room ? now.plus(LEASE) : now);
            if (room) {
                enqueue(lane, new Job(id, received, 0));
            }
        } catch (RuntimeException notKept) {
            if (room) {
                release();
            }
            throw notKept;
        }
    }

    /** Takes up requests whose lease has ended; returns how many. */
    int sweep() {
        Instant now = clock.instant();
        int taken = 0;
        for (Inbox.Item item : inbox.take(SlackDelivery.CHANNEL, now, now.plus(LEASE), free())) {
            if (reserve()) {
                enqueue("", new Job(item.id(), Received.read(item.request()), item.attempts() + 1));
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
            Thread.ofVirtual().name("slack-work").start(() -> run(job));
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
        Thread.ofVirtual().name("slack-work").start(() -> drain(lane));
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
                work.accept(job.received());
                inbox.done(job.id());
            } finally {
                hands.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            fail(job, failed);
        } finally {
            release();
        }
    }

    private void fail(Job job, RuntimeException failed) {
        if (job.attempts() < MOST_ATTEMPTS) {
            LOG.warn("A request of Slack failed and is tried again in {} s", LEASE.toSeconds(), failed);
            return;
        }
        LOG.error("A request of Slack failed {} times and is given up", job.attempts(), failed);
        inbox.done(job.id());
    }

    /** Waits until nothing is in work, or the time is over; what is left is taken up after the next start. */
    synchronized boolean finish(Duration patience) {
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

    @Override
    public void close() {
        finish(Duration.ofSeconds(10));
    }
}
