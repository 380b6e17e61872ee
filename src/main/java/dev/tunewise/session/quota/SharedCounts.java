package dev.tunewise.session.quota;

import java.time.Duration;
import java.util.Map;

/** What all processes on one database have counted. Safe for use by several threads. */
@FunctionalInterface
public interface SharedCounts {
    /** What all have counted of something. */
    record Count(int counted, Duration age) {}

    /**
     * Adds to what was counted.
     *
     * @param amounts by name; below 0 where something is taken back, 0 to learn the count only
     * @return the count of every name, with what was added
     */
    Map<String, Count> add(Map<String, Integer> amounts);
}
