package dev.tunewise.session.lease;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Keeps the leases of this process alive, and frees those of processes that gave no sign of life for a while. Only
 * elapsed time in this process counts, so no clock of any machine has to be right. Safe for use by several threads.
 */
public final class LeaseKeeper {
    private final LeaseStore store;
    private final String owner;
    private final long silence;
    private final LongSupplier nanos;
    private final Map<String, Sign> others = new HashMap<>();
    private volatile boolean ended;
    private volatile long heard;
    private volatile int term;
    private long signs;

    /** The newest sign of a process, and when this process noticed it. */
    private record Sign(long beats, long noticed) {}

    /**
     * @param owner id of this process, not used by any other one
     * @param silence a process without a sign for so long is dead; several times the pause between beats
     * @param nanos elapsed time in nanoseconds, as {@link System#nanoTime()} gives it
     */
    public LeaseKeeper(LeaseStore store, String owner, Duration silence, LongSupplier nanos) {
        this.store = store;
        this.owner = owner;
        this.silence = silence.toNanos();
        this.nanos = nanos;
        this.heard = nanos.getAsLong() - this.silence;
    }

    /** Gives a sign of life and looks at the others; to be called again and again. Returns how many were found dead. */
    public synchronized int beat() {
        if (ended) {
            return 0;
        }
        long began = nanos.getAsLong();
        // Signs counted again mean that others gave back what this process held; the count of a beat that failed is not
        // known.
        long expected = signs + 1;
        signs = -1;
        Map<String, Long> beats = store.beat(owner);
        signs = beats.getOrDefault(owner, -1L);
        if (signs != expected) {
            term++;
        }
        heard = began;
        long now = nanos.getAsLong();
        others.keySet().retainAll(beats.keySet());
        int dead = 0;
        for (Map.Entry<String, Long> other : beats.entrySet()) {
            Sign known = others.get(other.getKey());
            if (known == null || known.beats() != other.getValue()) {
                others.put(other.getKey(), new Sign(other.getValue(), now));
            } else if (!other.getKey().equals(owner) && now - known.noticed() > silence) {
                store.release(other.getKey());
                others.remove(other.getKey());
                dead++;
            }
        }
        return dead;
    }

    /**
     * What says later whether nobody can have taken over anything that this process leased from now on, and nobody will for a while: half of the
     * silence is left.
     */
    public BooleanSupplier hold() {
        int since = term;
        return () -> !ended && nanos.getAsLong() - heard < silence / 2 && since == term;
    }

    /** Gives everything back at once; the process ends. */
    public synchronized void end() {
        ended = true;
        store.release(owner);
    }
}
