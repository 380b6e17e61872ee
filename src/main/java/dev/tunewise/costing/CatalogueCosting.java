package dev.tunewise.costing;

import dev.tunewise.advice.CostCalculator;
import dev.tunewise.advice.CostParameter;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.chart.ChartStyle;
import dev.tunewise.chart.Picture;
import dev.tunewise.cost.estimate.CostFigures;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.estimate.Estimator;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.cost.simulation.SimulationSettings;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.price.catalogue.PriceCatalogue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reckons with a price catalogue on a day. */
public final class CatalogueCosting implements CostCalculator {
    private static final String VOLUME = "calls_per_day";

    /** What may be missing from a comparison: without the volume it is made at several, and the others have likely values. */
    private static final Set<String> MAY_BE_MISSING = Set.of(VOLUME, "error_cost", "runs_gpus");

    private final PriceCatalogue catalogue;
    private final Estimator estimator;
    private final Supplier<LocalDate> today;
    private final Parameters shipped = Parameters.shipped();
    private final FigureCalculator usual;
    private final Map<String, CostParameter> dials;

    /**
     * Reckons with these prices.
     *
     * @param catalogue the prices
     * @param today the day to reckon from, which decides on the age of prices and on models that end
     */
    public CatalogueCosting(PriceCatalogue catalogue, Supplier<LocalDate> today) {
        this.catalogue = catalogue;
        this.today = today;
        estimator = new Estimator(catalogue);
        dials = CostParameterMapper.of(shipped);
        usual = new CatalogueFigures(catalogue, estimator, today, shipped);
    }

    @Override
    public FigureCalculator figures(Map<String, BigDecimal> parameters) {
        return parameters.isEmpty() ? usual : new CatalogueFigures(catalogue, estimator, today, with(parameters));
    }

    @Override
    public Optional<CostComparison> compare(
            Answers answers, Map<String, BigDecimal> parameters, Optional<Decision> decision) {
        return simulated(answers, parameters).map(estimate -> {
            boolean guessed = answers.get(VOLUME).map(SourcedAnswer::assumed).orElse(true);
            List<Estimate> atVolumes = guessed
                    ? estimator.estimate(estimate.facts().with(VOLUME, null)).atVolumes()
                    : List.of();
            List<CostComparison.Picture> pictures = new CostPictures(estimator, estimate).list();
            return new EstimateView(estimate, atVolumes, pictures, decision.map(Decision::lever)).view();
        });
    }

    /**
     * A picture that a comparison names.
     *
     * @param chart its key
     * @param look size and colours
     * @return empty where the answers are not enough for a comparison, or it has no such picture
     */
    public Optional<Picture> picture(
            String chart, Answers answers, Map<String, BigDecimal> parameters, ChartStyle look) {
        return simulated(answers, parameters)
                .flatMap(estimate -> new CostPictures(estimator, estimate).picture(chart, look));
    }

    private Optional<Estimate> simulated(Answers answers, Map<String, BigDecimal> parameters) {
        CostCase facts = CostCase.from(CaseFacts.of(answers), today.get(), with(parameters));
        return MAY_BE_MISSING.containsAll(CostFigures.needs(facts, estimator))
                ? Optional.of(estimator.simulate(facts, SimulationSettings.STANDARD))
                : Optional.empty();
    }

    @Override
    public Map<String, CostParameter> parameters() {
        return dials;
    }

    /** Parameters that cannot be taken are left at their shipped values; whoever sets them has checked them before. */
    private Parameters with(Map<String, BigDecimal> parameters) {
        Parameters changed = shipped;
        for (Map.Entry<String, BigDecimal> parameter : parameters.entrySet()) {
            Map<String, BigDecimal> one = Map.of(parameter.getKey(), parameter.getValue());
            changed = changed.faults(one).isEmpty() ? changed.with(one) : changed;
        }
        return changed;
    }
}
