package dev.tunewise.faults;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the service said it had taken: keys of events, and for every person in the order in which it was said. */
final class Acknowledged {
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final Map<String, List<String>> orders = new ConcurrentHashMap<>();

    /** The event was taken; the person writes the next one after that. */
    void add(String person, String key) {
        keys.add(key);
        orders.computeIfAbsent(person, _ -> new CopyOnWriteArrayList<>()).add(key);
    }

    Set<String> keys() {
        return keys;
    }

    Map<String, List<String>> orders() {
        return orders;
    }
}
