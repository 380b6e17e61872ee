package dev.tunewise.conversation.state;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out from a state, which a turn asks for again and again. It says nothing of its own about the state, and goes with the next
 * collection, so that states that are kept stay small.
 */
public final class Derived {
    private volatile WeakReference<@Nullable Map<Class<?>, Known>> kept = new WeakReference<>(null);

    private record Known(Object from, Object value) {}

    /** What is known of a kind, or else worked out now. `from`: all that it follows from beside the state. */
    public <T> T of(Object from, Class<T> kind, Supplier<T> fresh) {
        Map<Class<?>, Known> known = kept.get();
        if (known == null) {
            known = new ConcurrentHashMap<>();
            kept = new WeakReference<>(known);
        }
        Known found = known.get(kind);
        if (found == null || !found.from().equals(from)) {
            found = new Known(from, fresh.get());
            known.put(kind, found);
        }
        return kind.cast(found.value());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Derived;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
