package dev.tunewise.flow.interview;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is worked out when it is first asked for, and once. Equal to another where their values are. Safe for several threads if what works it out is. */
public final class Late<T> {
    private @Nullable Supplier<T> how;
    private @Nullable T value;

    private Late(@Nullable Supplier<T> how, @Nullable T value) {
        this.how = how;
        this.value = value;
    }

    public static <T> Late<T> of(Supplier<T> how) {
        return new Late<>(how, null);
    }

    public static <T> Late<T> known(T value) {
        return new Late<>(null, value);
    }

    public synchronized T get() {
        if (how != null) {
            value = how.get();
            how = null;
        }
        return Objects.requireNonNull(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Late<?> late && get().equals(late.get());
    }

    @Override
    public int hashCode() {
        return get().hashCode();
    }

    @Override
    public String toString() {
        return get().toString();
    }
}
