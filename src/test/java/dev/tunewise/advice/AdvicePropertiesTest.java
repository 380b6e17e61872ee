package dev.tunewise.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.evaluation.FactDependencies;
import dev.tunewise.advice.result.Advice;
import dev.tunewise.advice.result.Counterfactual;
import dev.tunewise.advice.result.Explanation;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.testing.CyclingFlow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of any advice, tried on answers drawn by chance; the seed is the argument of each test. */
class AdvicePropertiesTest {
    private static final int DRAWS = 120;

    private final Flow flow = CyclingFlow.flow();
    private final FigureCalculator figures = CyclingFlow.figures();
    private final Adviser adviser = new Adviser(flow, figures);
    private final Interview interview = new Interview(flow, figures);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, DRAWS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sameAnswersGiveTheSameAdvice(long seed) {
        Answers answers = answers(seed);
        Adviser another = new Adviser(CyclingFlow.flow(), CyclingFlow.figures());

        assertEquals(adviser.advise(answers), another.advise(answers));
        assertEquals(adviser.outlook(answers), another.outlook(answers));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyFlipReallyFlips(long seed) {
        Answers answers = answers(seed);
        String before = result(answers);
        for (Counterfactual flip : adviser.outlook(answers).flips()) {
            String after = result(answers.with(flip.fact(), SourcedAnswer.of(flip.at())));
            String told = switch (flip.result()) {
                case Counterfactual.Result.Decides decides -> decides.verdict() + "/" + decides.lever();
                case Counterfactual.Result.Asks asks -> "asks " + asks.facts();
            };
            assertEquals(told, after, () -> "seed " + seed + ": " + flip);
            assertTrue(!after.equals(before), () -> "seed " + seed + " changes nothing: " + flip);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noFlipIsMissedAmongSingleChoices(long seed) {
        Answers answers = answers(seed);
        if (!(interview.standing(answers) instanceof InterviewStatus.Decided)) {
            return;
        }
        String before = result(answers);
        Set<String> expected = new TreeSet<>();
        for (Fact fact : flow.facts()) {
            answers.get(fact.id()).ifPresent(given -> {
                for (Value other : others(fact, given.value())) {
                    if (!result(answers.with(fact.id(), SourcedAnswer.of(other)))
                            .equals(before)) {
                        expected.add(fact.id() + " " + other.raw());
                    }
                }
            });
        }
        Set<String> found = new TreeSet<>();
        for (Counterfactual flip : adviser.outlook(answers).flips()) {
            if (!(flip.at() instanceof Value.Quantity)) {
                found.add(flip.fact() + " " + flip.at().raw());
            }
        }
        assertEquals(expected, found, () -> "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theNearestFlipOfAQuantityIsFound(long seed) {
        Answers answers = answers(seed);
        if (!(interview.standing(answers) instanceof InterviewStatus.Decided)) {
            return;
        }
        for (Fact fact : flow.facts()) {
            if (answers.get(fact.id()).map(SourcedAnswer::value).orElse(null) instanceof Value.Quantity from) {
                check(seed, answers, fact, from.value(), 1, Counterfactual.Kind.AT_LEAST);
                check(seed, answers, fact, from.value(), -1, Counterfactual.Kind.AT_MOST);
            }
        }
    }

    /** Goes value by value, up to the point beyond which the search does not promise to find every island. */
    private void check(
            long seed, Answers answers, Fact fact, BigDecimal from, int direction, Counterfactual.Kind kind) {
        String before = result(answers);
        BigDecimal value = from.add(BigDecimal.valueOf(direction));
        while (value.signum() >= 0
                && value.compareTo(fact.max()) <= 0
                && result(answers.with(fact.id(), SourcedAnswer.of(Value.Quantity.of(value))))
                        .equals(before)) {
            value = value.add(BigDecimal.valueOf(direction));
        }
        boolean flips = value.signum() >= 0 && value.compareTo(fact.max()) <= 0;
        List<BigDecimal> found = adviser.outlook(answers).flips().stream()
                .filter(flip -> flip.fact().equals(fact.id()) && flip.kind() == kind)
                .map(flip -> ((Value.Quantity) flip.at()).value())
                .toList();
        String about = "seed " + seed + ", " + fact.id() + " from " + from + ": " + value + " against " + found;
        assertEquals(flips, !found.isEmpty(), about);
        if (flips) {
            BigDecimal nearest = found.stream()
                    .min((one, two) -> one.subtract(from)
                            .abs()
                            .compareTo(two.subtract(from).abs()))
                    .orElseThrow();
            double off = Math.abs(nearest.doubleValue() - value.doubleValue());
            assertTrue(off <= Math.max(1, 0.02 * Math.abs(value.doubleValue())), about);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theFirstRuleThatHoldsDecidesAndThoseAboveAreExplained(long seed) {
        Answers answers = answers(seed);
        Advice advice = adviser.advise(answers);
        if (advice.decision().isEmpty()) {
            return;
        }
        List<String> above = new ArrayList<>();
        for (Rule rule : flow.rules()) {
            if (interview.evaluator(answers).apply(rule.when()).holds()) {
                assertEquals(rule.id(), advice.decision().orElseThrow().rule(), () -> "seed " + seed);
                break;
            }
            above.add(rule.id());
        }
        assertEquals(
                above,
                advice.explanation().passed().stream()
                        .map(Explanation.Passed::rule)
                        .toList(),
                () -> "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theExplanationNamesOnlyWhatTheRulesMention(long seed) {
        Answers answers = answers(seed);
        Advice advice = adviser.advise(answers);
        Explanation why = advice.explanation();
        FactDependencies reach = new FactDependencies(flow, _ -> true);
        for (Rule rule : flow.rules()) {
            if (rule.id().equals(why.rule())) {
                Set<String> mentioned = new HashSet<>(rule.when().facts());
                rule.because().forEach(reason -> mentioned.addAll(reason.facts()));
                why.figures().forEach(basis -> assertTrue(mentioned.contains(basis.fact()), () -> seed + ": " + basis));
                Set.copyOf(mentioned).forEach(id -> mentioned.addAll(reach.ofFigure(id)));
                why.answers().forEach(basis -> assertTrue(mentioned.contains(basis.fact()), () -> seed + ": " + basis));
            }
            for (Explanation.Passed passed : why.passed()) {
                if (passed.rule().equals(rule.id())) {
                    assertFailsBecauseOf(seed, rule, passed, answers);
                }
            }
        }
    }

    /** The tests named are enough: with their facts alone the rule fails already. */
    private void assertFailsBecauseOf(long seed, Rule rule, Explanation.Passed passed, Answers answers) {
        Set<String> named = new HashSet<>();
        passed.because().forEach(test -> test.basis().forEach(basis -> named.add(basis.fact())));
        Map<String, Object> alone = new HashMap<>(interview.known(answers));
        alone.keySet().retainAll(named);

        assertTrue(rule.when().facts().containsAll(named), () -> "seed " + seed + ": " + passed);
        assertTrue(rule.when().evaluate(alone).fails(), () -> "seed " + seed + ": " + passed);
    }

    private String result(Answers answers) {
        return switch (interview.standing(answers)) {
            case InterviewStatus.Decided decided ->
                decided.rule().verdict() + "/" + decided.rule().lever();
            case InterviewStatus.Open open -> "asks " + open.needs();
            case InterviewStatus.DeadEnd _ -> "nothing";
        };
    }

    private static List<Value> others(Fact fact, Value value) {
        return switch (value) {
            case Value.Choice choice ->
                fact.choices().stream()
                        .filter(id -> !id.equals(choice.id()))
                        .<Value>map(Value.Choice::new)
                        .toList();
            case Value.YesNo yesNo -> List.of(new Value.YesNo(!yesNo.yes()));
            case Value.Choices choices ->
                fact.choices().stream()
                        .<Value>map(toggled -> new Value.Choices(fact.choices().stream()
                                .filter(id -> choices.ids().contains(id) != id.equals(toggled))
                                .toList()))
                        .toList();
            case Value.Quantity _ -> List.of();
        };
    }

    private Answers answers(long seed) {
        Random random = new Random(seed);
        Answers answers = Answers.none();
        for (Fact fact : flow.facts()) {
            if (random.nextInt(6) > 0) {
                answers = answers.with(fact.id(), new SourcedAnswer(draw(fact, random), random.nextInt(4) == 0, null));
            }
        }
        return answers;
    }

    private static Value draw(Fact fact, Random random) {
        return switch (fact.type()) {
            case CHOICE ->
                new Value.Choice(
                        fact.choices().get(random.nextInt(fact.choices().size())));
            case CHOICES ->
                new Value.Choices(fact.choices().stream()
                        .filter(_ -> random.nextInt(3) == 0)
                        .toList());
            case YES_NO -> new Value.YesNo(random.nextBoolean());
            case QUANTITY -> {
                double most = Math.min(fact.max().doubleValue(), random.nextBoolean() ? 20 : 200);
                yield Value.Quantity.of(
                        BigDecimal.valueOf(random.nextDouble() * most).setScale(0, RoundingMode.HALF_UP));
            }
        };
    }
}
