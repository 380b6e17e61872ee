package dev.tunewise.costing;

import dev.tunewise.cost.estimate.Estimator;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.parameter.Parameters;
import dev.tunewise.cost.statistics.CaseArithmetic;
import dev.tunewise.cost.statistics.Proportions;
import dev.tunewise.flow.interview.FigureCalculator;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.name.ModelLookup;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.SizeClass;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The figures that the cost model, the catalogue and statistics can give; those whose facts are missing are left out. */
final class CatalogueFigures implements FigureCalculator {
    private static final List<String> TOKENS = List.of("model", "input_tokens", "output_tokens");
    private static final double LARGEST_GAP = 0.97;
    private static final String UNKNOWN = "unknown";

    private final PriceCatalogue catalogue;
    private final Estimator estimator;
    private final Supplier<LocalDate> today;
    private final Parameters parameters;

    CatalogueFigures(PriceCatalogue catalogue, Estimator estimator, Supplier<LocalDate> today, Parameters parameters) {
        this.catalogue = catalogue;
        this.estimator = estimator;
        this.today = today;
        this.parameters = parameters;
    }

    @Override
    public Map<String, Object> workOut(Map<String, Object> known) {
        Map<String, Object> figures = new LinkedHashMap<>(CaseArithmetic.of(known));
        figures.put("horizon_months", (double) parameters.horizonMonths());
        if (known.get("quality_now") instanceof Double now && known.get("quality_target") instanceof Double target) {
            figures.put("eval_items_needed", itemsNeeded(now / 100, target / 100));
        }
        if (known.get("model") instanceof String name) {
            model(name, figures);
        }
        boolean billed =
                known.containsKey("cost_per_1k_calls") || known.keySet().containsAll(TOKENS);
        if (billed && known.containsKey("calls_per_day")) {
            CostCase facts = CostCase.from(known, today.get(), parameters);
            figures.putAll(estimator.figures(facts).byId());
        }
        return figures;
    }

    /** Items that both systems answer to see the gap; none where there is no gap. */
    private static double itemsNeeded(double now, double target) {
        return target <= now ? 0 : Proportions.itemsPairedForGap(now, Math.min(target, now + LARGEST_GAP));
    }

    private void model(String name, Map<String, Object> figures) {
        LocalDate day = today.get();
        if (!name.equals(UNKNOWN) && catalogue.lookup(name, day) instanceof ModelLookup.Found(Model model, var _)) {
            figures.put("model_standing", standing(model, day));
            figures.put("model_kind", kind(model));
        } else {
            figures.put("model_standing", UNKNOWN);
            figures.put("model_kind", UNKNOWN);
        }
    }

    private String standing(Model model, LocalDate day) {
        if (model.isShutDown(day)) {
            return "gone";
        }
        return model.outlives(day, parameters.horizonMonths()) ? "current" : "ending";
    }

    private static String kind(Model model) {
        if (model.openWeights()) {
            return "open";
        }
        return model.sizeClass() == SizeClass.SMALL ? "closed-small" : "closed-frontier";
    }
}
