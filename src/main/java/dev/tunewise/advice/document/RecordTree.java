package dev.tunewise.advice.document;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as trees of maps, lists and plain values, by a table that says for each type what is told of it: names of parts with spaces
 * between them, in their order. `key=part` gives a part another name than its own in snake case, `part.inner` tells a part of a part (of each,
 * where it is a list), and `part?` leaves nothing and an empty text out. What is in no table is plain. A number that JSON cannot write is null.
 */
public final class RecordTree {
    private static final Pattern WORD_WITHIN = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private final Map<Class<?>, String> table = new HashMap<>();
    private final Map<Class<?>, Function<Object, @Nullable Object>> forms = new HashMap<>();
    private final Map<String, Method> methods = new ConcurrentHashMap<>();

    RecordTree(Map<Class<?>, String> table) {
        this.table.putAll(table);
    }

    /** A tree with the table of another beside its own. */
    public RecordTree(RecordTree base, Map<Class<?>, String> more) {
        this(base.table);
        table.putAll(more);
        forms.putAll(base.forms);
    }

    /** Gives a type a form of its own, which takes the place of one that it had. */
    public <T> RecordTree with(Class<T> type, Function<T, @Nullable Object> form) {
        forms.put(type, value -> form.apply(type.cast(value)));
        return this;
    }

    /** A value as its type is told, or the family that it is of. */
    public @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case List<?> list -> {
                List<@Nullable Object> written = new ArrayList<>();
                list.forEach(item -> written.add(of(item)));
                yield written;
            }
            case Double number -> Double.isFinite(number) ? number : null;
            default -> {
                Class<?> type = Stream.concat(
                                Stream.of(value.getClass()),
                                Stream.of(value.getClass().getInterfaces()))
                        .filter(known -> forms.containsKey(known) || table.containsKey(known))
                        .findFirst()
                        .orElse(Object.class);
                Function<Object, @Nullable Object> form = forms.get(type);
                String parts = table.get(type);
                yield form != null ? form.apply(value) : parts == null ? value : parts(value, parts);
            }
        };
    }

    public Map<String, @Nullable Object> parts(Object value) {
        String parts = table.get(value.getClass());
        if (parts == null) {
            throw new IllegalArgumentException("There is no table for " + value.getClass());
        }
        return parts(value, parts);
    }

    /** The same with parts of its own. */
    public Map<String, @Nullable Object> parts(Object value, String parts) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (String part : parts.split(" ")) {
            boolean optional = part.endsWith("?");
            String name = optional ? part.substring(0, part.length() - 1) : part;
            int equals = name.indexOf('=');
            String path = name.substring(equals + 1);
            Object found = at(value, path);
            if (!optional || (found != null && !found.equals(""))) {
                tree.put(
                        equals < 0 ? snake(path.substring(path.lastIndexOf('.') + 1)) : name.substring(0, equals),
                        of(found));
            }
        }
        return tree;
    }

    private @Nullable Object at(@Nullable Object value, String path) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> at(item, path)).toList();
        }
        int dot = path.indexOf('.');
        if (value == null) {
            return null;
        }
        Object part = call(value, dot < 0 ? path : path.substring(0, dot));
        return dot < 0 ? part : at(part, path.substring(dot + 1));
    }

    private @Nullable Object call(Object value, String name) {
        Class<?> type = value.getClass();
        try {
            return methods.computeIfAbsent(type.getName() + " " + name, _ -> method(type, name))
                    .invoke(value);
        } catch (IllegalAccessException | InvocationTargetException failed) {
            throw new IllegalStateException("The part " + name + " of " + type + " cannot be told", failed);
        }
    }

    private static Method method(Class<?> type, String name) {
        try {
            return type.getMethod(name);
        } catch (NoSuchMethodException unknown) {
            throw new IllegalStateException(type + " has no part " + name + ", which its tree tells", unknown);
        }
    }

    private static String snake(String name) {
        return WORD_WITHIN.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
