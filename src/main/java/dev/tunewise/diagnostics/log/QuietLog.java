package dev.tunewise.diagnostics.log;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Says one thing at most once a minute, since strangers can make it happen at will. Safe for use by several threads. */
public final class QuietLog {
    private static final long PAUSE = 60_000_000_000L;

    private final AtomicLong quietUntil = new AtomicLong(System.nanoTime());
    private final AtomicLong unsaid = new AtomicLong();

    /** Says it, unless it was said within the last minute. */
    public void say(Runnable log) {
        say(_ -> log.run());
    }

    /** Says it with how often it happened unsaid since it was said last, unless that was within the last minute. */
    public void say(LongConsumer log) {
        long now = System.nanoTime();
        long until = quietUntil.get();
        if (now - until >= 0 && quietUntil.compareAndSet(until, now + PAUSE)) {
            log.accept(unsaid.getAndSet(0));
        } else {
            unsaid.incrementAndGet();
        }
    }
}
