package dev.tunewise.faults;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How much people write: so many messages a round, so that what they write is dealt with before the rounds end. */
final class Pace {
    private final Semaphore messages = new Semaphore(0);
    private volatile boolean over;

    /** A round begins. */
    void round(int most) {
        messages.drainPermits();
        messages.release(most);
    }

    void end() {
        over = true;
    }

    /** Waits until one more message may be written; false when it is over. */
    boolean next() {
        try {
            while (!over) {
                if (messages.tryAcquire(50, TimeUnit.MILLISECONDS)) {
                    return !over;
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
