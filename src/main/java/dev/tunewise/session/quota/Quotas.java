package dev.tunewise.session.quota;

import dev.tunewise.flow.interview.RecentResults;
import dev.tunewise.session.store.Address;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * Counts what each person, channel and workspace asks for, minute by minute, and refuses what is too much. Processes that share counts hold the
 * quotas together; nobody waits for the others' counts before an eighth of what is left was taken. Copies of an event count once. Safe for use by
 * several threads.
 */
public final class Quotas {
    private static final long WINDOW = Duration.ofMinutes(1).toNanos();
    private static final int REMEMBERED = 20_000;

    private final Map<Kind, Limits> limits;
    private final LongSupplier nanos;
    private final RecentResults<String, QuotaWindow> windows = new RecentResults<>(REMEMBERED);
    private final RecentResults<String, Boolean> seen = new RecentResults<>(REMEMBERED);
    private final Optional<QuotaExchange> exchange;

    public enum Kind {
        /** Something that is read and answered: a message, a click, a command. */
        TURN,
        OPENING,
        /** A request over HTTP by a program or a browser. */
        REQUEST
    }

    public enum Scope {
        PERSON,
        CHANNEL,
        WORKSPACE
    }

    /** How much may be asked for within a minute; 0 for any amount. */
    public record Limits(int person, int channel, int workspace) {
        private int of(Scope scope) {
            return switch (scope) {
                case PERSON -> person;
                case CHANNEL -> channel;
                case WORKSPACE -> workspace;
            };
        }
    }

    /**
     * Quotas of this process alone.
     *
     * @param limits of each kind; none for a kind that is not named
     * @param nanos elapsed time in nanoseconds, as {@link System#nanoTime()} gives it
     */
    public Quotas(Map<Kind, Limits> limits, LongSupplier nanos) {
        this(limits, nanos, Optional.empty());
    }

    /**
     * Quotas of all processes that share these counts.
     *
     * @param later runs something after a short while, in which more is gathered to be told together
     */
    public Quotas(Map<Kind, Limits> limits, LongSupplier nanos, SharedCounts shared, Executor later) {
        this(limits, nanos, Optional.of(new QuotaExchange(shared, later)));
    }

    private Quotas(Map<Kind, Limits> limits, LongSupplier nanos, Optional<QuotaExchange> exchange) {
        this.limits = Map.copyOf(limits);
        this.nanos = nanos;
        this.exchange = exchange;
    }

    /**
     * @param key names the event, the same for every copy of it; empty where there are no copies
     * @throws QuotaExceeded if it is too much; what counts as refused is not done
     */
    public void check(Kind kind, String key, Address place, String person) {
        Limits most = limits.get(kind);
        if (most == null) {
            return;
        }
        Asked asked = new Asked(kind, key, place, person);
        Map<Scope, QuotaWindow> counted = count(asked, most);
        if (exchange.isPresent() && !counted.isEmpty()) {
            agree(exchange.get(), asked, counted);
        }
    }

    private record Asked(Kind kind, String key, Address place, String person) {
        String event() {
            return kind + " " + place.workspace() + " " + key;
        }
    }

    /** The windows in which it was counted; none for a copy. */
    private synchronized Map<Scope, QuotaWindow> count(Asked asked, Limits most) {
        if (seen.get(asked.event()).isPresent()) {
            return Map.of();
        }
        long now = nanos.getAsLong();
        Address place = asked.place();
        String workspace = asked.kind() + " " + place.channel() + " " + place.workspace();
        Map<Scope, QuotaWindow> counted = new EnumMap<>(Scope.class);
        Map.of(
                        Scope.PERSON, workspace + " of " + asked.person(),
                        Scope.CHANNEL, workspace + " in " + place.room(),
                        Scope.WORKSPACE, workspace)
                .forEach((scope, name) -> {
                    if (most.of(scope) > 0) {
                        counted.put(scope, window(name, most.of(scope), now));
                    }
                });
        counted.forEach((scope, window) -> {
            if (window.full()) {
                throw exceeded(asked, scope, window);
            }
        });
        counted.values().forEach(window -> window.count(1));
        if (!asked.key().isEmpty()) {
            seen.put(asked.event(), true);
        }
        return counted;
    }

    /** What others took meanwhile may leave too little for this. */
    private void agree(QuotaExchange exchange, Asked asked, Map<Scope, QuotaWindow> counted) {
        synchronized (this) {
            if (counted.values().stream().noneMatch(QuotaWindow::doubtful)) {
                exchange.soon(counted.values(), this);
                return;
            }
        }
        exchange.now(counted.values(), this);
        synchronized (this) {
            counted.forEach((scope, window) -> {
                if (window.overfull()) {
                    counted.values().forEach(each -> each.count(-1));
                    exchange.soon(counted.values(), this);
                    seen.forget(asked.event());
                    throw exceeded(asked, scope, window);
                }
            });
        }
    }

    /** Whether the minute of a window has passed; the caller holds the lock. */
    boolean isOver(QuotaWindow window) {
        return nanos.getAsLong() - window.began() >= WINDOW;
    }

    /** Takes over what all have counted; the caller holds the lock. */
    void learn(QuotaWindow window, SharedCounts.Count count) {
        window.learn(count.counted(), nanos.getAsLong() - count.age().toNanos());
    }

    private QuotaExceeded exceeded(Asked asked, Scope scope, QuotaWindow window) {
        Duration wait = Duration.ofNanos(WINDOW - (nanos.getAsLong() - window.began()));
        boolean tell = window.tell(asked.person());
        return new QuotaExceeded(new QuotaExceeded.Refused(
                asked.kind(), asked.place(), asked.person(), scope, window.most(), wait, tell));
    }

    private QuotaWindow window(String name, int most, long now) {
        return windows.get(name).filter(known -> now - known.began() < WINDOW).orElseGet(() -> {
            QuotaWindow begun = new QuotaWindow(name, most, now);
            windows.put(name, begun);
            return begun;
        });
    }
}
