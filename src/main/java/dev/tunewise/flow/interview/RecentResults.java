package dev.tunewise.flow.interview;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What was worked out last, by all that it was worked out from; the longest unused is forgotten. Safe for use by several threads. */
public class RecentResults<K, V> {
    private final Map<K, V> known;

    public RecentResults(int most) {
        known = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What is known, or else worked out now, outside of any lock. */
    public V of(K key, Supplier<V> fresh) {
        return get(key).orElseGet(() -> {
            V now = fresh.get();
            put(key, now);
            return now;
        });
    }

    public Optional<V> get(K key) {
        synchronized (known) {
            return Optional.ofNullable(known.get(key));
        }
    }

    public void put(K key, V value) {
        synchronized (known) {
            known.put(key, value);
        }
    }

    public void forget(K key) {
        synchronized (known) {
            known.remove(key);
        }
    }

    public void forgetAll() {
        synchronized (known) {
            known.clear();
        }
    }
}
