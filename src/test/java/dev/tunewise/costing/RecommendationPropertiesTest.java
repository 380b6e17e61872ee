package dev.tunewise.costing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.Recommendation;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.estimate.OptionChoice;
import dev.tunewise.cost.estimate.OptionChoice.Fitness;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds of every recommendation; 1,000 cases from seeds, or as many as the property {@code cases} says. */
class RecommendationPropertiesTest {
    private static final int CASES = Integer.getInteger("cases", 1000);
    private static final CatalogueCosting COSTING = ShippedFlow.quickCosting();
    private static final Consultant CONSULTANT = new Consultant(ShippedFlow.flow(), COSTING);
    private static final Set<String> MONEY = Set.of("does-not-pay-back", "target-costs-more-than-its-errors");
    private static final List<String> MODELS = List.of(
            "claude-sonnet-4-6",
            "claude-opus-4-7",
            "claude-haiku-5-5",
            "gpt-5.4",
            "gemini-3.5-flash",
            "gpt-4o",
            "unknown");

    /** Values from one end to the other of what may be left out. */
    private static final Map<String, List<Object>> VALUES = Map.of(
            "error_cost", List.of(0, 0.02, 0.1, 0.5, 2, 8),
            "calls_per_day", List.of(10, 100, 1000, 10_000, 100_000, 1_000_000),
            "quality_now", List.of(50, 65, 75, 85, 92, 97),
            "quality_target", List.of(60, 75, 85, 92, 97, 99),
            "input_tokens", List.of(100, 500, 2000, 8000, 30_000),
            "system_prompt_tokens", List.of(0, 500, 2000, 8000),
            "stronger_model", List.of("falls-short", "meets-target-too-costly", "meets-target", "not-tried"),
            "must_self_host", List.of(true, false),
            "owner", List.of(true, false));

    @Test
    void nothingEligibleThatMeetsTheTargetIsBelowTheRecommendation() {
        int named = 0;
        for (long seed = 1; seed <= CASES; seed++) {
            Answers answers = randomCase(new Random(seed));
            Decision decision = CONSULTANT.advise(answers, Map.of()).decision().orElseThrow();
            Recommendation row = decision.recommendation();
            String about = "seed " + seed + ": " + decision + " " + answers.raw();
            told(decision, about);
            if (row == null) {
                continue;
            }
            named++;
            Estimate estimate = estimate(answers);
            OptionChoice choice = estimate.choice();
            assertEquals(choice.recommended(), row.option(), about);
            boolean anyMeets = choice.fitness().values().stream().anyMatch(one -> one.eligible() && meets(one, choice));
            assertTrue(choice.best().eligible(), about);
            assertTrue(choice.probability() > 0, about);
            if (choice.runnerUp() instanceof OptionChoice.RunnerUp(String next, double yearly)) {
                assertTrue(choice.of(next).eligible(), about + " next best " + next);
                double apart = choice.of(next).total() - choice.best().total();
                assertEquals(apart * 12 / estimate.horizonMonths(), yearly, 0.01, about);
            }
            assertTrue(!anyMeets || meets(choice.best(), choice), about);
            for (Fitness other : choice.fitness().values()) {
                boolean open = other.eligible() || MONEY.containsAll(other.excludedBy());
                if (open && meets(other, choice) || other.eligible() && !anyMeets) {
                    double below = choice.best().total() - other.total();
                    boolean tie =
                            below <= 0.1 * other.total() + 0.01 && below * 12 / estimate.horizonMonths() <= 5000.01;
                    assertTrue(tie, about + " but " + other);
                }
            }
            agrees(decision, choice, about);
        }
        assertTrue(named > CASES / 4, "only " + named + " cases came to a comparison");
    }

    @Test
    void whatTheInterviewTakesForDecidedTheAnswerDecidesTheSame() {
        List<String> facts = List.of("error_cost", "calls_per_day", "examples", "labels", "owner", "stable_for");
        for (long seed = 1; seed <= CASES / 8; seed++) {
            Answers answers = randomCase(new Random(seed)).without(facts.get((int) (seed % facts.size())));
            if (CONSULTANT.interview(Map.of()).standing(answers)
                    instanceof InterviewStatus.Decided(Rule rule, var _, var _)) {
                assertEquals(
                        Optional.of(rule.id()),
                        CONSULTANT.advise(answers, Map.of()).decision().map(Decision::rule),
                        "seed " + seed + ": " + answers.raw());
            }
        }
    }

    /** Headline, lever and verdict say the same as the row. */
    private static void agrees(Decision decision, OptionChoice choice, String about) {
        boolean trains = choice.best().lever().startsWith("fine-tune");
        assertEquals(trains, !decision.verdict().equals("no"), about);
        String start = switch (decision.verdict()) {
            case "yes" -> "Yes";
            case "no" -> "No";
            default -> "Not yet";
        };
        assertTrue(decision.headline().startsWith(start), about);
        if (!decision.verdict().equals("not-yet")) {
            assertEquals(choice.best().lever(), decision.lever(), about);
        }
        String headline = decision.headline();
        if (headline.contains("nothing in the table costs less")
                && !headline.contains("left out")
                && !headline.contains("a tie")) {
            choice.fitness().values().stream()
                    .filter(Fitness::eligible)
                    .forEach(other -> assertTrue(
                            other.total() >= choice.of("today").total() - 1
                                    || !meets(other, choice) && meets(choice.best(), choice),
                            about + " but " + other));
        }
        boolean missed = choice.best().meetsTarget() < choice.wanted();
        if (headline.contains("training does not pay")) {
            assertTrue(choice.training() != null, about);
        }
        if (headline.contains("most likely misses")) {
            assertTrue(missed, about);
        }
        if (headline.contains("nothing in the table reaches")) {
            assertTrue(
                    choice.fitness().values().stream()
                            .noneMatch(option -> !Double.isNaN(option.total()) && meets(option, choice)),
                    about);
        }
        if (headline.contains("costs more than the errors it avoids are worth")) {
            assertTrue(
                    choice.fitness().values().stream()
                            .filter(option -> !Double.isNaN(option.total()) && meets(option, choice))
                            .anyMatch(option -> MONEY.containsAll(option.excludedBy())),
                    about);
        }
        OptionChoice.Training training = choice.training();
        if (training != null) {
            double saved = choice.of(training.against()).total()
                    - choice.of(training.option()).total();
            assertEquals(saved >= 0, training.payback().p50() <= 12, about + " " + choice);
            if (headline.startsWith("Yes") && training.paysBack() < 0.5) {
                assertTrue(headline.matches("(?s).*months in \\d+ % of .*"), about);
            }
        }
    }

    /** What is told is whole, and names no id. */
    private static void told(Decision decision, String about) {
        List<String> texts = new ArrayList<>(List.of(decision.headline()));
        decision.reasons().forEach(reason -> texts.add(reason.text()));
        for (String text : texts) {
            assertFalse(text.contains("{") || text.contains("Infinity") || text.contains("NaN"), about);
            assertFalse(text.contains(" none,") || text.contains("“none”") || text.contains("in never"), about);
        }
    }

    private static boolean meets(Fitness option, OptionChoice choice) {
        return !Double.isNaN(option.total()) && option.meetsTarget() >= choice.wanted();
    }

    @Test
    void moreCallsAndCostlierErrorsMoveTotalsOnlyUp() {
        for (long seed = 1; seed <= CASES / 20; seed++) {
            long at = seed;
            Random random = new Random(seed);
            double calls = Math.rint(Math.pow(10, 1 + random.nextDouble() * 5));
            double error = Math.rint(random.nextDouble() * 200) / 100;
            OptionChoice base = choice(TicketCase.with("calls_per_day", calls, "error_cost", error));
            OptionChoice more = choice(TicketCase.with("calls_per_day", calls * 2, "error_cost", error));
            OptionChoice dearer = choice(TicketCase.with("calls_per_day", calls, "error_cost", error + 0.5));
            base.fitness().forEach((id, option) -> {
                if (!Double.isNaN(option.total())) {
                    assertTrue(more.of(id).total() >= option.total() * 0.999, "seed " + at + " calls " + id);
                    assertTrue(dearer.of(id).total() >= option.total() * 0.999, "seed " + at + " errors " + id);
                }
            });
        }
    }

    @Test
    void aBetterUntrainedOptionNeverMakesTrainingMoreAttractive() {
        for (long seed = 1; seed <= CASES / 20; seed++) {
            Random random = new Random(seed);
            Object[] changes = {
                "calls_per_day", Math.rint(Math.pow(10, 2 + random.nextDouble() * 4)),
                "error_cost", random.nextDouble(),
                "quality_now", 80 + random.nextInt(11)
            };
            Answers answers = TicketCase.with(changes);
            boolean before = trains(answers, Map.of("untested_quality_shift", BigDecimal.ZERO));
            boolean after = trains(answers, Map.of("untested_quality_shift", new BigDecimal("0.03")));
            assertTrue(before || !after, "seed " + seed);
        }
    }

    @Test
    void leavingOutAFactNeverMakesTheAnswerFirmer() {
        List<String> left = VALUES.keySet().stream().sorted().toList();
        int compared = 0;
        for (long seed = 1; seed <= CASES / 20; seed++) {
            Answers all = randomCase(new Random(seed));
            String fact = left.get((int) (seed % left.size()));
            Answers unsaid = CONSULTANT.withRanges(all.without(fact), Map.of());
            Optional<Decision> open = CONSULTANT.advise(unsaid, Map.of()).decision();
            Optional<Decision> said = CONSULTANT.advise(all, Map.of()).decision();
            String about = "seed " + seed + " without " + fact + ": " + unsaid.raw();
            assertFalse(
                    said.map(Decision::verdict).equals(Optional.of("not-yet"))
                            && open.map(Decision::verdict).equals(Optional.of("yes")),
                    about);
            double firmest = probability(said);
            for (Object value : VALUES.getOrDefault(fact, List.of())) {
                Answers with = unsaid.with(fact, SourcedAnswer.of(TicketCase.value(value)));
                firmest = Math.max(
                        firmest, probability(CONSULTANT.advise(with, Map.of()).decision()));
            }
            compared += probability(open) > 0 ? 1 : 0;
            assertTrue(probability(open) <= firmest + 0.02, about + " " + probability(open) + " against " + firmest);
        }
        assertTrue(compared > CASES / 75, "only " + compared + " came to a comparison");
    }

    private static double probability(Optional<Decision> decision) {
        return decision.map(Decision::recommendation)
                .map(Recommendation::probability)
                .orElse(0.0);
    }

    private static boolean trains(Answers answers, Map<String, BigDecimal> parameters) {
        return COSTING.simulated(answers, parameters, Map.of())
                .orElseThrow()
                .choice()
                .best()
                .lever()
                .startsWith("fine-tune");
    }

    private static OptionChoice choice(Answers answers) {
        return estimate(answers).choice();
    }

    private static Estimate estimate(Answers answers) {
        return COSTING.simulated(answers, Map.of(), ShippedFlow.flow().excluded(answers.raw()))
                .orElseThrow();
    }

    static Answers randomCase(Random random) {
        boolean inHouse = random.nextInt(6) == 0;
        return TicketCase.with(
                "problems",
                pick(
                        random,
                        List.of(
                                List.of("wrong-labels"),
                                List.of("too-expensive"),
                                List.of("too-expensive", "wrong-labels"),
                                List.of("style-drift"))),
                "task",
                pick(random, List.of("classification", "extraction", "generation")),
                "model",
                pick(random, MODELS),
                "calls_per_day",
                random.nextInt(10) == 0 ? null : Math.rint(Math.pow(10, 1 + random.nextDouble() * 5)),
                "input_tokens",
                50 + random.nextInt(6000),
                "output_tokens",
                1 + random.nextInt(800),
                "system_prompt_tokens",
                random.nextInt(5000),
                "quality_now",
                60 + random.nextInt(39),
                "quality_target",
                70 + random.nextInt(30),
                "error_cost",
                random.nextInt(5) == 0 ? null : Math.rint(random.nextDouble() * 150) / 100,
                "examples",
                100 + random.nextInt(3000),
                "labels",
                pick(random, List.of("verified", "verified", "unverified")),
                "stronger_model",
                pick(
                        random,
                        List.of("falls-short", "meets-target-too-costly", "meets-target", "not-tried", "ruled-out")),
                "stable_for",
                random.nextInt(6) == 0 ? "months" : "six-months-plus",
                "owner",
                random.nextInt(6) > 0,
                "runs_gpus",
                random.nextBoolean(),
                "must_self_host",
                inHouse,
                "open_model",
                "falls-short");
    }

    private static <T> T pick(Random random, List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
