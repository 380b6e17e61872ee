package dev.tunewise.cost.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.cost.formula.FigureBasis;
import dev.tunewise.money.Range;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ParametersTest {

    @Test
    void holdsTheShippedRanges() {
        Parameters parameters = Parameters.shipped();
        assertEquals(78, parameters.all().size());
        assertEquals(Range.of(0.05, 1, 2), parameters.get("label_usd_each").range());
        assertEquals(FigureBasis.SOURCED, parameters.get("label_usd_each").basis());
        assertEquals(12, parameters.horizonMonths());
    }

    @Test
    void everyParameterHasALabelAndASource() {
        for (CostParameter parameter : Parameters.shipped().all()) {
            assertTrue(!parameter.label().equals("null") && !parameter.source().isEmpty(), parameter.key());
        }
    }

    @Test
    void everyShippedRangeCouldBeSet() {
        Map<String, Object> settings = new HashMap<>();
        Parameters.shipped().all().forEach(parameter -> settings.put(parameter.key(), parameter.range()));
        assertEquals(List.of(), Parameters.shipped().faults(settings));
    }

    @Test
    void takesNumbersTextsRangesListsAndMaps() {
        for (Object three :
                List.of(3, 3.0, "3", Range.of(3, 3, 3), List.of(3, 3, 3), Map.of("low", 3, "likely", 3, "high", 3))) {
            CostParameter label =
                    Parameters.shipped().with(Map.of("label_usd_each", three)).get("label_usd_each");
            assertEquals(0, label.range().likely().compareTo(BigDecimal.valueOf(3)), String.valueOf(three));
            assertEquals(FigureBasis.GIVEN, label.basis());
        }
    }

    @Test
    void namesKeyValueAndWhatWasExpected() {
        assertEquals(
                "Cost parameter cache_hit_rate was set to 60, expected a number, or low, likely and high in this order,"
                        + " from 0 to 1.",
                message(Map.of("cache_hit_rate", 60)));
        assertEquals(
                "Cost parameter horizon_months was set to 0, expected a whole number, or low, likely and high in this"
                        + " order, from 1 to 120.",
                message(Map.of("horizon_months", 0)));
        assertTrue(message(Map.of("label_usd_each", -1)).contains("from 0 to 1000"));
        assertTrue(message(Map.of("label_usd_each", "cheap")).contains("was set to cheap, expected a number"));
        assertTrue(message(Map.of("label_usd_each", List.of(3, 2, 1))).contains("[3, 2, 1]"));
        assertTrue(message(Map.of("labels", 1))
                .startsWith("Cost parameter labels was set to 1, expected a known parameter: "));
        assertTrue(message(Map.of("gpu_utilisation", 0)).contains("from 0.001 to 1"));
    }

    @Test
    void changesOnlyWhatWasSet() {
        Parameters changed = Parameters.shipped().with(Map.of("label_usd_each", 3));
        assertEquals(
                Parameters.shipped().get("epochs").range(),
                changed.get("epochs").range());
        assertEquals(FigureBasis.SOURCED, changed.get("epochs").basis());
    }

    private static String message(Map<String, Object> settings) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> Parameters.shipped().with(settings))
                .getMessage();
    }
}
