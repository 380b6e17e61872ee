package dev.tunewise.cost.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was counted and what was told as a share belong together or stand alone. */
class MainSharesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            61 | 80  |    | 61 of 80, 76 %
            61 | 80  | 76 | 61 of 80, 76 %
            61 | 80  | 91 | null of null, 91 %
            61 | 25  | 92 | 23 of 25, 92 %
            61 | 25  |    | null of 25, null %
               | 120 | 93 | 112 of 120, 93 %
            """)
    void noCountContradictsAShare(Double right, Double items, Double now, String told) {
        Map<String, Object> known = new TreeMap<>();
        known.put("seenright", right == null ? "" : right);
        known.put("seenall", items);
        known.put("caseto", now == null ? "" : now);
        Map<String, Object> main = MainFigures.of(known, Map.of());
        assertEquals(
                told.replace(" %", ""),
                whole(main.get("main_right")) + " of " + whole(main.get("main_items")) + ", "
                        + whole(main.get("main_now")));
    }

    @ParameterizedTest
    @CsvSource({"60,20", "300,100", "400,200", "599,200", "600,300", "9000,300"})
    void aTestLeavesRowsToLearnFrom(double rows, double test) {
        assertEquals(test, MainFigures.of(Map.of("rows", rows), Map.of()).get("main_test"));
    }

    private static String whole(Object value) {
        return value instanceof Double number ? String.valueOf(number.longValue()) : "null";
    }
}
