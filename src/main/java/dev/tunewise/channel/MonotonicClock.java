package dev.tunewise.channel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock for waits, which never goes back: where the machine's is set back, it goes on from where it was. Safe for use by several threads. */
public final class MonotonicClock implements InstantSource {
    private final InstantSource clock;
    private Instant last = Instant.EPOCH;
    private Duration ahead = Duration.ZERO;

    public MonotonicClock(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Instant instant() {
        Instant now = clock.instant().plus(ahead);
        if (now.isBefore(last)) {
            ahead = ahead.plus(Duration.between(now, last));
            now = last;
        }
        last = now;
        return now;
    }
}
