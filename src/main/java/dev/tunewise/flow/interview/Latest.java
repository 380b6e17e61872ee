package dev.tunewise.flow.interview;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What was worked out last, by all that it was worked out from; the longest unused is forgotten. Safe for use by several threads. */
public final class Latest<K, V> {
    private final Map<K, V> known;

    public Latest(int most) {
        known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What is known, or else worked out now, outside of any lock. */
    public V of(K key, Supplier<V> fresh) {
        synchronized (known) {
            V before = known.get(key);
            if (before != null) {
                return before;
            }
        }
        V now = fresh.get();
        synchronized (known) {
            known.put(key, now);
        }
        return now;
    }
}
