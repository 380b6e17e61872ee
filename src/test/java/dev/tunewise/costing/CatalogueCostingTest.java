package dev.tunewise.costing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.advice.Consultant;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.chart.ChartStyle;
import dev.tunewise.chart.Picture;
import dev.tunewise.chat.Plot;
import dev.tunewise.cost.estimate.Estimator;
import dev.tunewise.cost.estimate.OptionChoice;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.cost.simulation.SimulationSettings;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.price.PriceFiles;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueCostingTest {
    /** Twice what the product draws: a near tie is then told from chance. */
    private static final SimulationSettings MANY = SimulationSettings.rough(8_000);

    private static final CatalogueCosting COSTING = ShippedFlow.costing();
    private static final Estimator ESTIMATOR = new Estimator(PriceFiles.shipped());

    private final Answers tickets =
            Answers.of(ShippedFlow.story("tickets-50k-a-day").facts());

    @Test
    void picturesComeWithTheirNumbers() {
        CostComparison view = new Consultant(ShippedFlow.flow(), COSTING)
                .answer(tickets, Map.of())
                .cost()
                .orElseThrow();
        Map<String, Plot> plots = new LinkedHashMap<>();
        view.pictures().forEach(picture -> plots.put(picture.chart(), picture.plot()));

        assertEquals(List.of("break-even", "payback", "cumulative"), List.copyOf(plots.keySet()));
        Plot cumulative = plots.get("cumulative");
        Plot.Series today = cumulative.series().getFirst();
        CostComparison.Option option = view.option("today").orElseThrow();
        assertEquals(
                option.total().likely().doubleValue(),
                today.points().getLast().y(),
                option.total().likely().doubleValue() * 0.01);
        assertEquals(view.horizonMonths(), today.points().getLast().x());
        for (Plot.Series line : plots.get("break-even").series()) {
            assertTrue(line.points().size() <= 12, line::toString);
            assertTrue(line.points().getLast().x() > 50_000, "does not reach today's volume: " + line);
            assertTrue(line.points().getFirst().y() <= line.points().getLast().y(), "falls with the volume: " + line);
        }
        List<Plot.Point> bars = plots.get("payback").series().getFirst().points();
        assertEquals("never", bars.getLast().place());
        assertEquals(100, bars.stream().mapToDouble(Plot.Point::y).sum(), bars.size() / 2.0);
    }

    @Test
    void comparesTodayTheBestTunedOptionAndTheNextBestWithoutTraining() {
        Consultant consultant = new Consultant(ShippedFlow.flow(), COSTING);
        Consultant.Answer answer = consultant.answer(tickets, Map.of());
        CostComparison view = answer.cost().orElseThrow();
        List<CostComparison.Option> shown = view.tables().getFirst().options().stream()
                .filter(CostComparison.Option::matters)
                .toList();

        assertEquals("today", shown.getFirst().id());
        assertEquals(CostComparison.Payback.NONE, shown.getFirst().payback());
        assertTrue(shown.size() >= 4 && shown.size() <= 7, shown::toString);
        String lever = answer.advice().decision().orElseThrow().lever();
        assertTrue(shown.stream().anyMatch(option -> option.lever().equals(lever)), lever);
        for (CostComparison.Option option : shown) {
            assertEquals(
                    option.simulated() == null
                            ? option.total().likely().doubleValue()
                            : option.simulated().total().p50(),
                    option.total().likely().doubleValue(),
                    0.01,
                    option.id());
        }
        assertEquals("50,000 calls a day", view.tables().getFirst().caption());
        assertTrue(view.probabilityOfPayback() != null && view.probabilityOfPayback() > 0.7);
        assertTrue(view.monthly().endsWith(" a month less than today"), view.monthly());
        assertFalse(view.prices().isEmpty()
                || view.parameters().isEmpty()
                || view.drivers().isEmpty());
    }

    @Test
    void showsThreeVolumesWhereTheVolumeIsAGuess() {
        Answers guessed = tickets.with("calls_per_day", new SourcedAnswer(Value.Quantity.of(1000), true, null));

        CostComparison view =
                COSTING.compare(guessed, Map.of(), Optional.empty(), Map.of()).orElseThrow();

        assertEquals(
                List.of("10,000 calls a day", "100 calls a day", "10,000 calls a day", "1,000,000 calls a day"),
                view.tables().stream().map(CostComparison.Table::caption).toList());
    }

    @Test
    void drawsEveryPictureThatTheComparisonNames() {
        CostComparison view =
                COSTING.compare(tickets, Map.of(), Optional.empty(), Map.of()).orElseThrow();

        assertEquals(
                List.of("break-even", "payback", "cumulative"),
                view.pictures().stream().map(CostComparison.Picture::chart).toList());
        for (CostComparison.Picture named : view.pictures()) {
            Picture drawn = COSTING.picture(named.chart(), tickets, Map.of(), Map.of(), ChartStyle.CHAT)
                    .orElseThrow();
            assertEquals(named.alternative(), drawn.alternativeText());
            assertFalse(drawn.svg().isEmpty());
        }
        assertEquals(Optional.empty(), COSTING.picture("none", tickets, Map.of(), Map.of(), ChartStyle.CHAT));
        assertEquals(Optional.empty(), COSTING.picture("payback", Answers.none(), Map.of(), Map.of(), ChartStyle.CHAT));
    }

    @Test
    void comparesNothingWhereTheBillIsNotKnown() {
        assertEquals(
                Optional.empty(),
                COSTING.compare(
                        tickets.without("model").without("input_tokens"), Map.of(), Optional.empty(), Map.of()));
    }

    @Test
    void reckonsWithParametersSetByHand() {
        CostComparison view = COSTING.compare(
                        tickets, Map.of("horizon_months", BigDecimal.valueOf(24)), Optional.empty(), Map.of())
                .orElseThrow();

        assertEquals(24, view.horizonMonths());
        assertEquals(
                24.0,
                COSTING.figures(Map.of("horizon_months", BigDecimal.valueOf(24)))
                        .workOut(Map.of())
                        .get("horizon_months"));
        assertTrue(COSTING.parameters().containsKey("horizon_months"));
    }

    @Test
    void leavesParametersItCannotTakeAtTheirValues() {
        assertEquals(
                COSTING.compare(tickets, Map.of(), Optional.empty(), Map.of()),
                COSTING.compare(
                        tickets,
                        Map.of("horizon_months", BigDecimal.valueOf(-3), "no_such", BigDecimal.ONE),
                        Optional.empty(),
                        Map.of()));
    }

    @Test
    void tellsHowManyItemsTheGapNeeds() {
        Map<String, Object> known = Map.of("quality_now", 90.0, "quality_target", 94.0);
        Map<String, Object> met = Map.of("quality_now", 94.0, "quality_target", 94.0);
        Map<String, Object> widest = Map.of("quality_now", 0.0, "quality_target", 100.0);

        assertEquals(391.0, COSTING.figures(Map.of()).workOut(known).get("eval_items_needed"));
        assertEquals(0.0, COSTING.figures(Map.of()).workOut(met).get("eval_items_needed"));
        assertTrue((Double) COSTING.figures(Map.of()).workOut(widest).get("eval_items_needed") > 0);
    }

    @Test
    void tellsHowAModelStands() {
        assertEquals("current", standing("claude-sonnet-4-6"));
        assertEquals("ending", standing("gpt-4o"));
        assertEquals("gone", standing("gpt-4.1-nano"));
        assertEquals("unknown", standing("unknown"));
        assertEquals("unknown", standing("no such model at all"));
        assertEquals("closed-frontier", model("claude-sonnet-4-6").get("model_kind"));
        assertEquals("open", model("groq-llama-3.3-70b").get("model_kind"));
    }

    @Test
    void leavesOutMoneyWhileTheBillIsNotKnown() {
        assertFalse(COSTING.figures(Map.of())
                .workOut(tickets.without("model").raw())
                .containsKey("payback_months"));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theQuickChoiceIsThatOfTheWholeEstimateUnlessTwoAreEven(long seed) {
        Random random = new Random(seed);
        Map<String, Object> facts = new LinkedHashMap<>(tickets.raw());
        facts.put("calls_per_day", Math.rint(Math.pow(10, random.nextDouble() * 6)));
        facts.put("examples", (double) (200 + random.nextInt(3000)));
        facts.put("input_tokens", (double) (100 + random.nextInt(6000)));
        facts.put("output_tokens", (double) (5 + random.nextInt(900)));
        facts.put("error_cost", random.nextInt(3) == 0 ? 0.0 : random.nextDouble());
        facts.put("quality_now", 60.0 + random.nextInt(35));
        facts.put("must_self_host", random.nextInt(4) == 0);
        facts.put("runs_gpus", random.nextBoolean());
        facts.put("problems", random.nextBoolean() ? List.of("too-expensive") : List.of("wrong-labels"));
        CostCase theCase = CostCase.from(facts, ShippedFlow.DAY, Parameters.shipped());

        OptionChoice whole = ESTIMATOR.simulate(theCase, MANY).choice();
        OptionChoice quick = ESTIMATOR.best(theCase, SimulationSettings.rough(128));

        double apart =
                Math.abs(whole.of(quick.recommended()).total() - whole.best().total());
        double edge = Math.abs(whole.of(quick.recommended()).meetsTarget() - whole.wanted());
        assertTrue(
                edge <= 0.02
                        || quick.best().lever().equals(whole.best().lever())
                        || apart <= 0.15 * whole.best().total()
                        || apart <= 6000,
                () -> "seed " + seed + ": " + quick.recommended() + " and " + whole.recommended() + ", " + facts);
    }

    private static Object standing(String model) {
        return model(model).getOrDefault("model_standing", "");
    }

    private static Map<String, Object> model(String model) {
        return COSTING.figures(Map.of()).workOut(Map.of("model", model));
    }
}
