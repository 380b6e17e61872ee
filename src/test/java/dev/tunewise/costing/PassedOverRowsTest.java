package dev.tunewise.costing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.cost.estimate.OptionChoice;
import dev.tunewise.cost.estimate.OptionChoice.Fitness;
import dev.tunewise.flow.interview.Answers;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nothing that meets the target is passed over for its money by a row that costs more. */
class PassedOverRowsTest {
    private static final CatalogueCosting COSTING = ShippedFlow.quickCosting();
    private static final Consultant CONSULTANT = new Consultant(ShippedFlow.flow(), COSTING);
    private static final Set<String> MONEY = Set.of("does-not-pay-back", "target-costs-more-than-its-errors");

    @Test
    void whoAcceptsAStrongerModelIsNotSentToItWhereLessMeetsTheTarget() {
        Answers answers = TicketCase.with(
                "stronger_model",
                "meets-target",
                "quality_now",
                69,
                "quality_target",
                66,
                "input_tokens",
                20_000,
                "error_cost",
                0);
        OptionChoice choice = choice(answers);

        assertEquals("cheaper-model", choice.best().lever(), choice.toString());
        assertTrue(choice.best().meetsTarget() >= choice.wanted(), choice.toString());
        assertTrue(choice.probability() > 0.3, choice.toString());
        nothingCheaperMeets(answers);
    }

    @Test
    void trainingThatCostsLessIsToldWithAPaybackThatAgrees() {
        Answers answers = TicketCase.with(
                "model",
                "gemini-3.5-flash",
                "calls_per_day",
                5012,
                "input_tokens",
                1500,
                "output_tokens",
                10,
                "system_prompt_tokens",
                750,
                "quality_now",
                96,
                "quality_target",
                96,
                "error_cost",
                3,
                "examples",
                3000,
                "eval_items",
                400);
        nothingCheaperMeets(answers);
        agrees(choice(answers));
    }

    private static void nothingCheaperMeets(Answers answers) {
        OptionChoice choice = choice(answers);
        Decision decision = CONSULTANT.advise(answers, Map.of()).decision().orElseThrow();
        String about = answers.raw() + " " + decision + " " + choice;
        for (Fitness other : choice.fitness().values()) {
            boolean open = other.eligible() || MONEY.containsAll(other.excludedBy());
            if (open && other.meetsTarget() >= choice.wanted() && !Double.isNaN(other.total())) {
                double below = choice.best().total() - other.total();
                assertTrue(below <= 0.1 * other.total() + 0.01 && below <= 5000.01, about + " but " + other);
            }
        }
        assertTrue(decision.recommendation() == null || choice.probability() > 0, about);
    }

    /** What is told of payback has the sign of the totals. */
    private static void agrees(OptionChoice choice) {
        OptionChoice.Training training = choice.training();
        if (training != null) {
            double saved = choice.of(training.against()).total()
                    - choice.of(training.option()).total();
            assertEquals(saved >= 0, training.payback().p50() <= 12, choice.toString());
        }
    }

    private static OptionChoice choice(Answers answers) {
        return COSTING.simulated(answers, Map.of(), ShippedFlow.flow().excluded(answers.raw()))
                .orElseThrow()
                .choice();
    }
}
