package dev.tunewise.costing;

import dev.tunewise.advice.CostCalculator;
import dev.tunewise.advice.result.CostComparison;
import dev.tunewise.advice.result.CostOutline;
import dev.tunewise.advice.result.Decision;
import dev.tunewise.advice.result.Recommendation;
import dev.tunewise.chart.ChartStyle;
import dev.tunewise.chart.Picture;
import dev.tunewise.cost.estimate.CostFigures;
import dev.tunewise.cost.estimate.Estimate;
import dev.tunewise.cost.estimate.EstimateOutline;
import dev.tunewise.cost.estimate.Estimator;
import dev.tunewise.cost.estimate.OptionChoice;
import dev.tunewise.cost.parameter.CostParameter;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.cost.simulation.SimulationSettings;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.price.catalogue.PriceCatalogue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Calculates with a price catalogue on a day. */
public final class CatalogueCosting implements CostCalculator {
    private final PriceCatalogue catalogue;
    private final Estimator estimator;
    private final Supplier<LocalDate> today;
    private final EstimateCache estimates;
    private final FigureCalculator usual;
    private final Map<String, CostParameter> dials;

    /**
     * Calculates with these prices.
     *
     * @param today the day to compute from, which decides on the age of prices and on models that end
     */
    public CatalogueCosting(PriceCatalogue catalogue, Supplier<LocalDate> today) {
        this(catalogue, today, SimulationSettings.STANDARD);
    }

    /** The same with another number of samples. */
    public CatalogueCosting(PriceCatalogue catalogue, Supplier<LocalDate> today, SimulationSettings sampling) {
        this.catalogue = catalogue;
        this.today = today;
        estimator = new Estimator(catalogue);
        estimates = new EstimateCache(estimator, today, sampling);
        dials = Parameters.shipped().byKey();
        usual = figuresWith(Map.of());
    }

    @Override
    public FigureCalculator figures(Map<String, BigDecimal> parameters) {
        return parameters.isEmpty() ? usual : figuresWith(parameters);
    }

    private FigureCalculator figuresWith(Map<String, BigDecimal> parameters) {
        return new CatalogueFigures(catalogue, estimates, today, parameters, CatalogueFigures.ALL, false);
    }

    @Override
    public Optional<CostComparison> compare(
            Answers answers,
            Map<String, BigDecimal> parameters,
            Optional<Decision> decision,
            Map<String, List<String>> excluded) {
        return simulated(answers, parameters, excluded).map(estimate -> {
            List<CostComparison.Picture> pictures = new CostPictures(estimator, estimate).list();
            return new EstimateView(estimate, pictures, decision, recommendation(estimate.choice())).view();
        });
    }

    /**
     * A picture that a comparison names.
     *
     * @param excluded levers that may not be recommended, as the comparison was made with
     * @return empty where the answers are not enough for a comparison, or it has no such picture
     */
    public Optional<Picture> picture(
            String chart,
            Answers answers,
            Map<String, BigDecimal> parameters,
            Map<String, List<String>> excluded,
            ChartStyle look) {
        return simulated(answers, parameters, excluded)
                .flatMap(estimate -> new CostPictures(estimator, estimate).picture(chart, look));
    }

    /** The estimate behind a comparison; empty where the answers are not enough for one. */
    Optional<Estimate> simulated(
            Answers answers, Map<String, BigDecimal> parameters, Map<String, List<String>> excluded) {
        return CostFigures.needs(answers.all().keySet()).isEmpty()
                ? Optional.of(estimates.estimate(new EstimateCache.Key(CaseFacts.of(answers), parameters, excluded)))
                : Optional.empty();
    }

    @Override
    public Optional<Recommendation> recommend(
            Answers answers, Map<String, BigDecimal> parameters, Map<String, List<String>> excluded) {
        return simulated(answers, parameters, excluded)
                .map(Estimate::choice)
                .filter(choice -> choice.best().eligible())
                .map(CatalogueCosting::recommendation);
    }

    @Override
    public FigureCalculator outlineFigures(Map<String, BigDecimal> parameters) {
        return new CatalogueFigures(catalogue, estimates, today, parameters, CatalogueFigures.OUTLINE, false);
    }

    @Override
    public Optional<CostOutline> outline(
            Answers answers, Map<String, BigDecimal> parameters, Map<String, List<String>> excluded) {
        if (!CostFigures.needs(answers.all().keySet()).isEmpty()) {
            return Optional.empty();
        }
        EstimateOutline outline = estimates.outline(new EstimateCache.Key(CaseFacts.of(answers), parameters, excluded));
        OptionChoice choice = outline.best();
        Optional<EstimateOutline.Pays> pays = outline.pays(CostComparison.telling(choice.recommended()));
        return Optional.of(new CostOutline(
                choice.best().title(),
                outline.saving()
                        .map(saved -> saved.amount().stripTrailingZeros())
                        .orElse(null),
                pays.map(EstimateOutline.Pays::option).orElse(""),
                pays.map(each -> BigDecimal.valueOf(each.callsPerDay()).setScale(0, RoundingMode.CEILING))
                        .orElse(null)));
    }

    private static Recommendation recommendation(OptionChoice choice) {
        OptionChoice.RunnerUp second = choice.runnerUp();
        return new Recommendation(
                choice.recommended(),
                choice.best().title(),
                choice.probability(),
                choice.best().meetsTarget() >= choice.wanted(),
                choice.tie(),
                second == null
                        ? null
                        : new Recommendation.RunnerUp(
                                second.option(),
                                choice.of(second.option()).title(),
                                BigDecimal.valueOf(second.yearlyDifference()).setScale(2, RoundingMode.HALF_UP)));
    }

    @Override
    public Optional<LocalDate> lastDay(
            Set<String> models,
            Answers answers,
            Map<String, BigDecimal> parameters,
            Map<String, List<String>> excluded) {
        LocalDate day = today.get();
        Stream<String> recommended = simulated(answers, parameters, excluded)
                .flatMap(estimate -> estimate.option(estimate.choice().recommended()))
                .flatMap(option -> Optional.ofNullable(option.model()))
                .stream();
        return Stream.concat(models.stream(), recommended)
                .flatMap(id -> catalogue.model(id).stream())
                .flatMap(model -> Stream.ofNullable(model.shutdown()))
                .filter(end -> end.isAfter(day))
                .min(Comparator.naturalOrder());
    }

    @Override
    public LocalDate day() {
        return today.get();
    }

    @Override
    public String edition() {
        return catalogue.edition();
    }

    /** A price for each call takes the place of model and tokens. */
    @Override
    public Set<String> matters(Answers answers) {
        return answers.knows("cost_per_1k_calls") ? Set.of("calls_per_day") : needed();
    }

    @Override
    public Set<String> needed() {
        return Set.of("model", "input_tokens", "output_tokens", "calls_per_day");
    }

    @Override
    public Set<String> ranged() {
        return Set.of("error_cost", "calls_per_day", "quality_now", "quality_target");
    }

    @Override
    public Map<String, CostParameter> parameters() {
        return dials;
    }
}
