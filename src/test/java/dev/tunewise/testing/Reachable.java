package dev.tunewise.testing;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an object of ours holds in memory, through its fields and through collections of the platform. */
public final class Reachable {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();

    /** The texts with a word in them that can be reached from these objects. */
    public static List<String> texts(String word, Object... roots) throws IllegalAccessException {
        Reachable walk = new Reachable();
        List<String> found = new ArrayList<>();
        for (Object root : roots) {
            walk.add(root);
        }
        while (!walk.open.isEmpty()) {
            Object next = walk.open.remove();
            if (next instanceof String text) {
                if (text.contains(word)) {
                    found.add(text);
                }
            } else {
                walk.into(next);
            }
        }
        return found;
    }

    private void add(@Nullable Object value) {
        if (value != null && seen.add(value)) {
            open.add(value);
        }
    }

    private void into(Object holder) throws IllegalAccessException {
        switch (holder) {
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    add(key);
                    add(value);
                });
            case Collection<?> many -> many.forEach(this::add);
            case Optional<?> one -> one.ifPresent(this::add);
            case AtomicReference<?> one -> add(one.get());
            case Object[] many -> Stream.of(many).forEach(this::add);
            default -> {}
        }
        for (Class<?> type = holder.getClass();
                type != null && type.getName().startsWith("dev.tunewise.");
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())
                        && !field.getType().isPrimitive()
                        && field.trySetAccessible()) {
                    add(field.get(holder));
                }
            }
        }
    }
}
