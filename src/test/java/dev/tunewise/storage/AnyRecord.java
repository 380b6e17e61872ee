package dev.tunewise.storage;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes a filled value of any record or sealed family, so that a type added tomorrow is tested without a new line here. */
public final class AnyRecord {
    private static final int DEEPEST = 4;

    private AnyRecord() {}

    /** One value of every member of the family; of a record, one. */
    public static List<Object> allOf(Class<?> type) {
        return members(type).map(member -> fill(member, 0)).toList();
    }

    /** The records of a sealed family, nested families opened. */
    public static Stream<Class<?>> members(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(AnyRecord::members) : Stream.of(type);
    }

    private static Object fill(Class<?> record, int depth) {
        RecordComponent[] components = record.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Stream.of(components)
                .map(component -> value(component.getGenericType(), component.getType(), depth + 1))
                .toArray();
        try {
            var constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a " + record, e);
        }
    }

    private static Object value(Type type, Class<?> raw, int depth) {
        if (raw == String.class) {
            return "word \u00e4 \"quoted\"";
        } else if (raw == int.class) {
            return 7;
        } else if (raw == long.class || raw == Long.class) {
            return 7L << 40;
        } else if (raw == double.class) {
            return 0.1;
        } else if (raw == boolean.class || raw == Boolean.class) {
            return true;
        } else if (raw == BigDecimal.class) {
            return new BigDecimal("12345678901234567890.1200");
        } else if (raw == Instant.class) {
            return Instant.parse("2026-11-20T12:00:00.123456789Z");
        } else if (raw == LocalDate.class) {
            return LocalDate.of(2026, 11, 20);
        } else if (raw.isEnum()) {
            return raw.getEnumConstants()[raw.getEnumConstants().length - 1];
        } else if (raw == Map.class) {
            return Map.of("key", "value");
        } else if (raw == List.class) {
            return list(((ParameterizedType) type).getActualTypeArguments()[0], depth);
        }
        return fill(members(raw).findFirst().orElseThrow(), depth);
    }

    private static List<Object> list(Type element, int depth) {
        if (element instanceof ParameterizedType inner) {
            return List.of(value(inner, (Class<?>) inner.getRawType(), depth));
        }
        Class<?> raw = (Class<?>) element;
        if (!raw.isSealed()) {
            return List.of(value(raw, raw, depth));
        }
        // A family inside a family could go on for ever.
        return depth > DEEPEST
                ? List.of()
                : List.copyOf(members(raw).map(member -> fill(member, depth)).toList());
    }
}
