package dev.tunewise.teams.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How often we may write into one conversation, by Microsoft's published limits for a bot: a few windows, each with a number of calls.
 * Not thread-safe; {@link TeamsRateLimiter} guards it.
 */
final class SendLimits {
    private static final List<Window> CONVERSATION = List.of(
            new Window(Duration.ofSeconds(1), 7),
            new Window(Duration.ofSeconds(2), 8),
            new Window(Duration.ofSeconds(30), 60),
            new Window(Duration.ofHours(1), 1800));
    private static final List<Window> TENANT = List.of(new Window(Duration.ofSeconds(1), 30));

    private final List<Window> windows;
    private final Duration longest;
    private final List<Instant> calls = new ArrayList<>();
    private Instant blockedUntil = Instant.EPOCH;

    private SendLimits(List<Window> windows) {
        this.windows = windows;
        this.longest =
                windows.stream().map(Window::length).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private record Window(Duration length, int calls) {}

    static SendLimits ofConversation() {
        return new SendLimits(CONVERSATION);
    }

    static SendLimits ofTenant() {
        return new SendLimits(TENANT);
    }

    /** How long to wait before the next call; zero when it may be made now. */
    Duration waitAt(Instant now) {
        forget(now);
        Instant free = blockedUntil;
        for (Window window : windows) {
            int oldestThatCounts = calls.size() - window.calls();
            if (oldestThatCounts >= 0) {
                free = later(free, calls.get(oldestThatCounts).plus(window.length()));
            }
        }
        return free.isAfter(now) ? Duration.between(now, free) : Duration.ZERO;
    }

    void count(Instant now) {
        calls.add(now);
    }

    void blockUntil(Instant until) {
        blockedUntil = later(blockedUntil, until);
    }

    /** Says whether nothing is remembered, so that this may be dropped. */
    boolean idle(Instant now) {
        forget(now);
        return calls.isEmpty() && !now.isBefore(blockedUntil);
    }

    private void forget(Instant now) {
        calls.removeIf(call -> !call.isAfter(now.minus(longest)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
