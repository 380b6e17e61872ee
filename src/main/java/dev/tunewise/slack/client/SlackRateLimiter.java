package dev.tunewise.slack.client;

import dev.tunewise.channel.MonotonicClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which channels Slack wants us to leave alone for a while; each one for itself, so that a busy channel holds up no other. */
public final class SlackRateLimiter {
    private final Map<String, Instant> until = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public SlackRateLimiter(InstantSource clock) {
        this.clock = new MonotonicClock(clock);
    }

    public void pause(String channel, Duration wait) {
        until.merge(channel, clock.instant().plus(wait), (a, b) -> a.isAfter(b) ? a : b);
    }

    /** How long to wait yet; zero when the channel may be written to. */
    public Duration left(String channel) {
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
