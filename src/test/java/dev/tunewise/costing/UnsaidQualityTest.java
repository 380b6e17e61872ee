package dev.tunewise.costing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What nobody said of today is no claim about it, and what misses is said to miss. */
class UnsaidQualityTest {
    private static final int CASES = Integer.getInteger("cases", 1000) / 25;
    private static final CatalogueCosting COSTING = ShippedFlow.quickCosting();
    private static final Consultant CONSULTANT = new Consultant(ShippedFlow.flow(), COSTING);

    /** Equally likely places of what is assumed where nobody said the quality: 60 to 95 %, most likely 80. */
    private static final List<Integer> ASSUMED = List.of(69, 73, 76, 78, 80, 82, 84, 87);

    @Test
    void nobodyIsAtATargetOrBelowItByAssumption() {
        Object[] small = {
            "quality_target", 70, "model", "deepseek-v4-pro", "calls_per_day", 200, "error_cost", 0.3, "quality_now"
        };
        String told = decision(with(small, 75)).headline();
        assertTrue(told.contains("You are at your target"), told);
        String unsaid = decision(with(small, null)).headline();
        assertFalse(unsaid.contains("You are at your target"), unsaid);

        Object[] accepted = {
            "model", "deepseek-v4-pro", "calls_per_day", 164, "stronger_model", "meets-target", "quality_now"
        };
        String short1 = decision(with(accepted, 88)).headline();
        assertTrue(short1.contains("and does not"), short1);
        String open = decision(with(accepted, null)).headline();
        assertFalse(open.contains("and does not"), open);
        assertTrue(open.contains("nobody said how often its answers are right"), open);
    }

    @Test
    void trainingForAQualityThatNobodySaidSaysSo() {
        Object[] costly = {"error_cost", 0.3, "stronger_model", "falls-short", "quality_now"};
        assertTrue(decision(with(costly, null)).headline().startsWith("Yes"));
        assertTrue(decision(with(costly, null)).headline().contains("Nobody said how often today's answers are right"));
        assertFalse(decision(with(costly, 88)).headline().contains("Nobody said how often"));
    }

    @Test
    void anUnsaidQualityIsNoSurerThanItsValuesAre() {
        int compared = 0;
        for (long seed = 1; seed <= CASES; seed++) {
            Random random = new Random(seed);
            Object[] changes = {
                "calls_per_day", Math.rint(Math.pow(10, 2 + random.nextDouble() * 4)),
                "error_cost", List.of(0, 0.05, 0.3, 0.8, 3).get(random.nextInt(5)),
                "quality_target", 70 + random.nextInt(28),
                "stronger_model",
                        List.of("falls-short", "meets-target", "meets-target-too-costly")
                                .get((int) seed % 3),
                "quality_now", null
            };
            Answers unsaid = TicketCase.with(changes);
            Decision open = decision(unsaid);
            assertFalse(open.headline().contains("at your target"), open.toString());
            assertFalse(open.headline().contains("and does not"), open.toString());
            List<Decision> each = ASSUMED.stream()
                    .map(value -> decision(unsaid.with("quality_now", SourcedAnswer.of(TicketCase.value(value)))))
                    .filter(decision -> decision.recommendation() != null)
                    .toList();
            if (open.recommendation() != null && each.size() == ASSUMED.size()) {
                compared++;
                double mean = each.stream()
                        .mapToDouble(decision -> decision.recommendation().probability())
                        .average()
                        .orElseThrow();
                assertTrue(
                        open.recommendation().probability() <= mean + 0.05,
                        "seed " + seed + ": " + open + " against " + mean + " " + unsaid.raw());
            }
        }
        assertTrue(compared > CASES / 4, "only " + compared);
    }

    private static Answers with(Object[] changes, Object last) {
        Object[] all = java.util.Arrays.copyOf(changes, changes.length + 1);
        all[changes.length] = last;
        return TicketCase.with(all);
    }

    private static Decision decision(Answers answers) {
        return CONSULTANT.advise(answers, Map.of()).decision().orElseThrow();
    }
}
