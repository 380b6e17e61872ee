package dev.tunewise.costing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.result.Advice;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.Decision;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Data that must stay in-house, of teams whose model runs at a vendor today: they are never told to stay as they are. */
class InHouseTest {
    private static final Consultant CONSULTANT = new Consultant(ShippedFlow.flow(), ShippedFlow.quickCosting());

    @Test
    void nobodyIsToldToStayWhereTheDataMayNotBe() {
        for (long seed = 1; seed <= 150; seed++) {
            Random random = new Random(seed);
            Object[] changes = {
                "must_self_host", true,
                "open_model", pick(random, "falls-short", "falls-short", "meets-target", "not-tried"),
                "problems", List.of(pick(random, "wrong-labels", "too-expensive", "privacy", "style-drift")),
                "task", pick(random, "classification", "extraction", "generation"),
                "model", pick(random, "claude-sonnet-4-6", "gpt-5.4", "claude-haiku-5-5", "together-llama-3.3-70b"),
                "calls_per_day", Math.rint(Math.pow(10, random.nextDouble() * 6)),
                "error_cost", random.nextInt(4) == 0 ? null : random.nextInt(100) / 100.0,
                "quality_now", 70 + random.nextInt(30),
                "labels", pick(random, "verified", "verified", "unverified"),
                "owner", random.nextInt(4) > 0,
                "examples", 100 + random.nextInt(2000)
            };
            Decision decision = CONSULTANT
                    .advise(TicketCase.with(changes), Map.of())
                    .decision()
                    .orElseThrow();
            String about = "seed " + seed + ": " + decision.headline();
            assertNotEquals("stay-as-you-are", decision.rule(), about);
            assertFalse(List.of("caching", "cheaper-model", "stronger-model").contains(decision.lever()), about);
            if (ShippedFlow.flow().rule(decision.rule()).compares()) {
                assertTrue(decision.headline().contains("What runs today may not stay"), about);
                assertFalse(decision.recommendation().option().startsWith("today"), about);
            }
        }
    }

    @Test
    void theRowOfTodayIsShownAndMayNotBeChosen() {
        CostComparison cost = CONSULTANT
                .answer(TicketCase.with("must_self_host", true, "open_model", "falls-short"), Map.of())
                .cost()
                .orElseThrow();
        CostComparison.Option today = cost.option("today").orElseThrow();

        assertFalse(today.standing().eligible());
        assertEquals(List.of("must-stay-in-house"), today.standing().excludedBy());
    }

    @Test
    void atTheTargetAndUncostedTheVendorIsNoAnswerEither() {
        Advice advice = CONSULTANT.advise(
                TicketCase.without(List.of("input_tokens", "output_tokens"), "must_self_host", true, "quality_now", 95),
                Map.of());

        assertTrue(
                advice.decision()
                        .filter(decision -> decision.lever().equals("stay"))
                        .isEmpty(),
                advice::toString);
        assertTrue(
                advice.findings().stream().anyMatch(finding -> finding.finding().equals("vendor-today")));
    }

    private static String pick(Random random, String... items) {
        return items[random.nextInt(items.length)];
    }
}
