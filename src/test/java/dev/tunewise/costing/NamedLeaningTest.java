package dev.tunewise.costing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.forecast.Conclusion;
import dev.tunewise.flow.forecast.Forecast;
import dev.tunewise.flow.forecast.Forecaster;
import dev.tunewise.flow.prior.DrawnTeams;
import dev.tunewise.flow.prior.TeamSampler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a leaning is right of which a team told a few facts, as first messages do: what is named must be, what is not named need not. */
class NamedLeaningTest {
    private static final int TEAMS = 300;
    private static final double TOLD = 0.2;

    @Test
    void aNamedLeaningIsMostlyRightAndOneOnPriorsAloneIsNotNamed() {
        Flow flow = ShippedFlow.flow();
        Forecaster forecaster =
                new Forecaster(flow, ShippedFlow.costing().figures(Map.of()).rough(100));
        Forecast anybody = forecaster.forecast(Map.of()).orElseThrow();
        assertTrue(anybody.probability() < Forecast.NAMED);
        assertFalse(anybody.differs(anybody));
        DrawnTeams drawn = new TeamSampler(flow, Forecaster.decisive(flow), TEAMS, 11).draw(Map.of());
        Random random = new Random(5);
        int named = 0;
        int right = 0;
        int others = 0;
        int othersRight = 0;
        int verdicts = 0;
        for (int team = 0; team < TEAMS; team++) {
            Map<String, Object> facts = drawn.facts(team);
            Map<String, Object> told = new HashMap<>();
            for (Fact fact : flow.facts()) {
                Object value = facts.get(fact.id());
                if (value != null && random.nextDouble() < TOLD) {
                    told.put(fact.id(), value);
                }
            }
            Optional<Conclusion> truth = forecaster.decided(facts).map(Conclusion::of);
            Optional<Forecast> forecast = forecaster.forecast(told);
            if (truth.isEmpty() || forecast.isEmpty()) {
                continue;
            }
            boolean hit = forecast.get().leaning().equals(truth.get());
            if (forecast.get().probability() >= Forecast.NAMED) {
                named++;
                right += hit ? 1 : 0;
            } else {
                others++;
                othersRight += hit ? 1 : 0;
                verdicts +=
                        forecast.get().leaning().verdict().equals(truth.get().verdict()) ? 1 : 0;
            }
        }
        String report = "named %d, right %d; not named %d, right %d, verdict right %d"
                .formatted(named, right, others, othersRight, verdicts);
        assertTrue(5 * right >= 3 * named, report);
        assertTrue(5 * othersRight <= 2 * others, report);
        assertTrue(4 * verdicts >= 3 * others, report);
    }

    @Test
    void whoNamesAShareOfRightAnswersHasSomethingToMeasureWith() {
        Forecaster forecaster = new Forecaster(
                ShippedFlow.flow(), ShippedFlow.costing().figures(Map.of()).rough(100));
        Map<String, Object> told = Map.of(
                "task",
                "classification",
                "calls_per_day",
                50000.0,
                "stage",
                "production",
                "examples",
                5000.0,
                "quality_target",
                92.0,
                "quality_now",
                84.0);

        Object items = forecaster.forecast(told).orElseThrow().typical().get("eval_items");

        assertTrue(items instanceof Double number && number >= 50, () -> "assumed: " + items);
    }

    @ParameterizedTest
    @CsvSource({
        "marketing-text, style-drift",
        "json, format-drift",
        "cheaper, too-expensive",
        "first-token, too-slow",
        "rag-or-ft, missing-knowledge",
        "ticket-routing, wrong-labels"
    })
    void whatIsAskedTellsWhatIsLikelyWrong(String asked, String problem) {
        Forecaster forecaster = new Forecaster(
                ShippedFlow.flow(), ShippedFlow.costing().figures(Map.of()).rough(100));

        Forecast forecast = forecaster
                .forecast(Map.of("intent", List.of(asked), "calls_per_day", 900.0))
                .orElseThrow();

        assertEquals(List.of(problem), forecast.typical().get("problems"));
    }

    @Test
    void whoCountsHundredsADayIsNotTakenForAPrototype() {
        Forecaster forecaster = new Forecaster(
                ShippedFlow.flow(), ShippedFlow.costing().figures(Map.of()).rough(100));

        Forecast forecast = forecaster
                .forecast(Map.of("problems", List.of("format-drift"), "calls_per_day", 600.0))
                .orElseThrow();

        assertEquals("production", forecast.typical().get("stage"));
    }
}
