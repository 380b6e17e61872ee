package dev.tunewise.costing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.flow.Flow;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.flow.interview.FigureInputs;
import dev.tunewise.flow.interview.FigureRequest;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.testing.DrawnAnswers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where only the figures are asked for that rules test, they are the same as in full, and little else is worked out. */
class TestedFiguresTest {
    private static final Flow FLOW = ShippedFlow.flow();

    @Test
    void figuresThatRulesTestAreTheSameAloneAsAmongAll() {
        FigureCalculator all =
                new CatalogueCosting(PriceFiles.shipped(), () -> LocalDate.of(2026, 11, 28)).figures(Map.of());
        Set<String> tested = FigureInputs.tested(FLOW);
        FigureCalculator few = all.asking(tested);
        assertTrue(tested.contains("best_option") && tested.contains("eval_items_needed"), tested::toString);
        for (Answers answers : DrawnAnswers.of(FLOW, 60, 28)) {
            Map<String, Object> raw = answers.raw();
            FigureRequest request = new FigureRequest(raw, answers.ranges(), answers.assumed(), FLOW.excluded(raw));
            for (int draws : new int[] {1, 128}) {
                Map<String, Object> full = new HashMap<>(all.rough(draws).workOut(request));
                Map<String, Object> alone = few.rough(draws).workOut(request);
                assertTrue(
                        alone.size() <= tested.size() + 4, () -> alone.keySet().toString());
                full.keySet().retainAll(tested);
                Map<String, Object> kept = new HashMap<>(alone);
                kept.keySet().retainAll(tested);
                assertEquals(full, kept, answers::toString);
            }
        }
    }
}
