package dev.tunewise.costing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.flow.forecast.InterviewSimulation;
import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.testing.Golden;
import dev.tunewise.testing.ReadFlows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Teams drawn from the priors of the shipped flow are interviewed; how many questions that takes is kept in files. */
class SimulatedTeamsTest {
    private static final long SEED = 7;

    private static void interview(int teams, double agreeing) {
        var flow = ReadFlows.fineTuning();
        FigureCalculator figures = new CatalogueCosting(PriceFiles.shipped(), () -> LocalDate.of(2026, 11, 27))
                .figures(Map.of())
                .rough(100);
        InterviewSimulation.Comparison both = new InterviewSimulation(flow, figures).run(teams, SEED);
        Golden.check(Path.of("src/test/resources/flowfile/teams-" + teams + ".txt"), both.report());
        assertTrue(both.byValue().median() <= 5, both.report());
        assertTrue(both.byValue().ninetieth() <= 9, both.report());
        assertTrue(both.byValue().agreeing() >= agreeing, both.report());
    }

    @Test
    void fewTeamsHearSoonWhatAllTheirFactsWouldGive() {
        interview(200, 0.95);
    }

    /** Takes a minute: `-Dteams=2000`. */
    @Test
    @EnabledIfSystemProperty(named = "teams", matches = "2000")
    void manyTeamsHearSoonWhatAllTheirFactsWouldGive() {
        interview(2000, 0.97);
    }
}
