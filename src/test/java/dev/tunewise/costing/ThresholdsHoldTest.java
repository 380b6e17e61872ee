package dev.tunewise.costing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.cost.estimate.OptionChoice;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** At a threshold that is told training is recommended, and a little below it is not; seeded cases, more with {@code cases}. */
class ThresholdsHoldTest {
    private static final int CASES = Integer.getInteger("cases", 1000) / 12;
    private static final CatalogueCosting COSTING = ShippedFlow.quickCosting();

    @Test
    void aWrongAnswerThatCostsSoMuchMakesTrainingTheBest() {
        holds("error_cost", Map.of(0.97, 0.0));
    }

    @Test
    void soManyCallsMakeTrainingTheBest() {
        holds("calls_per_day", Map.of(0.97, 0.0, 0.5, 0.05));
    }

    @Test
    void whereAnotherWayTakesOverTheTotalsCross() {
        int told = 0;
        List<String> wrong = new ArrayList<>();
        for (long seed = 1; seed <= CASES; seed++) {
            Answers answers = assumed(RecommendationPropertiesTest.randomCase(new Random(seed)), "error_cost");
            OptionChoice choice = choice(answers);
            OptionChoice.Turn turn = choice.turn();
            if (turn != null && turn.errorCost() > 0.001 && turn.errorCost() < 1000) {
                told++;
                for (double times : new double[] {0.9, 1.1}) {
                    OptionChoice there = choice(with(answers, "error_cost", turn.errorCost() * times));
                    boolean cheaper = there.of(turn.other()).total()
                            < there.of(choice.recommended()).total();
                    if (cheaper != (times > 1 == turn.above())) {
                        wrong.add("seed " + seed + ": " + turn + " at " + times);
                    }
                }
            }
        }
        assertTrue(told > CASES / 12, "only " + told + " turns were told");
        assertEquals(List.of(), wrong);
    }

    /**
     * At half a volume it may be even, so that training is there the best by chance in a few cases.
     *
     * @param even by the share of a threshold at which training should not be the best: in what share of cases it may be
     */
    private static void holds(String fact, Map<Double, Double> even) {
        int told = 0;
        List<String> wrong = new ArrayList<>();
        Map<Double, List<String>> earlier = new HashMap<>();
        for (long seed = 1; seed <= CASES; seed++) {
            Answers answers = assumed(RecommendationPropertiesTest.randomCase(new Random(seed)), fact);
            OptionChoice.Training training = choice(answers).training();
            double at = training == null
                    ? Double.POSITIVE_INFINITY
                    : fact.equals("error_cost") ? training.errorCost() : training.callsPerDay();
            if (at > 0 && at < 1e7) {
                told++;
                if (!trains(with(answers, fact, at))) {
                    wrong.add("seed " + seed + ": no training at " + at);
                }
                for (double below : even.keySet()) {
                    if (trains(with(answers, fact, at * below))) {
                        earlier.computeIfAbsent(below, _ -> new ArrayList<>())
                                .add("seed " + seed + ": training below " + at);
                    }
                }
            }
        }
        assertTrue(told > CASES / 8, "only " + told + " thresholds were told");
        assertEquals(List.of(), wrong);
        for (var found : earlier.entrySet()) {
            assertTrue(found.getValue().size() <= even.get(found.getKey()) * told, found::toString);
        }
    }

    private static Answers assumed(Answers answers, String fact) {
        Value value = ShippedFlow.flow().fact(fact).orElseThrow().assume();
        return answers.with(fact, new SourcedAnswer(value, true, null));
    }

    private static Answers with(Answers answers, String fact, double value) {
        return answers.with(fact, SourcedAnswer.of(Value.Quantity.of(BigDecimal.valueOf(value))));
    }

    private static boolean trains(Answers answers) {
        return choice(answers).best().lever().startsWith("fine-tune");
    }

    private static OptionChoice choice(Answers answers) {
        return COSTING.simulated(answers, Map.of(), ShippedFlow.flow().excluded(answers.raw()))
                .orElseThrow()
                .choice();
    }
}
