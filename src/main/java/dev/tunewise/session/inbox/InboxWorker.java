package dev.tunewise.session.inbox;

import dev.tunewise.session.lease.CompletionWriter;
import dev.tunewise.session.lease.WorkPermits;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Processes the requests of one channel that are acknowledged already. Each is in the inbox before it comes here, so nothing is lost: when there
 * is no room, work fails or the process dies, the request stays in the inbox and {@link #sweep} takes it up again. Safe for threads.
 */
public final class InboxWorker {
    private static final int MOST_ATTEMPTS = 6;
    private static final int SWEPT_AT_ONCE = 50;

    private final String channel;
    private final Inbox inbox;
    private final Ways ways;
    private final Limits limits;
    private final FairLanes lanes = new FairLanes();
    private final WorkPermits places;
    private final CompletionWriter unsettled = new CompletionWriter();
    private final InboxBound bound;
    private int running;
    private long failures;
    private boolean ending;

    /**
     * What the worker works with.
     *
     * @param work takes one request as the adapter wrote it; it may throw, then the request is tried again
     * @param failures hears of failed work
     * @param executor runs the work, best with a thread for each
     */
    public record Ways(Consumer<String> work, Failures failures, Executor executor) {}

    @FunctionalInterface
    public interface Failures {
        /** Work failed; given up when it is not tried again until an operator says so. */
        void failed(RuntimeException failure, boolean givenUp);
    }

    /**
     * How much at once.
     *
     * @param capacity requests waiting in memory or in work at most; more stay in the inbox
     * @param hands requests in work at most
     */
    public record Limits(String owner, int capacity, int hands) {}

    /** `channel`: the adapter, as in {@link dev.tunewise.session.store.Address#channel()}. */
    public InboxWorker(String channel, Inbox inbox, Ways ways, Limits limits) {
        this.channel = channel;
        this.inbox = inbox;
        this.ways = ways;
        this.limits = limits;
        this.bound = new InboxBound(inbox, channel, limits.capacity());
        // No workspace fills the memory alone.
        this.places = new WorkPermits(limits.capacity(), Math.max(1, limits.capacity() / 2));
    }

    /**
     * Keeps a request and has it processed. Once this returns it may be acknowledged.
     *
     * @param workspace whose it is; may be empty
     * @param lane requests of one lane stay in order; empty for none
     * @throws InboxFull if too many wait already; nothing was kept
     */
    public void take(String workspace, String lane, String request) {
        take(workspace, lane, request, () -> ways.work().accept(request));
    }

    /** The same for a request that was read already: fresh works off what was read, and later tries are made with what was kept. */
    public void take(String workspace, String lane, String request, Runnable fresh) {
        bound.enter();
        Inbox.Arrival arrival = new Inbox.Arrival(channel, workspace, lane, request);
        boolean room;
        long failuresBefore;
        synchronized (this) {
            // What could not be written down yet may hold up a lane, so new requests go behind it.
            room = !ending && unsettled.isEmpty() && places.reserve(workspace);
            failuresBefore = failures;
        }
        Inbox.Kept kept = new Inbox.Kept(0, false);
        try {
            kept = inbox.keep(arrival, room ? limits.owner() : "");
        } finally {
            if (room) {
                enter(new Inbox.Item(kept.id(), arrival, 0, fresh), kept.leased(), failuresBefore);
            }
        }
    }

    /** A request that is not leased to us stays in the inbox, as does one whose lane may have failed since we looked. */
    private void enter(Inbox.Item item, boolean leased, long failuresBefore) {
        boolean ordered = !item.arrival().lane().isEmpty();
        boolean back;
        synchronized (this) {
            back = leased && (ending || (ordered && failures != failuresBefore));
            if (!leased || back) {
                places.leave(item.arrival().workspace());
                notifyAll();
            } else {
                lanes.add(item);
            }
        }
        if (back) {
            unsettled.settle(() -> inbox.handBack(limits.owner(), List.of(item.id())));
        } else if (leased) {
            pump();
        }
    }

    /** Takes up requests that nobody holds; returns how many. */
    public int sweep() {
        unsettled.retry();
        bound.recount();
        int all = 0;
        // A few at a time, so that requests that arrive meanwhile can be kept in between.
        for (int taken = SWEPT_AT_ONCE; taken >= SWEPT_AT_ONCE; all += taken) {
            taken = takeUp();
        }
        return all;
    }

    private int takeUp() {
        int limit;
        Set<String> full;
        synchronized (this) {
            limit = ending ? 0 : Math.min(SWEPT_AT_ONCE, places.free());
            full = places.full();
        }
        List<Inbox.Item> items = limit == 0 ? List.of() : inbox.take(channel, limits.owner(), full, limit);
        for (Inbox.Item item : items) {
            synchronized (this) {
                // Followers in a lane may be more than there is room for; they are few, and leased already.
                places.enter(item.arrival().workspace());
                lanes.add(item);
            }
        }
        pump();
        return items.size();
    }

    private void pump() {
        for (FairLanes.Next next = begin(); next != null; next = begin()) {
            FairLanes.Next begun = next;
            ways.executor().execute(() -> run(begun));
        }
    }

    private synchronized FairLanes.@Nullable Next begin() {
        FairLanes.Next next = running < limits.hands() && !ending ? lanes.next() : null;
        running += next == null ? 0 : 1;
        return next;
    }

    private void run(FairLanes.Next next) {
        Inbox.Item item = next.item();
        List<Inbox.Item> handedBack = List.of();
        try {
            if (item.attempts() >= MOST_ATTEMPTS) {
                throw new IllegalStateException("A request was begun " + item.attempts() + " times and never ended");
            }
            if (item.fresh() == null) {
                inbox.begun(item);
            }
            item.work(ways.work());
            unsettled.settle(() -> inbox.done(item.id()));
        } catch (RequestDeferred waiting) {
            unsettled.settle(
                    () -> inbox.later(item, false, RequestDeferred.PAUSE, String.valueOf(waiting.getMessage())));
            handedBack = failed(next.lane());
        } catch (RuntimeException failed) {
            handedBack = failed(next, failed);
        } finally {
            leave(next, handedBack);
        }
        pump();
    }

    private List<Inbox.Item> failed(FairLanes.Next next, RuntimeException failed) {
        Inbox.Item item = next.item();
        boolean last = failed instanceof Unreadable || item.attempts() + 1 >= MOST_ATTEMPTS;
        ways.failures().failed(failed, last);
        String reason = failed.getClass().getSimpleName();
        if (last) {
            unsettled.settle(() -> inbox.setAside(item.id(), reason));
            return List.of();
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(2 * item.attempts(), 9));
        unsettled.settle(() -> inbox.later(item, true, wait, reason));
        return failed(next.lane());
    }

    /** What follows in the lane waits in the inbox, behind what failed. */
    private List<Inbox.Item> failed(FairLanes.Lane lane) {
        List<Inbox.Item> rest;
        synchronized (this) {
            failures++;
            rest = lanes.empty(lane);
        }
        List<Long> ids = rest.stream().map(Inbox.Item::id).toList();
        if (!ids.isEmpty()) {
            unsettled.settle(() -> inbox.handBack(limits.owner(), ids));
        }
        return rest;
    }

    private synchronized void leave(FairLanes.Next next, List<Inbox.Item> handedBack) {
        running--;
        places.leave(next.item().arrival().workspace());
        handedBack.forEach(item -> places.leave(item.arrival().workspace()));
        lanes.finished(next.lane());
        notifyAll();
    }

    /** Waits until nothing is waiting or in work, or the time is over; what is left is taken up later. */
    public synchronized boolean finish(Duration patience) {
        return WorkPermits.await(this, patience, () -> places.size() == 0);
    }

    /** Begins nothing more, waits for what is in work, and leaves the rest to others: its leases end with this process. */
    public synchronized boolean end(Duration patience) {
        ending = true;
        return WorkPermits.await(this, patience, () -> running == 0);
    }
}
