package dev.tunewise.testing;

import dev.tunewise.condition.Compilation;
import dev.tunewise.condition.Condition;
import dev.tunewise.condition.Declaration;
import dev.tunewise.condition.compiler.ConditionCompiler;
import dev.tunewise.diagnostics.Position;
import dev.tunewise.flow.Citation;
import dev.tunewise.flow.Expectations;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Figure;
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
import dev.tunewise.flow.interview.FigureCalculator;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small consultation about something that has nothing to do with models: should we plant a hedge? It has every kind of fact. */
public final class HedgeFlow {
    private static final Position HERE = new Position("hedge.yaml", 1, 1);
    private static final List<String> PURPOSES = List.of("privacy", "noise", "birds");
    private static final List<String> LIGHTS = List.of("shade", "half", "sun");

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("title", "Should we plant a hedge?"),
            Map.entry("facts.purpose.label", "Purpose"),
            Map.entry("facts.purpose.question", "What is the hedge for?"),
            Map.entry("facts.purpose.why", "Leaves do not stop noise."),
            Map.entry("facts.purpose.choices.birds", "a home for birds"),
            Map.entry("facts.light.label", "Light"),
            Map.entry("facts.light.question", "How much sun does the place get?"),
            Map.entry("facts.light.why", "In the shade a hedge stays thin."),
            Map.entry("facts.light.hints.sun", "six hours a day or more"),
            Map.entry("facts.length.label", "Length"),
            Map.entry("facts.length.question", "How long is the border?"),
            Map.entry("facts.height.label", "Height"),
            Map.entry("facts.height.question", "How high shall it get?"),
            Map.entry("facts.plant.label", "Plant"),
            Map.entry("facts.plant.question", "Which plant do you think of?"),
            Map.entry("facts.budget.label", "Budget"),
            Map.entry("facts.budget.question", "How much may it cost?"),
            Map.entry("facts.waters.label", "Watering"),
            Map.entry("facts.waters.question", "Will somebody water it in the first summer?"),
            Map.entry("facts.trims.label", "Trimming"),
            Map.entry("facts.trims.question", "Will somebody trim it each year?"),
            Map.entry("facts.agreed.label", "Neighbours"),
            Map.entry("facts.agreed.question", "Have the neighbours agreed?"),
            Map.entry("figures.cost.label", "Cost"),
            Map.entry("verdicts.no", "No"),
            Map.entry("verdicts.not-yet", "Not yet"),
            Map.entry("verdicts.yes", "Yes"),
            Map.entry("levers.wall.name", "A wall"),
            Map.entry("levers.save.name", "Save up"),
            Map.entry("levers.plant.name", "Plant it"),
            Map.entry("rules.noise.because.care", "Leaves stop no noise below 200 Hertz."),
            Map.entry("rules.noise.headline", "No. Against noise build a wall."),
            Map.entry("rules.shade.headline", "No. It is too dark for a hedge."),
            Map.entry("rules.pot.headline", "No. For {length} a pot will do."),
            Map.entry("rules.tall.headline", "No. {height} is a wood."),
            Map.entry("rules.dear.headline", "Not yet. It costs {cost}, so save up."),
            Map.entry("rules.dry.headline", "Not yet. Nobody would water it."),
            Map.entry("rules.go.headline", "Yes. Plant it this autumn."),
            Map.entry("gates.trimmer.name", "Somebody who trims"),
            Map.entry("gates.neighbours.name", "The neighbours' consent"),
            Map.entry("gates.frost.name", "Wait for a day without frost"));

    private final ConditionCompiler conditions;
    private final String light;

    private HedgeFlow(String light) {
        this.light = light;
        Map<String, Declaration> declared = new LinkedHashMap<>();
        declared.put("purpose", Declaration.choices(PURPOSES));
        declared.put(light, Declaration.choice(LIGHTS));
        declared.put("length", Declaration.quantity(0, 500));
        declared.put("height", Declaration.quantity(0, 20));
        declared.put("plant", Declaration.choice(List.of()));
        declared.put("budget", Declaration.quantity(0, 1000000));
        declared.put("waters", Declaration.yesNo());
        declared.put("trims", Declaration.yesNo());
        declared.put("agreed", Declaration.yesNo());
        declared.put("cost", Declaration.quantity(0, Double.POSITIVE_INFINITY));
        conditions = ConditionCompiler.over(declared);
    }

    /** The flow. */
    public static Flow flow() {
        return new HedgeFlow("light").build(1, "hedge-1");
    }

    /** A later edition of the flow: what was `light` is called `sunshine` now, and budgets end at 500. */
    public static Flow revised() {
        return new HedgeFlow("sunshine").build(2, "hedge-2");
    }

    /**
     * What a hedge costs: a price for each metre, which depends on the plant.
     *
     * @param parameters may hold `metre_price`
     */
    public static FigureCalculator figures(Map<String, BigDecimal> parameters) {
        double price =
                parameters.getOrDefault("metre_price", BigDecimal.valueOf(20)).doubleValue();
        return request -> {
            Map<String, Object> known = request.known();
            return known.containsKey("length") && known.containsKey("plant")
                    ? Map.of("cost", (Double) known.get("length") * price * ("yew".equals(known.get("plant")) ? 3 : 1))
                    : Map.of();
        };
    }

    private Flow build(int version, String fingerprint) {
        return new Flow(
                "hedge",
                version,
                fingerprint,
                List.of(
                        new Topic("why", false),
                        new Topic("site", false),
                        new Topic("money", false),
                        new Topic("care", true)),
                List.of(
                        fact("purpose", FactType.CHOICES, "why", PURPOSES, null, new Value.Choices(List.of("privacy"))),
                        fact(light, FactType.CHOICE, "site", LIGHTS, null, new Value.Choice("half")),
                        quantity("length", "site", Unit.Kind.COUNT, "metres", 500, 10),
                        quantity("height", "site", Unit.Kind.COUNT, "metres", 20, 2),
                        fact("plant", FactType.CHOICE, "money", List.of(), "plants", new Value.Choice("privet")),
                        quantity("budget", "money", Unit.Kind.MONEY, "USD", version == 1 ? 1000000 : 500, 500),
                        fact("waters", FactType.YES_NO, "care", List.of(), null, new Value.YesNo(false)),
                        fact("trims", FactType.YES_NO, "care", List.of(), null, new Value.YesNo(false)),
                        fact("agreed", FactType.YES_NO, "care", List.of(), null, new Value.YesNo(false))),
                List.of(new Figure(
                        "cost",
                        FactType.QUANTITY,
                        List.of(),
                        new Unit(Unit.Kind.MONEY, "USD"),
                        List.of(
                                new Figure.Input("length", List.of(), null),
                                new Figure.Input("plant", List.of(), null)),
                        List.of(),
                        HERE)),
                List.of(new Verdict("no", false, 0), new Verdict("not-yet", false, 6), new Verdict("yes", true, 0)),
                List.of(lever("wall"), lever("pot"), lever("save"), lever("plant"), lever("stay")),
                List.of(
                        rule("noise", "purpose.exists(p, p == 'noise') && size(purpose) == 1", "no", "wall"),
                        rule("shade", light + " == 'shade'", "no", "stay"),
                        rule("pot", "length < 2.0 && height < 3.0", "no", "pot"),
                        rule("tall", "height > 8.0", "no", "stay"),
                        rule("dear", "cost > budget", "not-yet", "save"),
                        rule("dry", "!waters", "not-yet", "stay"),
                        rule("go", "true", "yes", "plant")),
                List.of(
                        new Gate("trimmer", when("trims"), true, false, List.of(), HERE),
                        new Gate("neighbours", when("agreed"), true, true, List.of(), HERE),
                        new Gate("frost", null, false, false, List.of(), HERE)),
                List.of(),
                Map.of("book", new Source("book", "The hedge book", "", "", "", Map.of("care", "On care"))),
                synonyms(),
                Map.of("hedge", "A row of shrubs."),
                new Texts("en", TEXTS),
                9,
                List.of(),
                List.of(),
                Map.of(),
                Guidance.NONE,
                Expectations.NONE,
                Flow.Controls.NONE);
    }

    private Map<String, List<String>> synonyms() {
        return Map.ofEntries(
                Map.entry("purpose.privacy", List.of("(privacy|hide|hiding)")),
                Map.entry("purpose.noise", List.of("(noise|noisy)")),
                Map.entry("purpose.birds", List.of("(bird|birds)")),
                Map.entry(light + ".shade", List.of("(shade|shady|dark)")),
                Map.entry(light + ".half", List.of("half shade")),
                Map.entry(light + ".sun", List.of("(sun|sunny)")),
                Map.entry("length", List.of("<amount> (metres|meters) long", "(length|border) is .. <amount>")),
                Map.entry("height", List.of("<amount> (metres|meters) high", "(height|high) is .. <amount>")),
                Map.entry("budget", List.of("budget (is|of) .. <amount>", "spend .. <amount>")),
                Map.entry("waters.yes", List.of("(i|we) water", "will water")),
                Map.entry("waters.no", List.of("nobody waters", "not water")));
    }

    private static Fact quantity(String id, String topic, Unit.Kind kind, String noun, int most, double assume) {
        return new Fact(
                id,
                FactType.QUANTITY,
                topic,
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

    private static Fact fact(
            String id, FactType type, String topic, List<String> choices, @Nullable String catalogue, Value assume) {
        List<String> was = id.equals("sunshine") ? List.of("light") : List.of();
        return new Fact(id, type, topic, choices, catalogue, null, null, null, false, assume, was, HERE);
    }

    private static Lever lever(String id) {
        return new Lever(id, null, null, List.of());
    }

    private Rule rule(String id, String when, String verdict, String lever) {
        return new Rule(
                id,
                when(when),
                verdict,
                lever,
                null,
                false,
                List.of(),
                List.of(new Rule.Reason("care", List.of(), null, List.of(Citation.parse("book/care")))),
                HERE);
    }

    private Condition when(String text) {
        return switch (conditions.compile(text)) {
            case Compilation.Compiled(Condition condition) -> condition;
            case Compilation.Refused(var problems) -> throw new IllegalStateException(text + ": " + problems);
        };
    }
}
