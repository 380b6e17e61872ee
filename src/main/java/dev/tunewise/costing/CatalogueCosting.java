package dev.tunewise.costing;

import dev.tunewise.advice.CostView;
import dev.tunewise.advice.Costing;
import dev.tunewise.advice.Decision;
import dev.tunewise.advice.Dial;
import dev.tunewise.chart.Look;
import dev.tunewise.chart.Picture;
import dev.tunewise.cost.CostCase;
import dev.tunewise.cost.CostFigures;
import dev.tunewise.cost.Estimate;
import dev.tunewise.cost.Estimator;
import dev.tunewise.cost.Parameters;
import dev.tunewise.cost.Sampling;
import dev.tunewise.flow.Answers;
import dev.tunewise.flow.Figures;
import dev.tunewise.flow.Given;
import dev.tunewise.price.Catalogue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reckons with a price catalogue on a day. */
public final class CatalogueCosting implements Costing {
    private static final String VOLUME = "calls_per_day";

    /** What may be missing from a comparison: without the volume it is made at several, and the others have likely values. */
    private static final Set<String> MAY_BE_MISSING = Set.of(VOLUME, "error_cost", "runs_gpus");

    private final Catalogue catalogue;
    private final Estimator estimator;
    private final Supplier<LocalDate> today;
    private final Parameters shipped = Parameters.shipped();
    private final Figures usual;
    private final Map<String, Dial> dials;

    /**
     * Reckons with these prices.
     *
     * @param catalogue the prices
     * @param today the day to reckon from, which decides on the age of prices and on models that end
     */
    public CatalogueCosting(Catalogue catalogue, Supplier<LocalDate> today) {
        this.catalogue = catalogue;
        this.today = today;
        estimator = new Estimator(catalogue);
        dials = Dials.of(shipped);
        usual = new CatalogueFigures(catalogue, estimator, today, shipped);
    }

    @Override
    public Figures figures(Map<String, BigDecimal> parameters) {
        return parameters.isEmpty() ? usual : new CatalogueFigures(catalogue, estimator, today, with(parameters));
    }

    @Override
    public Optional<CostView> compare(
            Answers answers, Map<String, BigDecimal> parameters, Optional<Decision> decision) {
        return simulated(answers, parameters).map(estimate -> {
            boolean guessed = answers.get(VOLUME).map(Given::assumed).orElse(true);
            List<Estimate> atVolumes = guessed
                    ? estimator.estimate(estimate.facts().with(VOLUME, null)).atVolumes()
                    : List.of();
            List<CostView.Picture> pictures = new CostPictures(estimator, estimate).list();
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
    public Optional<Picture> picture(String chart, Answers answers, Map<String, BigDecimal> parameters, Look look) {
        return simulated(answers, parameters)
                .flatMap(estimate -> new CostPictures(estimator, estimate).picture(chart, look));
    }

    private Optional<Estimate> simulated(Answers answers, Map<String, BigDecimal> parameters) {
        CostCase facts = CostCase.from(CaseFacts.of(answers), today.get(), with(parameters));
        return MAY_BE_MISSING.containsAll(CostFigures.needs(facts, estimator))
                ? Optional.of(estimator.simulate(facts, Sampling.STANDARD))
                : Optional.empty();
    }

    @Override
    public Map<String, Dial> parameters() {
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
