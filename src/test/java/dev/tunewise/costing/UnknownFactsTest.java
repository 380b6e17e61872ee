package dev.tunewise.costing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.result.Advice;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.Recommendation;
import dev.tunewise.conversation.answer.AdviceBlocks;
import dev.tunewise.conversation.answer.DecisionCard;
import dev.tunewise.conversation.answer.GivenCase;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An answer is no firmer for what nobody knows; as many cases from seeds as the property {@code cases} says. */
class UnknownFactsTest {
    private static final int CASES = Integer.getInteger("cases", 1000);
    private static final Consultant CONSULTANT = new Consultant(ShippedFlow.flow(), ShippedFlow.quickCosting());

    /** Values at equal steps of what is assumed of each where nobody knows it. */
    private static final Map<String, List<Double>> RANGES = Map.of(
            "error_cost", List.of(0.159, 0.293, 0.448, 0.648, 0.923, 1.33, 2.02, 3.58),
            "calls_per_day", List.of(668.0, 1872.0, 3885.0, 7383.0, 13_698.0, 26_082.0, 53_906.0, 150_995.0),
            "quality_now", List.of(68.6, 72.8, 75.7, 78.2, 80.5, 82.9, 85.5, 89.1),
            "quality_target", List.of(88.0, 89.5, 90.5, 91.4, 92.3, 93.2, 94.2, 95.6));

    /** Facts on which it hangs whether training may be recommended at all. */
    private static final List<String> ASKED = List.of(
            "stronger_model",
            "must_self_host",
            "owner",
            "labels",
            "examples",
            "stable_for",
            "eval_items",
            "problems",
            "task");

    @Test
    void whatIsARangeIsNoSurerThanItsValues() {
        int compared = 0;
        for (long seed = 1; seed <= CASES / 20; seed++) {
            Answers all = RecommendationPropertiesTest.randomCase(new Random(100 + seed));
            String fact = RANGES.keySet().stream().sorted().toList().get((int) (seed % RANGES.size()));
            double unknown = probability(advise(unknown(all, fact)));
            if (unknown > 0) {
                compared++;
                double known = RANGES.get(fact).stream()
                        .mapToDouble(value -> probability(advise(told(all, fact, value))))
                        .average()
                        .orElseThrow();
                assertTrue(
                        unknown <= known + 0.08, "seed " + seed + " without " + fact + ": " + unknown + " > " + known);
            }
        }
        assertTrue(compared > CASES / 30, "only " + compared);
    }

    @Test
    void noYesRestsOnWhatNobodyWasAsked() {
        for (long seed = 1; seed <= CASES / 10; seed++) {
            Answers all = RecommendationPropertiesTest.randomCase(new Random(500 + seed));
            String fact = ASKED.get((int) (seed % ASKED.size()));
            Advice open = CONSULTANT.advise(CONSULTANT.withRanges(all.without(fact), Map.of()), Map.of());
            String about = "seed " + seed + " without " + fact + ": " + all.raw();
            for (Object value : isYes(open.decision()) ? values(fact) : List.of()) {
                assertTrue(isYes(advise(all.with(fact, SourcedAnswer.of(TicketCase.value(value))))), about + value);
            }
        }
    }

    private static boolean isYes(Optional<Decision> decision) {
        return decision.filter(each -> each.verdict().equals("yes")).isPresent();
    }

    private static List<?> values(String fact) {
        List<String> choices = ShippedFlow.flow().fact(fact).orElseThrow().choices();
        return switch (fact) {
            case "must_self_host", "owner" -> List.of(true, false);
            case "examples", "eval_items" -> List.of(0, 100, 5000);
            case "problems" -> choices.stream().map(List::of).toList();
            default -> choices;
        };
    }

    @Test
    void aDearErrorThatNobodyToldTellsNoCheaperModelIsSure() {
        Answers costs = TicketCase.with(
                "problems", List.of("too-expensive"), "quality_now", 92, "quality_target", 92, "error_cost", 4.39);
        double told = probability(advise(costs));
        Optional<Decision> untold = advise(unknown(costs, "error_cost"));
        double free = probability(advise(told(costs, "error_cost", 0)));
        assertTrue(
                told < 0.6 && probability(untold) < 0.65 && free > 0.7, told + " " + probability(untold) + " " + free);
        assertTrue(
                untold.orElseThrow().reasons().stream()
                        .anyMatch(reason -> reason.id().equals("uncounted")),
                untold.toString());
    }

    @Test
    void anErrorCostThatNobodyToldIsNoNarrowerThanOneThatWasTold() {
        Answers costs = TicketCase.with("problems", List.of("too-expensive"), "quality_now", 92, "quality_target", 92);
        double free = spread(told(costs, "error_cost", 0));
        double told = spread(told(costs, "error_cost", 0.159));
        double untold = spread(unknown(costs, "error_cost"));
        assertTrue(free < told && told < untold, free + " " + told + " " + untold);
    }

    /** How far apart the ends of the total of another model are. */
    private static double spread(Answers answers) {
        CostComparison cost = CONSULTANT.estimate(answers, Map.of()).cost().orElseThrow();
        CostComparison.Option option = cost.tables().getFirst().options().stream()
                .filter(each -> each.id().startsWith("cheaper-model:"))
                .findFirst()
                .orElseThrow();
        return option.total().high().subtract(option.total().low()).doubleValue();
    }

    @Test
    void theCardNamesUpToWhichQualityAnAnswerHoldsThatNobodyMeasured() {
        Answers measured = TicketCase.with("error_cost", 0.2);
        assertEquals(List.of(), assumedRows(measured));
        String told = String.join(" ", assumedRows(unknown(measured, "quality_now")));
        assertTrue(told.matches("Quality now: about [0-9.]+ % or more → No: .*"), told);
    }

    private static List<String> assumedRows(Answers answers) {
        return new AdviceBlocks(CONSULTANT)
                .advise(new GivenCase(answers, Map.of())).card().rows().stream()
                        .filter(row -> row.name().equals("Assumed; changes if"))
                        .map(DecisionCard.Row::text)
                        .toList();
    }

    @Test
    void whetherAStrongerModelWasTriedIsAskedBeforeAYes() {
        Answers worth = TicketCase.with("error_cost", 2, "calls_per_day", 200_000);
        assertEquals(Optional.of("yes"), advise(worth).map(Decision::verdict));
        assertEquals(
                List.of("stronger_model"),
                CONSULTANT.advise(worth.without("stronger_model"), Map.of()).needs());
    }

    private static Answers unknown(Answers all, String fact) {
        return all.with(
                fact,
                new SourcedAnswer(ShippedFlow.flow().fact(fact).orElseThrow().assume(), true, null));
    }

    private static Answers told(Answers all, String fact, double value) {
        return all.with(fact, SourcedAnswer.of(TicketCase.value(value)));
    }

    private static Optional<Decision> advise(Answers answers) {
        return CONSULTANT.advise(answers, Map.of()).decision();
    }

    private static double probability(Optional<Decision> decision) {
        return decision.map(Decision::recommendation)
                .map(Recommendation::probability)
                .orElse(0.0);
    }
}
