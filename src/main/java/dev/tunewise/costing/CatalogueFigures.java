package dev.tunewise.costing;

import dev.tunewise.cost.estimate.CostFigures;
import dev.tunewise.cost.estimate.OptionChoice;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.statistics.CaseArithmetic;
import dev.tunewise.cost.statistics.Proportions;
import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.flow.interview.FigureRequest;
import dev.tunewise.money.Money;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.name.ModelLookup;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.RetiredModel;
import dev.tunewise.price.offer.SizeClass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures that the cost model, the catalogue and statistics can give; those whose facts are missing are left out. */
record CatalogueFigures(
        PriceCatalogue catalogue,
        EstimateCache estimates,
        Supplier<LocalDate> today,
        Map<String, BigDecimal> parameters,
        int draws,
        boolean brief)
        implements FigureCalculator {
    /** As many draws as the table of an answer rests on. */
    static final int ALL = 0;

    /** The same draws, for what is compared with an earlier answer. */
    static final int OUTLINE = -1;

    /** The same draws, for cases whose table nobody asks for. */
    private static final int NO_TABLE = -2;

    /** No draws: nothing is compared. */
    private static final int BESIDE = -3;

    /** Those that are worked out where nothing else is asked for. */
    private static final Set<String> BRIEF = Stream.concat(
                    CostFigures.BRIEF.stream(), Stream.of("home", "last_tuning", "model_class", "eval_items_needed"))
            .collect(Collectors.toUnmodifiableSet());

    /** Hosted training of an adapter of up to 16 billion weights. */
    private static final String ADAPTER = "together-up-to-16b";

    private static final double LARGEST_GAP = 0.97;
    private static final String UNKNOWN = "unknown";

    @Override
    public FigureCalculator rough(int few) {
        return new CatalogueFigures(catalogue, estimates, today, parameters, few, brief);
    }

    @Override
    public FigureCalculator beside() {
        return new CatalogueFigures(catalogue, estimates, today, parameters, BESIDE, false);
    }

    @Override
    public FigureCalculator withoutTable() {
        return draws == ALL ? new CatalogueFigures(catalogue, estimates, today, parameters, NO_TABLE, brief) : this;
    }

    @Override
    public FigureCalculator asking(Set<String> figures) {
        return new CatalogueFigures(catalogue, estimates, today, parameters, draws, BRIEF.containsAll(figures));
    }

    @Override
    public Map<String, Object> workOut(FigureRequest request) {
        Map<String, Object> known = request.known();
        Map<String, Object> figures = brief ? new LinkedHashMap<>() : besideOptions(request);
        if (draws != BESIDE) {
            figures.put("comparison", CostFigures.OPEN);
            figures.put("classifier_row", CostFigures.OPEN);
        }
        figures.put("home", Boolean.TRUE.equals(known.get("must_self_host")) ? "in-house" : "anywhere");
        figures.put("model_class", isLargest(known.get("model")) ? "largest" : "other");
        figures.put("last_tuning", "worse".equals(known.get("tuning_tried")) ? "worse" : "other");
        if (!request.assumed().contains("quality_now")
                && !request.assumed().contains("quality_target")
                && known.get("quality_now") instanceof Double now
                && known.get("quality_target") instanceof Double target) {
            figures.put("eval_items_needed", itemsNeeded(now / 100, target / 100));
        }
        if (draws != BESIDE && CostFigures.needs(known.keySet()).isEmpty()) {
            EstimateCache.Key key = new EstimateCache.Key(CaseFacts.of(request), parameters, request.excluded());
            CostCase facts = estimates.facts(key);
            OptionChoice choice = switch (draws) {
                case ALL -> estimates.estimate(key).choice();
                case OUTLINE ->
                    brief
                            ? estimates.outline(key).best()
                            : estimates.outline(key).choice();
                case NO_TABLE -> estimates.choice(key, facts, brief);
                default -> estimates.rough(key, facts, draws, brief);
            };
            figures.putAll(brief ? CostFigures.brief(choice, facts) : CostFigures.of(choice, facts));
            figures.computeIfPresent(
                    "today",
                    (_, told) -> told.equals("said") && isGone(figures) && !known.containsKey("cost_per_1k_calls")
                            ? "gone-model"
                            : told);
        }
        return figures;
    }

    /** What rests on no comparison of options. */
    private Map<String, Object> besideOptions(FigureRequest request) {
        Map<String, Object> known = request.known();
        Map<String, Object> figures = new LinkedHashMap<>(CaseArithmetic.of(known));
        prices(figures);
        figures.put("horizon_months", (double) horizon());
        if (known.get("model") instanceof String name) {
            model(name, figures);
        }
        return figures;
    }

    /** What the case's tokens cost at a low price of each kind, as the catalogue has it. */
    private void prices(Map<String, Object> figures) {
        catalogue
                .offer(ADAPTER)
                .map(offer -> offer.training().low())
                .ifPresent(rate -> figures.put("training_rate", rate.amount().doubleValue()));
        catalogue
                .model(PriceCatalogue.CHEAP)
                .map(model -> model.prices().cachedInput())
                .ifPresent(rate -> figures.put("cached_rate", rate.amount().doubleValue()));
        catalogue.model(PriceCatalogue.CHEAP).map(Model::prices).ifPresent(prices -> {
            rate("cheap_input_rate", prices.input(), figures);
            rate("cheap_output_rate", prices.output(), figures);
        });
        if (figures.get("training_rate") instanceof Double rate
                && figures.get("training_tokens") instanceof Double millions) {
            figures.put("training_bill", Math.max(1.0, Math.round(millions * rate)));
        }
        // A thousand questions, each over all documents; in cents.
        if (figures.get("cached_rate") instanceof Double rate && figures.get("corpus_size") instanceof Double tokens) {
            figures.put("corpus_bill", Math.round(100 * tokens * rate / 1000) / 100.0);
        }
    }

    private static void rate(String figure, @Nullable Money price, Map<String, Object> figures) {
        if (price != null && !price.isZero()) {
            figures.put(figure, price.amount().doubleValue());
        }
    }

    @Override
    public boolean mayTakeIn(String fact) {
        return CostCase.USED.contains(fact);
    }

    private static boolean isGone(Map<String, Object> figures) {
        return "gone".equals(figures.get("model_standing"));
    }

    private int horizon() {
        return estimates.parameters(parameters).horizonMonths();
    }

    /** Items that both systems answer to see the gap; none where there is no gap. */
    private static double itemsNeeded(double now, double target) {
        return target <= now ? 0 : Proportions.itemsPairedForGap(now, Math.min(target, now + LARGEST_GAP));
    }

    private void model(String name, Map<String, Object> figures) {
        LocalDate day = today.get();
        ModelLookup found = catalogue.lookup(name, day);
        if (!name.equals(UNKNOWN) && found instanceof ModelLookup.Found(Model model, var _)) {
            figures.put("model_standing", standing(model, day));
            if (model.isShutDown(day)) {
                retired(model.ending(day), catalogue.successors(model, day), figures);
            }
            figures.put("model_kind", kind(model));
            rate("input_rate", model.prices().input(), figures);
            rate("output_rate", model.prices().output(), figures);
            rate("cached_input_rate", model.prices().cachedInput(), figures);
        } else {
            boolean ended = found instanceof ModelLookup.Unknown unknown
                    && unknown.gone().contains(RetiredModel.ENDED);
            figures.put("model_standing", ended ? "gone" : UNKNOWN);
            if (found instanceof ModelLookup.Unknown(var _, List<Model> nearest, String gone) && !gone.isEmpty()) {
                retired(gone, nearest, figures);
            }
            figures.put("model_kind", UNKNOWN);
        }
    }

    /** What happened to the model, and what a team would move to. */
    private static void retired(String gone, List<Model> nearest, Map<String, Object> figures) {
        String current = nearest.isEmpty()
                ? ""
                : "; the nearest current model of its class is "
                        + nearest.getFirst().name();
        figures.put("retired", gone + current);
    }

    private boolean isLargest(@Nullable Object model) {
        return model instanceof String id
                && catalogue
                        .model(id)
                        .filter(found -> found.sizeClass() == SizeClass.LARGE)
                        .isPresent();
    }

    private String standing(Model model, LocalDate day) {
        if (model.isShutDown(day)) {
            return "gone";
        }
        return model.outlives(day, horizon()) ? "current" : "ending";
    }

    private static String kind(Model model) {
        if (model.openWeights()) {
            return "open";
        }
        return model.sizeClass() == SizeClass.SMALL ? "closed-small" : "closed-frontier";
    }
}
