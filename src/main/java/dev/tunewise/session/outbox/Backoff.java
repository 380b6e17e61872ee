package dev.tunewise.session.outbox;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before a delivery is tried again: twice as long after each attempt, with a random part so that many do not come back at once.
 *
 * @param first the wait after the first attempt
 * @param chance random numbers from 0 to 1
 */
public record Backoff(Duration first, Duration most, DoubleSupplier chance) {
    /**
     * The wait after so many attempts; never shorter than what the platform asked for.
     *
     * @param attempts attempts made before this one
     * @param asked what the platform asked for, or zero
     */
    Duration after(int attempts, Duration asked) {
        double doubled = first.toMillis() * Math.pow(2, Math.min(attempts, 20));
        long wait = (long) (Math.min(doubled, (double) most.toMillis()) * (0.5 + chance.getAsDouble() / 2));
        long spread = (long) (chance.getAsDouble() * first.toMillis());
        return Duration.ofMillis(Math.max(wait, asked.toMillis() + (asked.isZero() ? 0 : spread)));
    }
}
