package dev.tunewise.storage.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Commits in one transaction what several threads want to have kept at the same moment. A commit waits for the disk, so many small ones, one after the
 * other, would wait for it many times. Whoever comes while one is under way goes with the next. Safe for use by several threads.
 */
public final class GroupCommit<T, R> {
    private static final int MOST = 500;

    private final Function<List<T>, List<R>> commit;
    private final Queue<Place<T, R>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock(true);

    /** Somebody who waits; written and read by whoever has the turn. */
    private static final class Place<T, R> {
        private final T item;
        private boolean done;
        private @Nullable R result;
        private @Nullable RuntimeException failure;

        private Place(T item) {
            this.item = item;
        }
    }

    /** `commit`: keeps all or nothing, and gives a result for each in the same order. */
    public GroupCommit(Function<List<T>, List<R>> commit) {
        this.commit = commit;
    }

    /** Keeps an item; throws what the commit throws that it went with. */
    public R keep(T item) {
        Place<T, R> mine = new Place<>(item);
        waiting.add(mine);
        turn.lock();
        try {
            while (!mine.done) {
                commitWaiting();
            }
        } finally {
            turn.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
        if (mine.result == null) {
            throw new IllegalStateException("A commit gave no result for " + item);
        }
        return mine.result;
    }

    private void commitWaiting() {
        List<Place<T, R>> group = new ArrayList<>();
        for (Place<T, R> next = waiting.poll(); next != null; next = group.size() < MOST ? waiting.poll() : null) {
            group.add(next);
        }
        try {
            List<R> results =
                    commit.apply(group.stream().map(place -> place.item).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).result = results.get(i);
            }
        } catch (RuntimeException failed) {
            group.forEach(place -> place.failure = failed);
        } finally {
            group.forEach(place -> place.done = true);
        }
    }
}
