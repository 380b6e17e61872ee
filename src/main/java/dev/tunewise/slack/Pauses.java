package dev.tunewise.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which channels Slack wants us to leave alone for a while; each one for itself, so that a busy channel holds up no other. */
final class Pauses {
    private final Map<String, Instant> until = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Pauses(InstantSource clock) {
        this.clock = clock;
    }

    void pause(String channel, Duration wait) {
        until.merge(channel, clock.instant().plus(wait), (a, b) -> a.isAfter(b) ? a : b);
    }

    /** How long to wait yet; zero when the channel may be written to. */
    Duration left(String channel) {
        Instant end = until.get(channel);
        if (end == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), end);
        if (left.isPositive()) {
            return left;
        }
        until.remove(channel, end);
        return Duration.ZERO;
    }
}
