package dev.tunewise.session.quota;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells other processes what was counted here, and learns what they counted: one exchange after the other, and whoever comes meanwhile goes with the
 * next. Safe for use by several threads.
 */
final class QuotaExchange {
    private final SharedCounts shared;
    private final Executor later;
    private final ReentrantLock turn = new ReentrantLock();
    private final Set<QuotaWindow> untold = new HashSet<>();
    private boolean planned;

    QuotaExchange(SharedCounts shared, Executor later) {
        this.shared = shared;
        this.later = later;
    }

    /** Tells of these windows soon, together with what is counted until then. The caller holds the lock of the windows. */
    void soon(Collection<QuotaWindow> windows, Quotas lock) {
        untold.addAll(windows);
        if (!planned) {
            planned = true;
            later.execute(() -> now(Set.of(), lock));
        }
    }

    /** Tells of these windows now. The caller does not hold the lock: this takes as long as the database takes. */
    void now(Collection<QuotaWindow> windows, Quotas lock) {
        synchronized (lock) {
            untold.addAll(windows);
        }
        turn.lock();
        try {
            Map<QuotaWindow, Integer> amounts = new HashMap<>();
            synchronized (lock) {
                // What was counted in a minute that is over, while nobody could be told, is no part of the present one.
                untold.removeIf(lock::isOver);
                untold.forEach(window -> amounts.put(window, window.declare()));
                untold.clear();
                planned = false;
            }
            if (!amounts.isEmpty()) {
                exchange(amounts, lock);
            }
        } finally {
            turn.unlock();
        }
    }

    private void exchange(Map<QuotaWindow, Integer> amounts, Quotas lock) {
        Map<String, Integer> named = new HashMap<>();
        amounts.forEach((window, amount) -> named.merge(window.name(), amount, Integer::sum));
        try {
            Map<String, SharedCounts.Count> all = shared.add(named);
            synchronized (lock) {
                amounts.keySet()
                        .forEach(window -> Optional.ofNullable(all.get(window.name()))
                                .ifPresent(count -> lock.learn(window, count)));
            }
        } catch (RuntimeException unreachable) {
            // Nothing is refused because counts cannot be shared: until they can, each process counts for itself.
            synchronized (lock) {
                amounts.forEach(QuotaWindow::undeclare);
                untold.addAll(amounts.keySet());
            }
        }
    }
}
