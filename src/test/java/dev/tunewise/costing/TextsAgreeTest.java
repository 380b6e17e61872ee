package dev.tunewise.costing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.conversation.answer.AdviceBlocks;
import dev.tunewise.conversation.answer.GivenCase;
import dev.tunewise.conversation.answer.RenderedAdvice;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.estimate.OptionChoice;
import dev.tunewise.cost.estimate.OptionChoice.Fitness;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.record.DecisionRecord;
import dev.tunewise.record.RecordInput;
import dev.tunewise.record.RecordMarkdown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What headlines, reasons, cards, records and the sentences beside a comparison say in numbers stands in the table below them; 60 cases from seeds, or as many as the property {@code cases} says. */
class TextsAgreeTest {
    private static final int CASES = Integer.getInteger("cases", 1000) / 16;
    private static final CatalogueCosting COSTING = ShippedFlow.quickCosting();
    private static final Consultant CONSULTANT = new Consultant(ShippedFlow.flow(), COSTING);
    private static final String MONEY = "\\$([0-9.,]+[kM]?)";
    private static final double SHARE = 0.006; // three digits are told

    private final Map<String, Integer> seen = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void numbersInTextsAreThoseOfTheTable() {
        for (long seed = 1; seed <= CASES; seed++) {
            Answers answers = RecommendationPropertiesTest.randomCase(new Random(seed));
            Decision decision = CONSULTANT.advise(answers, Map.of()).decision().orElseThrow();
            if (decision.recommendation() == null) {
                continue;
            }
            Estimate estimate = COSTING.simulated(
                            answers, Map.of(), ShippedFlow.flow().excluded(answers.raw()))
                    .orElseThrow();
            RenderedAdvice told = new AdviceBlocks(CONSULTANT).advise(new GivenCase(answers, Map.of()));
            Stream.concat(
                            Stream.of(decision.headline(), told.card().toString(), told.monthly(), record(answers)),
                            Stream.concat(
                                    decision.reasons().stream().map(Decision.Reason::text),
                                    CONSULTANT.answer(answers, Map.of()).cost().orElseThrow().sentences().stream()))
                    .forEach(text -> look(text, estimate, "seed of " + answers.raw() + "\n" + text));
        }
        assertEquals(List.of(), wrong);
        assertTrue(seen.size() == 8 && seen.values().stream().allMatch(times -> times > CASES / 60), seen.toString());
    }

    /** The record that is exported of it. */
    private static String record(Answers answers) {
        RecordInput input = new RecordInput(
                "a case",
                ShippedFlow.flow().id(),
                ShippedFlow.flow().version(),
                ShippedFlow.flow().fingerprint(),
                Instant.EPOCH,
                null,
                answers,
                Map.of());
        return new RecordMarkdown(ShippedFlow.flow())
                .write(DecisionRecord.of(input, CONSULTANT))
                .replace("**", "");
    }

    private void look(String text, Estimate estimate, String about) {
        OptionChoice choice = estimate.choice();
        OptionChoice.Training training = choice.training();
        double a = 12.0 / estimate.horizonMonths();
        check(
                "a year",
                text,
                "“([^”]+)” (?:is the best(?: choice)?:|is then the best choice,|costs|reaches [^$“]*? for) " + MONEY
                        + " a year",
                found -> named(choice, found.group(1))
                        .anyMatch(one -> isNear(money(found.group(2)), a * one.total(), a * one.withoutErrors())),
                about);
        Fitness today = choice.of("today");
        check(
                "today",
                text,
                "(?:against|today costs) " + MONEY + "(?: today| and does not)",
                found -> isNear(money(found.group(1)), a * today.total(), a * today.withoutErrors()),
                about);
        check(
                "apart",
                text,
                "“([^”]+)” is " + MONEY + " a year apart",
                found -> named(choice, found.group(1))
                        .anyMatch(one -> isNear(
                                money(found.group(2)),
                                a * Math.abs(one.total() - choice.best().total()))),
                about);
        check(
                "over the horizon",
                text,
                "“([^”]+)” with " + MONEY + " over ",
                found -> named(choice, found.group(1)).anyMatch(one -> isNear(money(found.group(2)), one.total())),
                about);
        check("sure", text, "stays the best in ([0-9]+) % of", found -> isPercent(found, choice.probability()), about);
        check(
                "reaches",
                text,
                "[Ii]t reaches [0-9.]+ % in ([0-9]+) % of",
                found -> isPercent(found, choice.best().meetsTarget()),
                about);
        check(
                "in time",
                text,
                "within [0-9]+ months in (?:only )?([0-9]+) % of",
                found -> training != null && isPercent(found, training.paysBack()),
                about);
        check(
                "payback",
                text,
                "pays back in ([0-9.]+) months?",
                found -> training != null
                        && Math.abs(Double.parseDouble(found.group(1))
                                        - training.payback().p50())
                                < 0.06 + 0.01 * training.payback().p50(),
                about);
    }

    private void check(String kind, String text, String pattern, Predicate<MatchResult> holds, String about) {
        Pattern.compile(pattern).matcher(text).results().forEach(found -> {
            seen.merge(kind, 1, Integer::sum);
            if (!holds.test(found)) {
                wrong.add(kind + ": " + found.group() + " in " + about);
            }
        });
    }

    private static Stream<Fitness> named(OptionChoice choice, String title) {
        return choice.fitness().values().stream().filter(one -> title.startsWith(one.title()));
    }

    private static boolean isPercent(MatchResult found, double share) {
        return Math.abs(Double.parseDouble(found.group(1)) - 100 * share) <= 1;
    }

    private static boolean isNear(double told, double... of) {
        return Arrays.stream(of).anyMatch(each -> Math.abs(told - each) <= Math.max(1, SHARE * each));
    }

    private static double money(String told) {
        double size = told.endsWith("M") ? 1e6 : told.endsWith("k") ? 1e3 : 1;
        return size * Double.parseDouble(told.replaceAll("[,kM]|[.,]$", ""));
    }
}
