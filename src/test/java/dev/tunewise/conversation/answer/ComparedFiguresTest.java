package dev.tunewise.conversation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.result.CostOutline;
import dev.tunewise.cost.simulation.SimulationSettings;
import dev.tunewise.costing.CatalogueCosting;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.money.Range;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.testing.DrawnAnswers;
import dev.tunewise.testing.ReadFlows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The short way to what the watch compares gives what the whole answer gives, for teams drawn from the priors. */
class ComparedFiguresTest {
    private static final Flow FLOW = ReadFlows.fineTuning();

    private static void compare(int teams, long seed) {
        Consultant consultant = new Consultant(
                FLOW,
                new CatalogueCosting(
                        PriceFiles.shipped(),
                        () -> LocalDate.of(2026, 11, 27),
                        new SimulationSettings(500, SimulationSettings.STANDARD.seed(), false)));
        AdviceBlocks advice = new AdviceBlocks(consultant);
        Set<String> seen = new TreeSet<>();
        int moneyed = 0;
        for (Answers answers : DrawnAnswers.of(FLOW, teams, seed)) {
            if (consultant.interview(Map.of()).standing(answers) instanceof InterviewStatus.Decided) {
                Consultant.Outline quick =
                        advice.outline(new GivenCase(answers, Map.of())).orElseThrow();
                RenderedAdvice.Bearing whole = advice.bearing(new GivenCase(answers, Map.of()));
                Range gain = whole.gain();
                BigDecimal likely = gain == null ? null : gain.likely().stripTrailingZeros();
                assertEquals(
                        new Consultant.Outline(
                                whole.verdict(),
                                whole.lever(),
                                new CostOutline(whole.option(), likely, whole.breakEvenOf(), whole.breakEven())),
                        quick,
                        answers::toString);
                seen.add(quick.verdict());
                moneyed += likely == null ? 0 : 1;
            }
        }
        assertTrue(seen.size() >= 2 && moneyed > teams / 3, "too few kinds: " + seen + ", " + moneyed);
    }

    @Test
    void fewTeams() {
        compare(100, 16);
    }

    /** Half a minute: `-Dteams=2000`. */
    @Test
    @EnabledIfSystemProperty(named = "teams", matches = "2000")
    void manyTeams() {
        compare(2000, 17);
    }
}
