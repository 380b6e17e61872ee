package dev.tunewise.session.lease;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written down of work that is done. A database that is away for a while must not make a finished work look
 * unfinished for good, so it is written as soon as that is possible again. Safe for use by several threads.
 */
public final class CompletionWriter {
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    /** Writes it now, or later if that fails. Returns whether it was written. */
    public boolean settle(Runnable write) {
        try {
            write.run();
            return true;
        } catch (RuntimeException notNow) {
            synchronized (this) {
                waiting.add(write);
            }
            return false;
        }
    }

    /** Writes what waits, oldest first; throws what the first write that fails throws. */
    public void retry() {
        for (Runnable next = peek(); next != null; next = peek()) {
            next.run();
            synchronized (this) {
                waiting.remove(next);
            }
        }
    }

    public synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    private synchronized @Nullable Runnable peek() {
        return waiting.peek();
    }
}
