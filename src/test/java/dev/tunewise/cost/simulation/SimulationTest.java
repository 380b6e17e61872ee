package dev.tunewise.cost.simulation;

import static dev.tunewise.cost.Cases.fintech;
import static dev.tunewise.cost.Cases.tickets;
import static dev.tunewise.cost.GoldenFintech.ESTIMATOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.cost.estimate.CostOption.Priced;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.simulation.SimulationResult.OptionRisk;
import dev.tunewise.money.Range;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SimulationTest {

    @ParameterizedTest
    @CsvSource({"0, 0, 10", "0, 3, 10", "0.5, 1, 1", "60, 100, 160", "0, 9.9, 10"})
    void pertTablesMatchTheBetaDistribution(double low, double likely, double high) {
        Distribution table = Distribution.pert(Range.of(low, likely, high));
        double mode = (likely - low) / (high - low);
        BetaDistribution beta = BetaDistribution.of(1 + 4 * mode, 1 + 4 * (1 - mode));
        for (double probability = 0.02; probability < 1; probability += 0.02) {
            double exact = low + (high - low) * beta.inverseCumulativeProbability(probability);
            assertEquals(exact, table.quantile(probability), (high - low) * 1e-3, "at " + probability);
        }
    }

    @ParameterizedTest
    @CsvSource({"91, 10", "301, 1", "1, 51", "1321, 181"})
    void measuredSharesFollowTheirBetaDistribution(double alpha, double beta) {
        BetaDistribution exact = BetaDistribution.of(alpha, beta);
        Distribution table = Distribution.beta(alpha, beta);
        double deviation = Math.sqrt(exact.getVariance());
        for (double probability = 0.02; probability < 1; probability += 0.02) {
            assertEquals(
                    exact.inverseCumulativeProbability(probability),
                    table.quantile(probability),
                    deviation * 0.02,
                    "at " + probability);
        }
    }

    @Test
    void givesQuantilesInOrderAroundTheLikelyFigures() {
        Estimate estimate = ESTIMATOR.simulate(fintech(), SimulationSettings.STANDARD);
        estimate.risk().byOption().forEach((id, late) -> {
            OptionRisk risk = late.get();
            assertTrue(
                    risk.total().p10() <= risk.total().p50()
                            && risk.total().p50() <= risk.total().p90(),
                    id);
            assertTrue(
                    risk.payback().p10() <= risk.payback().p50()
                            && risk.payback().p50() <= risk.payback().p90(),
                    id);
        });
        Priced best = estimate.bestTuning().orElseThrow();
        OptionRisk risk = estimate.risk().of(best.id());
        assertTrue(best.total().amount().doubleValue() > risk.total().p10(), risk.toString());
        assertTrue(best.total().amount().doubleValue() < risk.total().p90(), risk.toString());
        assertEquals(risk.payback().p10(), best.payback().low());
        assertTrue(risk.paybackWithinHorizon() > 0.3 && risk.paybackWithinHorizon() < 0.95, risk.toString());
    }

    @Test
    void keepsNoPaybackAsInfinite() {
        Estimate estimate = ESTIMATOR.simulate(tickets().with("calls_per_day", 100.0), SimulationSettings.STANDARD);
        OptionRisk risk = estimate.risk().of(estimate.bestTuning().orElseThrow().id());
        assertEquals(Double.POSITIVE_INFINITY, risk.payback().p50());
        assertTrue(risk.paybacks().never() > 0.9, risk.paybacks().toString());
        assertEquals(0, risk.paybackWithinHorizon(), 0.05);
    }

    @Test
    void countsEverySampleOnce() {
        Estimate estimate = ESTIMATOR.simulate(fintech(), new SimulationSettings(1000, 3, false));
        estimate.risk().byOption().forEach((id, late) -> {
            OptionRisk risk = late.get();
            double sum = risk.paybacks().shares().stream()
                    .mapToDouble(share -> share)
                    .sum();
            assertEquals(1, sum + risk.paybacks().later() + risk.paybacks().never(), 1e-9, id);
        });
    }

    @Test
    void aSmallerEvaluationMakesTheSavingLessSure() {
        double sure = spread(ESTIMATOR.simulate(tickets().with("eval_items", 3000.0), SimulationSettings.STANDARD));
        double unsure = spread(ESTIMATOR.simulate(tickets().with("eval_items", 100.0), SimulationSettings.STANDARD));
        assertTrue(unsure > 1.5 * sure, sure + " and " + unsure);
    }

    @Test
    void namesTheInputsThatMatterMost() {
        Estimate estimate = ESTIMATOR.estimate(tickets());
        assertEquals(5, estimate.influences().size());
        assertEquals("quality today", estimate.influences().getFirst().input().label());
        assertTrue(estimate.influences().get(0).swing()
                >= estimate.influences().get(1).swing());
    }

    @Test
    void anotherOptionDoesNotChangeTheSamples() {
        OptionRisk without = ESTIMATOR
                .simulate(tickets(), SimulationSettings.STANDARD)
                .risk()
                .of("lora-dedicated:llama-3.1-8b");
        OptionRisk with = ESTIMATOR
                .simulate(tickets().with("runs_gpus", true), SimulationSettings.STANDARD)
                .risk()
                .of("lora-dedicated:llama-3.1-8b");
        assertEquals(without, with);
    }

    private static double spread(Estimate estimate) {
        SimulationResult.Quantiles saving =
                estimate.risk().of(estimate.bestTuning().orElseThrow().id()).saving();
        return saving.p90() - saving.p10();
    }
}
