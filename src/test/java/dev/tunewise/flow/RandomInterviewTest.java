package dev.tunewise.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.flow.interview.FigureRequest;
import dev.tunewise.flow.interview.Interview;
import dev.tunewise.flow.interview.InterviewStatus;
import dev.tunewise.flow.walk.Walk;
import dev.tunewise.flow.walk.WalkReport;
import dev.tunewise.flow.walk.Walker;
import dev.tunewise.testing.FlowEdits;
import dev.tunewise.testing.ReadFlows;
import dev.tunewise.testing.Unheeded;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Interviews with random answers, on the small flow and on the shipped one. The seed is in every failure. */
class RandomInterviewTest {
    private static final int INTERVIEWS = 300;

    /** Walks take seconds, so each flow is walked once. */
    private static final Map<Path, WalkReport> WALKS = new ConcurrentHashMap<>();

    static Stream<Arguments> flows() {
        return Stream.of(FlowEdits.BACKUP_PLAN, Path.of("conversation-flows/fine-tuning"))
                .flatMap(path -> Stream.of(1L, 2L, 3L).map(seed -> Arguments.of(path, seed)));
    }

    private static Flow load(Path path) {
        return ReadFlows.loaded(path).flow();
    }

    /** Whatever people answer, the interview ends as the walk said interviews can end. */
    @ParameterizedTest
    @MethodSource("flows")
    void endsAsTheWalkSaid(Path path, long seed) {
        Flow flow = load(path);
        WalkReport report = WALKS.computeIfAbsent(path, _ -> Walk.of(flow));
        Random random = new Random(seed);
        for (int i = 0; i < INTERVIEWS; i++) {
            Map<String, Object> answers = new LinkedHashMap<>();
            InterviewStatus standing = run(flow, answers, random, new RandomFigures(flow, random.nextLong()));
            String where = "seed " + seed + ", interview " + i + ": " + answers;
            InterviewStatus.Decided decided = (InterviewStatus.Decided) standing;
            assertTrue(report.fired().contains(decided.rule().id()), where);
            assertTrue(answers.size() <= report.longest(), where);
            assertTrue(report.asked().containsAll(answers.keySet()), where);
        }
    }

    /** The order in which the answers come does not matter, nor whether they come one by one. */
    @ParameterizedTest
    @MethodSource("flows")
    void orderOfAnswersDoesNotMatter(Path path, long seed) {
        Flow flow = load(path);
        Random random = new Random(seed);
        for (int i = 0; i < INTERVIEWS; i++) {
            FigureCalculator figures = new RandomFigures(flow, random.nextLong());
            Interview interview = new Interview(flow, figures);
            Map<String, Object> answers = new LinkedHashMap<>();
            String rule = ((InterviewStatus.Decided) run(flow, answers, random, figures))
                    .rule()
                    .id();
            List<String> facts = new ArrayList<>(answers.keySet());
            Collections.shuffle(facts, random);
            Map<String, Object> replayed = new LinkedHashMap<>();
            InterviewStatus last = interview.standing(replayed);
            for (String fact : facts) {
                replayed.put(fact, answers.get(fact));
                last = interview.standing(replayed);
                assertFalse(last.asks().contains(fact), "seed " + seed + ": asks what it was just told");
            }
            assertEquals(interview.standing(answers), interview.standing(replayed), "seed " + seed + ": " + replayed);
            assertEquals(rule, ((InterviewStatus.Decided) last).rule().id(), "seed " + seed + ": " + replayed);
        }
    }

    /** Answers that nobody asked for, given beforehand, do not change what is recommended. */
    @ParameterizedTest
    @MethodSource("flows")
    void factsThatWereNotAskedDoNotMatter(Path path, long seed) {
        Flow flow = load(path);
        Random random = new Random(seed);
        for (int i = 0; i < INTERVIEWS; i++) {
            FigureCalculator figures = new RandomFigures(flow, random.nextLong());
            Map<String, Object> answers = new LinkedHashMap<>();
            Rule rule = ((InterviewStatus.Decided) run(flow, answers, random, figures)).rule();
            Map<String, Object> more = new LinkedHashMap<>(answers);
            for (Fact fact : flow.facts()) {
                more.computeIfAbsent(fact.id(), _ -> random.nextBoolean() ? value(fact, random) : null);
            }
            InterviewStatus standing = new Interview(flow, figures).standing(more);
            Rule then = ((InterviewStatus.Decided) standing).rule();
            assertEquals(
                    List.of(rule.verdict(), rule.lever()),
                    List.of(then.verdict(), then.lever()),
                    "seed " + seed + ": " + more);
        }
    }

    /** Whenever a rule makes the interview ask, some two answers lead to different results. */
    @ParameterizedTest
    @MethodSource("flows")
    void asksOnlyWhatCanChangeTheResult(Path path, long seed) {
        Flow flow = load(path);
        Random random = new Random(seed);
        // What one interview leads through is known to the next, with what is idle there.
        Walker walker = new Walker(flow, 1_000_000);
        for (int i = 0; i < INTERVIEWS / 30; i++) {
            Map<String, Object> answers = new LinkedHashMap<>();
            InterviewStatus standing = new Interview(flow, Unheeded.figures()).standing(answers);
            while (standing instanceof InterviewStatus.Open open
                    && !open.needs().isEmpty()) {
                Fact fact = flow.fact(open.needs().getFirst()).orElseThrow();
                walker.walk(answers);
                assertEquals(List.of(), walker.idle(), "seed " + seed + ": " + answers);
                answers.put(fact.id(), value(fact, random));
                standing = new Interview(flow, Unheeded.figures()).standing(answers);
            }
        }
    }

    private static InterviewStatus run(
            Flow flow, Map<String, Object> answers, Random random, FigureCalculator figures) {
        Interview interview = new Interview(flow, figures);
        InterviewStatus standing = interview.standing(answers);
        while (!standing.asks().isEmpty()) {
            Fact fact = flow.fact(standing.asks().getFirst()).orElseThrow();
            Object before = answers.put(fact.id(), value(fact, random));
            assertEquals(null, before, "asked twice: " + fact.id());
            standing = interview.standing(answers);
        }
        return standing;
    }

    /** Any value that the fact allows, boundaries and the default more often than their share. */
    private static Object value(Fact fact, Random random) {
        if (random.nextInt(6) == 0) {
            return fact.assume().raw();
        }
        return switch (fact.type()) {
            case YES_NO -> random.nextBoolean();
            case CHOICE ->
                fact.choices().isEmpty()
                        ? "entry-" + random.nextInt(3)
                        : fact.choices().get(random.nextInt(fact.choices().size()));
            case CHOICES ->
                fact.choices().stream().filter(_ -> random.nextInt(4) == 0).toList();
            case QUANTITY -> quantity(fact, random);
        };
    }

    private static double quantity(Fact fact, Random random) {
        BigDecimal min = fact.min() == null ? BigDecimal.ZERO : fact.min();
        BigDecimal max = fact.max() == null ? BigDecimal.valueOf(1000) : fact.max();
        BigDecimal scale = BigDecimal.valueOf(Math.pow(10, random.nextInt(6) - 5.0));
        BigDecimal value = min.add(max.subtract(min)
                .multiply(BigDecimal.valueOf(random.nextDouble()))
                .multiply(scale));
        return (fact.whole() ? value.setScale(0, RoundingMode.FLOOR).max(min) : value).doubleValue();
    }

    /** Figures that depend on nothing but a seed, infinite now and then. */
    private record RandomFigures(Flow flow, long seed) implements FigureCalculator {
        @Override
        public Map<String, Object> workOut(FigureRequest request) {
            Random random = new Random(seed);
            Map<String, Object> values = new LinkedHashMap<>();
            for (Figure figure : flow.figures()) {
                values.put(
                        figure.id(),
                        figure.type() == FactType.CHOICE
                                ? figure.choices()
                                        .get(random.nextInt(figure.choices().size()))
                                : random.nextInt(4) == 0 ? Double.POSITIVE_INFINITY : (double) random.nextInt(40));
            }
            return values;
        }
    }
}
