package dev.tunewise.session.quota;

import dev.tunewise.session.store.Address;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts what each person, channel and workspace asks for, minute by minute, and refuses what is too much. Only this
 * process is counted, so that nobody waits for a count. Copies of an event count once. Safe for use by several threads.
 */
public final class Quotas {
    /** Nothing is too much. */
    public static final Quotas NONE = new Quotas(Map.of(), System::nanoTime);

    private static final long WINDOW = Duration.ofMinutes(1).toNanos();
    private static final int REMEMBERED = 20_000;

    private final Map<Kind, Limits> limits;
    private final LongSupplier nanos;
    private final Map<String, QuotaWindow> windows = recent();
    private final Map<String, Boolean> seen = recent();

    /** What is counted. */
    public enum Kind {
        /** Something that is read and answered: a message, a click, a command. */
        TURN,
        /** A new consultation. */
        OPENING,
        /** A request over HTTP by a program or a browser. */
        REQUEST
    }

    /** Whose count was full. */
    public enum Scope {
        PERSON,
        CHANNEL,
        WORKSPACE
    }

    /**
     * How much may be asked for within a minute; 0 for any amount.
     *
     * @param person by one person
     * @param channel by all people in one channel
     * @param workspace by all people of one workspace
     */
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
     * Quotas.
     *
     * @param limits of each kind; none for a kind that is not named
     * @param nanos elapsed time in nanoseconds, as {@link System#nanoTime()} gives it
     */
    public Quotas(Map<Kind, Limits> limits, LongSupplier nanos) {
        this.limits = Map.copyOf(limits);
        this.nanos = nanos;
    }

    /**
     * Counts an event.
     *
     * @param key names the event, the same for every copy of it; empty where there are no copies
     * @throws QuotaExceeded if it is too much; what counts as refused is not done
     */
    public synchronized void check(Kind kind, String key, Address place, String person) {
        Limits most = limits.get(kind);
        String event = kind + " " + place.workspace() + " " + key;
        if (most == null || Boolean.TRUE.equals(seen.get(event))) {
            return;
        }
        long now = nanos.getAsLong();
        String workspace = kind + " " + place.channel() + " " + place.workspace();
        Map<Scope, QuotaWindow> counted = new EnumMap<>(Scope.class);
        counted.put(Scope.PERSON, window(workspace + " of " + person, now));
        counted.put(Scope.CHANNEL, window(workspace + " in " + place.room(), now));
        counted.put(Scope.WORKSPACE, window(workspace, now));
        counted.forEach((scope, window) -> {
            if (most.of(scope) > 0 && window.counted() >= most.of(scope)) {
                Duration wait = Duration.ofNanos(WINDOW - (now - window.began()));
                throw new QuotaExceeded(kind, place, person, scope, most.of(scope), wait, window.tell(person));
            }
        });
        counted.values().forEach(QuotaWindow::count);
        if (!key.isEmpty()) {
            seen.put(event, true);
        }
    }

    private QuotaWindow window(String name, long now) {
        return windows.compute(
                name, (_, known) -> known != null && now - known.began() < WINDOW ? known : new QuotaWindow(now));
    }

    private static <V> Map<String, V> recent() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
