package dev.tunewise.session.outbox;

import dev.tunewise.session.store.Address;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Places for posts in delivery: so many in all, and only a part of them for any one workspace. Safe for use by several threads. */
final class SendingSlots {
    private final int most;
    private final int perWorkspace;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    SendingSlots(int most, int perWorkspace) {
        this.most = most;
        this.perWorkspace = perWorkspace;
    }

    synchronized int free() {
        return most - all;
    }

    /** Workspaces that have all the places that they may have. */
    synchronized Set<String> full() {
        return taken.entrySet().stream()
                .filter(entry -> entry.getValue() >= perWorkspace)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Says of one address after the other whether it still has a place. */
    synchronized Admission admission() {
        return new Admission(new HashMap<>(taken));
    }

    synchronized void enter(Address address) {
        taken.merge(address.workspace(), 1, Integer::sum);
        all++;
    }

    synchronized void leave(Address address) {
        taken.computeIfPresent(address.workspace(), (_, before) -> before > 1 ? before - 1 : null);
        all--;
        notifyAll();
    }

    /** Waits until nothing is in delivery, or the time is over. */
    synchronized boolean awaitEmpty(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        try {
            while (all > 0 && end > System.nanoTime()) {
                wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return all == 0;
    }

    /** Places that are given out in one round. */
    final class Admission {
        private final Map<String, Integer> counts;

        private Admission(Map<String, Integer> counts) {
            this.counts = counts;
        }

        boolean admits(Address address) {
            return counts.merge(address.workspace(), 1, Integer::sum) <= perWorkspace;
        }
    }
}
