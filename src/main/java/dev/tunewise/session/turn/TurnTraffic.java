package dev.tunewise.session.turn;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Knows of the turns that are being made, so that work that can wait lets them go first. Safe for several threads. */
public final class TurnTraffic {
    private final Runnable committed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition quiet = lock.newCondition();
    private int turns;

    /** `committed`: hears of every turn that was committed, so that its posts leave without delay. */
    public TurnTraffic(Runnable committed) {
        this.committed = committed;
    }

    void committed() {
        committed.run();
    }

    <T> T during(Supplier<T> turn) {
        count(1);
        try {
            return turn.get();
        } finally {
            count(-1);
        }
    }

    private void count(int more) {
        lock.lock();
        try {
            turns += more;
            if (turns == 0) {
                quiet.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until no turn is being made, or so long; a thread that is interrupted goes on at once. */
    void letPass(Duration most) {
        lock.lock();
        try {
            long left = most.toNanos();
            while (turns > 0 && left > 0) {
                left = quiet.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
