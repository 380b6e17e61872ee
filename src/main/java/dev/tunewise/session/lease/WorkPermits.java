package dev.tunewise.session.lease;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Places for work: so many in all, and only a part of them for any one workspace. Safe for use by several threads. */
public final class WorkPermits {
    private final int most;
    private final int perWorkspace;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    public WorkPermits(int most, int perWorkspace) {
        this.most = most;
        this.perWorkspace = perWorkspace;
    }

    public synchronized int free() {
        return Math.max(0, most - all);
    }

    public synchronized int size() {
        return all;
    }

    /** Workspaces that have all the places that they may have. */
    public synchronized Set<String> full() {
        return taken.entrySet().stream()
                .filter(entry -> entry.getValue() >= perWorkspace)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Says of one workspace after the other whether it still has a place; nothing is taken by that. */
    public synchronized Predicate<String> admission() {
        Map<String, Integer> counts = new HashMap<>(taken);
        return workspace -> counts.merge(workspace, 1, Integer::sum) <= perWorkspace;
    }

    /** Takes a place if there is one. */
    public synchronized boolean reserve(String workspace) {
        boolean free = all < most && taken.getOrDefault(workspace, 0) < perWorkspace;
        if (free) {
            enter(workspace);
        }
        return free;
    }

    /** Makes a place where there may be none left. */
    public synchronized void enter(String workspace) {
        taken.merge(workspace, 1, Integer::sum);
        all++;
    }

    public synchronized void leave(String workspace) {
        taken.computeIfPresent(workspace, (_, before) -> before > 1 ? before - 1 : null);
        all--;
        notifyAll();
    }

    /** Waits until no place is taken, or the time is over. */
    public synchronized boolean awaitEmpty(Duration longest) {
        return await(this, longest, () -> all == 0);
    }

    /** Waits on a lock that the caller holds until work is over, or the time is; says whether the work is. */
    public static boolean await(Object lock, Duration longest, BooleanSupplier over) {
        // It is no time of day: it ends also where the clock that was handed in stands still.
        long end = System.nanoTime() + longest.toNanos();
        try {
            while (!over.getAsBoolean() && end > System.nanoTime()) {
                lock.wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return over.getAsBoolean();
    }
}
