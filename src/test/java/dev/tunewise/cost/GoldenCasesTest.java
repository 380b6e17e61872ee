package dev.tunewise.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked numbers of the five articles, recomputed by the product. */
final class GoldenCasesTest {
    private static final Map<String, Function<GoldenCase, Map<String, Object>>> RECOMPUTED = new HashMap<>();

    static {
        RECOMPUTED.putAll(GoldenFintech.CASES);
        RECOMPUTED.putAll(GoldenTickets.CASES);
        RECOMPUTED.putAll(GoldenOthers.CASES);
    }

    static Stream<GoldenCase> cases() {
        return GoldenCase.all().stream();
    }

    @Test
    void holdsAllThirtyNineCases() {
        assertEquals(39, GoldenCase.all().size());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheRecomputedFigures(GoldenCase golden) {
        Map<String, Object> actual = golden.expected().isEmpty()
                ? Map.of()
                : RECOMPUTED.get(golden.id()).apply(golden);
        assertEquals(golden.expected().keySet(), actual.keySet(), golden.id());
        golden.expected()
                .forEach((name, expected) -> compare(golden, String.valueOf(name), expected, actual.get(name)));
    }

    private static void compare(GoldenCase golden, String name, Object expected, Object actual) {
        String where = golden.id() + " " + name;
        switch (expected) {
            case BigDecimal number ->
                assertTrue(
                        golden.isWithinTolerance(number, ((Number) actual).doubleValue()),
                        where + ": expected " + number + ", found " + actual);
            case List<?> items -> {
                List<?> found = (List<?>) actual;
                assertEquals(items.size(), found.size(), where);
                for (int i = 0; i < items.size(); i++) {
                    compare(golden, name + "[" + i + "]", items.get(i), found.get(i));
                }
            }
            case Map<?, ?> fields ->
                fields.forEach((key, value) -> compare(golden, name + "." + key, value, ((Map<?, ?>) actual).get(key)));
            default -> assertEquals(expected, actual, where);
        }
    }
}
