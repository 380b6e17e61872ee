package dev.tunewise.teams.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
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
    private final Deque<Instant> calls = new ArrayDeque<>();
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
        Duration wait = now.isBefore(blockedUntil) ? Duration.between(now, blockedUntil) : Duration.ZERO;
        for (Window window : windows) {
            Duration needed = wait(window, now);
            wait = needed.compareTo(wait) > 0 ? needed : wait;
        }
        return wait;
    }

    void count(Instant now) {
        calls.addLast(now);
    }

    void blockUntil(Instant until) {
        blockedUntil = until.isAfter(blockedUntil) ? until : blockedUntil;
    }

    /** Says whether nothing is remembered, so that this may be dropped. */
    boolean idle(Instant now) {
        forget(now);
        return calls.isEmpty() && !now.isBefore(blockedUntil);
    }

    private Duration wait(Window window, Instant now) {
        Instant start = now.minus(window.length());
        List<Instant> within =
                calls.stream().filter(call -> call.isAfter(start)).toList();
        if (within.size() < window.calls()) {
            return Duration.ZERO;
        }
        Instant oldestThatCounts = within.get(within.size() - window.calls());
        return Duration.between(now, oldestThatCounts.plus(window.length()));
    }

    private void forget(Instant now) {
        Instant before = now.minus(longest);
        while (!calls.isEmpty() && !calls.peekFirst().isAfter(before)) {
            calls.removeFirst();
        }
    }
}
