package dev.tunewise.cost.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.cost.Cases;
import dev.tunewise.money.Range;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CostCaseTest {

    @Test
    void takesRawFactsAndIgnoresTheRest() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("calls_per_day", 5000.0);
        facts.put("owner", true);
        facts.put("stage", "production");
        facts.put("model", null);
        CostCase parsed = CostCase.from(facts, Cases.TODAY, Parameters.shipped());
        assertEquals(Range.of(5000, 5000, 5000), parsed.facts().get("calls_per_day"));
        assertFalse(parsed.knows("model"));
        assertTrue(parsed.knows("owner"));
    }

    @Test
    void namesAFactOfTheWrongTypeOrOutOfRange() {
        assertEquals("Fact calls_per_day is many, expected a number.", message("calls_per_day", "many"));
        assertEquals("Fact quality_now is 120, expected a percentage from 0 to 100.", message("quality_now", 120));
        assertEquals("Fact examples is -1, expected a number of 0 or more.", message("examples", -1));
        assertEquals("Fact must_self_host is yes, expected true or false.", message("must_self_host", "yes"));
        assertEquals("Fact model is true, expected a text.", message("model", true));
        assertEquals("Fact problems is too-slow, expected a list of texts.", message("problems", "too-slow"));
    }

    @Test
    void aChangeLeavesTheOriginalAsItIs() {
        CostCase original = Cases.tickets();
        CostCase changed = original.with("calls_per_day", 200_000.0);
        assertEquals(Range.of(50_000, 50_000, 50_000), original.facts().get("calls_per_day"));
        assertEquals(Range.of(200_000, 200_000, 200_000), changed.facts().get("calls_per_day"));
    }

    @Test
    void knowsWhetherQualityIsTheProblem() {
        assertTrue(Cases.tickets().qualityMatters());
        assertFalse(Cases.tickets()
                .with("problems", List.of("too-expensive", "too-slow"))
                .qualityMatters());
    }

    private static String message(String fact, Object value) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> CostCase.from(Map.of(fact, value), Cases.TODAY, Parameters.shipped()))
                .getMessage();
    }
}
