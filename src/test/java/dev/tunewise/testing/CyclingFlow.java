package dev.tunewise.testing;

import dev.tunewise.advice.CostCalculator;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.condition.Compilation;
import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Declaration;
import dev.tunewise.condition.compiler.ConditionCompiler;
import dev.tunewise.cost.parameter.CostParameter;
import dev.tunewise.diagnostics.Position;
import dev.tunewise.flow.Citation;
import dev.tunewise.flow.Expectations;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Figure;
import dev.tunewise.flow.Finding;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Flow.Topic;
import dev.tunewise.flow.Gate;
import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.Lever;
import dev.tunewise.flow.Rule;
import dev.tunewise.flow.Source;
import dev.tunewise.flow.Texts;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.Verdict;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.flow.interview.SourcedAnswer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A small consultation about something else entirely: should I cycle to work? */
public final class CyclingFlow {
    private static final Position HERE = new Position("cycling.yaml", 1, 1);
    private static final List<String> OBSTACLES = List.of("rain", "hills", "theft", "no-shower");
    private static final List<String> BIKES = List.of("none", "broken", "good");

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("facts.obstacles.label", "Obstacles"),
            Map.entry("facts.obstacles.choices.no-shower", "No shower"),
            Map.entry("facts.bike.label", "Bike"),
            Map.entry("facts.bike.choices.broken", "Needs repair"),
            Map.entry("facts.distance.label", "Distance"),
            Map.entry("facts.days.label", "Days"),
            Map.entry("facts.fare.label", "Fare"),
            Map.entry("facts.likes_it.label", "Likes it"),
            Map.entry("figures.payback.label", "Payback"),
            Map.entry("levers.repair.name", "Repair the bike"),
            Map.entry("levers.repair.does", "Take it to a workshop."),
            Map.entry("levers.repair.done", "The bike is in order."),
            Map.entry("levers.ride.name", "Ride"),
            Map.entry("levers.ride.does", "Ride on {days}."),
            Map.entry("levers.bus.unfit", "Too short for the bus."),
            Map.entry("rules.far.headline", "No. {distance} is too far."),
            Map.entry("rules.far.because.legs", "Nobody rides {distance}, with {obstacles} or {undeclared}."),
            Map.entry("rules.broken.headline", "Not yet. Repair the bike first."),
            Map.entry("rules.broken.because.safe", "A broken bike is not safe over {distance}."),
            Map.entry("rules.dear.headline", "No. The bike pays back in {payback}."),
            Map.entry("rules.ride.headline", "Yes. It pays back in {payback}."),
            Map.entry("rules.ride.because.fun", "You like it."),
            Map.entry("rules.ride.because.days", "You ride {days}."),
            Map.entry("gates.lock.name", "A lock"),
            Map.entry("gates.lock.todo", "Buy a lock."),
            Map.entry("gates.lights.name", "Lights"),
            Map.entry("gates.route.name", "A route"),
            Map.entry("verdicts.no", "No"),
            Map.entry("verdicts.not-yet", "Not yet"),
            Map.entry("verdicts.yes", "Yes"),
            Map.entry("answer.plan.one", "Pump up the tyres."),
            Map.entry("answer.plan.two", "Start early."),
            Map.entry("answer.upkeep.one", "Oil the chain."),
            Map.entry("findings.theft.title", "Theft"),
            Map.entry("findings.theft.text", "Mind {obstacles}."));

    private final ConditionCompiler conditions;

    private CyclingFlow() {
        Map<String, Declaration> declared = new LinkedHashMap<>();
        declared.put("obstacles", Declaration.choices(OBSTACLES));
        declared.put("bike", Declaration.choice(BIKES));
        declared.put("distance", Declaration.quantity(0, 500));
        declared.put("most_distance", Declaration.quantity(0, 500));
        declared.put("days", Declaration.quantity(0, 7));
        declared.put("fare", Declaration.quantity(0, 1000));
        declared.put("likes_it", Declaration.yesNo());
        declared.put("lock", Declaration.yesNo());
        declared.put("payback", Declaration.quantity(0, Double.POSITIVE_INFINITY));
        conditions = ConditionCompiler.over(declared);
    }

    /** The flow. */
    public static Flow flow() {
        return new CyclingFlow().build();
    }

    /** Its figures. A bike costs 600; what is saved is the fare on each day, less a little for wear by distance. */
    public static FigureCalculator figures() {
        return request -> {
            Map<String, Object> known = request.known();
            if (!known.keySet().containsAll(List.of("distance", "days", "fare"))) {
                return Map.of();
            }
            double saved = number(known, "days") * (number(known, "fare") - number(known, "distance") / 20) * 52 / 12;
            return Map.of("payback", saved <= 0 ? Double.POSITIVE_INFINITY : 600 / saved);
        };
    }

    /** Its figures, with an optional comparison of costs from {@link SampleCosts}. */
    public static CostCalculator costing() {
        return new QuietCalculator() {
            @Override
            public FigureCalculator figures(Map<String, BigDecimal> parameters) {
                return CyclingFlow.figures();
            }

            @Override
            public Optional<CostComparison> compare(
                    Answers answers,
                    Map<String, BigDecimal> parameters,
                    Optional<Decision> decision,
                    Map<String, List<String>> excluded) {
                return answers.knows("fare") ? Optional.of(SampleCosts.view()) : Optional.empty();
            }

            @Override
            public Map<String, CostParameter> parameters() {
                return Map.of("wear", CostParameter.named("wear"));
            }
        };
    }

    private static double number(Map<String, Object> known, String fact) {
        return (Double) known.get(fact);
    }

    /** Answers with which the verdict is to ride. */
    public static Answers riding() {
        return Answers.none()
                .with("obstacles", said(new Value.Choices(List.of("rain"))))
                .with("distance", said(Value.Quantity.of(8)))
                .with("most_distance", said(Value.Quantity.of(15)))
                .with("bike", said(new Value.Choice("good")))
                .with("days", said(Value.Quantity.of(4)))
                .with("fare", said(Value.Quantity.of(5)))
                .with("likes_it", said(new Value.YesNo(true)))
                .with("lock", said(new Value.YesNo(true)));
    }

    /** An answer by Ada, at the epoch. */
    public static SourcedAnswer said(Value value) {
        return new SourcedAnswer(value, false, new SourcedAnswer.Origin("Ada", Instant.EPOCH, "as I said"));
    }

    private Flow build() {
        return new Flow(
                "cycling",
                1,
                "f00d",
                List.of(new Topic("all", false)),
                List.of(
                        fact("obstacles", FactType.CHOICES, OBSTACLES, null, new Value.Choices(List.of())),
                        quantity("distance", Unit.Kind.COUNT, "km", 500, 10),
                        quantity("most_distance", Unit.Kind.COUNT, "km", 500, 20),
                        fact("bike", FactType.CHOICE, BIKES, null, new Value.Choice("none")),
                        quantity("days", Unit.Kind.COUNT, "days", 7, 3),
                        quantity("fare", Unit.Kind.MONEY, "USD", 1000, 4),
                        fact("likes_it", FactType.YES_NO, List.of(), null, new Value.YesNo(false)),
                        fact("lock", FactType.YES_NO, List.of(), null, new Value.YesNo(false))),
                List.of(new Figure(
                        "payback",
                        FactType.QUANTITY,
                        List.of(),
                        new Unit(Unit.Kind.MONTHS, "months"),
                        List.of(input("distance"), input("days"), input("fare")),
                        List.of(),
                        HERE)),
                List.of(new Verdict("no", false, 0), new Verdict("not-yet", false, 0), new Verdict("yes", true, 0)),
                List.of(
                        lever("bus", null, "distance < 2.0"),
                        lever("repair", "bike == 'good'", "bike == 'none'"),
                        lever("buy", "bike == 'good'", null),
                        lever("ride", null, null),
                        lever("stay", null, null)),
                List.of(
                        rule("far", "distance > most_distance", "no", "bus", null, reason("legs", "distance", null)),
                        rule(
                                "soaked",
                                "obstacles.exists(o, o in ['no-shower']) && size(obstacles) > 1",
                                "no",
                                "stay",
                                null),
                        rule("broken", "bike == 'broken'", "not-yet", "repair", null, reason("safe", "bike", null)),
                        rule("bikeless", "bike == 'none' && !(days < 2.0)", "not-yet", "buy", "ride"),
                        rule("dear", "payback > 24.0 && !likes_it", "no", "stay", null),
                        rule(
                                "ride",
                                "true",
                                "yes",
                                "ride",
                                null,
                                reason("fun", "likes_it", "likes_it"),
                                reason("days", "days", null))),
                List.of(
                        new Gate("lock", when("lock"), true, true, List.of(Citation.parse("book/locks")), HERE),
                        new Gate("lights", when("days < 6.0"), false, false, List.of(), HERE),
                        new Gate("route", null, false, false, List.of(), HERE)),
                List.of(new Finding("theft", when("'theft' in obstacles"), List.of(Citation.parse("book")), HERE)),
                Map.of("book", new Source("book", "The bike book", "", "", "", Map.of("locks", "On locks"))),
                Map.of(),
                Map.of(),
                new Texts("en", TEXTS),
                8,
                List.of(),
                List.of(),
                Map.of(),
                Guidance.NONE,
                Expectations.NONE,
                Flow.Controls.NONE);
    }

    private static Figure.Input input(String fact) {
        return new Figure.Input(fact, List.of(), null);
    }

    private static Fact quantity(String id, Unit.Kind kind, String noun, int most, double assume) {
        return new Fact(
                id,
                FactType.QUANTITY,
                "all",
                List.of(),
                null,
                new Unit(kind, noun),
                BigDecimal.ZERO,
                BigDecimal.valueOf(most),
                false,
                Value.Quantity.of(assume),
                List.of(),
                HERE);
    }

    private static Fact fact(String id, FactType type, List<String> choices, @Nullable Unit unit, Value assume) {
        return new Fact(id, type, "all", choices, null, unit, null, null, false, assume, List.of(), HERE);
    }

    private Lever lever(String id, @Nullable String done, @Nullable String unfit) {
        return new Lever(id, done == null ? null : when(done), unfit == null ? null : when(unfit), List.of());
    }

    private Rule rule(
            String id, String when, String verdict, String lever, @Nullable String next, Rule.Reason... because) {
        return new Rule(id, when(when), verdict, lever, next, false, List.of(), List.of(because), HERE);
    }

    private Rule.Reason reason(String id, String fact, @Nullable String when) {
        return new Rule.Reason(
                id, List.of(fact), when == null ? null : when(when), List.of(Citation.parse("book/locks")));
    }

    private Condition when(String text) {
        return switch (conditions.compile(text)) {
            case Compilation.Compiled(Condition condition) -> condition;
            case Compilation.Refused(var problems) -> throw new IllegalStateException(text + ": " + problems);
        };
    }
}
