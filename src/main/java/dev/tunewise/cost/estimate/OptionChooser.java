package dev.tunewise.cost.estimate;

import dev.tunewise.cost.estimate.OptionChoice.Fitness;
import dev.tunewise.cost.option.OptionBuilder;
import dev.tunewise.cost.option.OptionFormulas;
import dev.tunewise.cost.option.TodayOptions;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.simulation.Draws;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.cost.workload.Quality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses among the options of a case; how is told at {@link OptionChoice}. */
final class OptionChooser {
    private static final List<String> SETTINGS = List.of(
            "wanted_probability",
            "tie_share",
            "tie_usd_per_year",
            "quality_tolerance",
            "project_hours_per_week",
            EstimateCalculation.DISCOUNT,
            EstimateCalculation.DROP);

    private static final Set<String> TOLD = Set.of(TodayOptions.TODAY, "classifier");

    /** Reasons of our own beside the ids of rules. */
    static final String NO_PRICE = "no-price";

    static final String MODEL_ENDS = "model-ends";
    static final String MUST_STAY_IN_HOUSE = "must-stay-in-house";
    static final String TASK_UNSAID = "task-unsaid";
    static final String DOES_NOT_PAY_BACK = "does-not-pay-back";
    static final String TARGET_COSTS_MORE = "target-costs-more-than-its-errors";

    private final CostContext situation;
    private final CostCase facts;
    private final List<OptionBuilder> drafts;
    private final Map<String, OptionFormulas> costings;
    private final Draws draws;
    private final Map<String, Double> totals = new HashMap<>();
    private final IdentityHashMap<Quality.Level, Double> chances = new IdentityHashMap<>();
    private final double wanted;
    private final double tieShare;
    private final double tieOverHorizon;
    private final double tolerance;

    OptionChooser(
            CostContext situation,
            CostCase facts,
            List<OptionBuilder> drafts,
            Collection<OptionFormulas> priced,
            Draws draws) {
        this.situation = situation;
        this.facts = facts;
        this.drafts = drafts;
        this.draws = draws;
        costings = new LinkedHashMap<>();
        priced.forEach(costing -> costings.put(costing.draft().id, costing));
        wanted = setting("wanted_probability");
        tieShare = setting("tie_share");
        tieOverHorizon = setting("tie_usd_per_year") * situation.horizon / 12;
        tolerance = setting("quality_tolerance");
    }

    /** Looks up all settings that an estimate reads, so that several threads may then choose in one context. */
    static void readSettings(CostContext situation) {
        SETTINGS.forEach(situation::setting);
    }

    /** Says whether the best way is one with training, and nothing else. */
    boolean recommendsTraining() {
        Map<String, List<String>> excluded = excluded();
        List<OptionRow> rows = rows(excluded, false);
        return picker().pick(open(rows, excluded), rows.getFirst()).best().trains();
    }

    /** Today's row first; `barred`: with all that are barred, of which else only those are there that texts tell of. */
    private List<OptionRow> rows(Map<String, List<String>> excluded, boolean barred) {
        return costings.values().stream()
                .map(OptionFormulas::draft)
                .filter(draft -> barred || TOLD.contains(draft.id) || isFree(draft.id, excluded))
                .map(this::row)
                .toList();
    }

    private Map<String, List<String>> excluded() {
        Map<String, List<String>> excluded = new LinkedHashMap<>();
        drafts.forEach(draft -> excluded.put(draft.id, barred(draft)));
        return excluded;
    }

    private static List<OptionRow> open(List<OptionRow> rows, Map<String, List<String>> excluded) {
        return rows.stream().filter(row -> isFree(row.id(), excluded)).toList();
    }

    /** How much of a choice is worked out. */
    enum Extent {
        /** The best option without the next one, and whether each is open, what it costs and its chance. */
        BEST,
        /** All that a table tells of each option. */
        TABLE,
        /** That, how sure the choice is, and what training needs to pay. */
        ALL
    }

    OptionChoice choose(Extent extent) {
        boolean brief = extent == Extent.BEST;
        boolean alone = extent != Extent.ALL;
        Map<String, List<String>> excluded = excluded();
        List<OptionRow> rows = rows(excluded, !brief);
        List<OptionRow> open = open(rows, excluded);
        // What nobody said may yet make a rival of a row that waits for it: it never makes the best one surer.
        List<OptionRow> others = rows.stream()
                .filter(row -> !brief && (isFree(row.id(), excluded) || row.draft().waitsForTask))
                .collect(Collectors.toCollection(ArrayList::new));
        OptionPicker picker = picker();
        OptionPicker.Pick pick = picker.pick(open, rows.getFirst());
        pick.tooDear().forEach((id, reason) -> excluded.put(id, List.of(reason)));
        OptionRow best = pick.best();
        others.remove(best);
        List<OptionRow> rivals = others.stream()
                .filter(row -> pick.meeting().isEmpty() || row.meets() >= wanted || row.trains() != best.trains())
                .toList();
        // Where nobody said how right today's answers are, any other is a rival in the cases in which it meets the
        // target.
        List<OptionRow> perhaps = facts.knows("quality_now") ? rivals : others;
        Optional<OptionRow> second = OptionPicker.cheapest(rivals.stream()
                .filter(row -> isFree(row.id(), excluded) && (row.total() >= best.total() || picker.tied(row, best))));
        return new OptionChoice(
                best.id(),
                alone ? 0 : picker.holds(best, perhaps, row -> whole(row, row == best || rivals.contains(row))),
                second.filter(row -> picker.tied(row, best)).isPresent(),
                second.map(row -> new OptionChoice.RunnerUp(
                                row.id(), (row.total() - best.total()) * 12 / situation.horizon))
                        .orElse(null),
                wanted,
                alone ? null : new TrainingComparison(situation, draws).of(best, open, pick.untrained(), picker(true)),
                alone || facts.knows("error_cost")
                        ? null
                        : new ErrorCostCrossover(situation, draws, picker(true)).of(best, open),
                fitness(excluded, brief));
    }

    private static boolean isFree(String option, Map<String, List<String>> excluded) {
        return excluded.getOrDefault(option, List.of()).isEmpty();
    }

    /** Why an option may not be recommended whatever it costs. */
    private List<String> barred(OptionBuilder draft) {
        List<String> reasons = new ArrayList<>(facts.excluded(draft.lever));
        reasons.removeIf(id -> !facts.excluded(id).isEmpty()
                && drafts.stream().noneMatch(other -> facts.excluded(id).contains(other.lever)));
        if (!draft.isPriced()) {
            reasons.add(NO_PRICE);
        }
        if (draft.waitsForTask) {
            reasons.add(TASK_UNSAID);
        }
        boolean ends = situation.model.ended()
                || (situation.model.model() != null
                        && !situation.model.model().outlives(situation.today, situation.horizon));
        if (ends && situation.model.name().equals(draft.model)) {
            reasons.add(MODEL_ENDS);
        }
        if (facts.mustSelfHost() && situation.model.model() != null && draft == drafts.getFirst()) {
            reasons.add(MUST_STAY_IN_HOUSE);
        }
        return reasons;
    }

    /** Picks with the cost of a wrong answer that is known, or its range. */
    private OptionPicker picker() {
        return picker(situation.quality.perError() != null);
    }

    private OptionPicker picker(boolean counted) {
        return new OptionPicker(wanted, tieShare, tieOverHorizon, counted, facts.is("stronger_model", "meets-target"));
    }

    /** Its total in each case with what wrong answers may cost where no total counts them; infinite where it counts only if it meets the target and does not. */
    private double[] whole(OptionRow row, boolean always) {
        double[] whole =
                draws.withUncounted(row.totals(), situation.horizon, row.draft().level, drafts.getFirst().level);
        double[] margin = draws.of(row.draft().level).margin();
        double[] counted = always ? whole : whole.clone();
        if (!always) {
            Arrays.setAll(counted, at -> margin[at] < -tolerance ? Double.POSITIVE_INFINITY : whole[at]);
        }
        return counted;
    }

    private Map<String, Fitness> fitness(Map<String, List<String>> excluded, boolean brief) {
        Map<String, Fitness> fitness = new LinkedHashMap<>();
        double perWeek = setting("project_hours_per_week");
        Draws.Shares today = draws.of(drafts.getFirst().level);
        IdentityHashMap<Quality.Level, Double> falls = new IdentityHashMap<>();
        for (OptionBuilder draft : drafts) {
            List<String> reasons = excluded.getOrDefault(draft.id, List.of());
            double hours = brief ? 0 : draft.effortHours();
            fitness.put(
                    draft.id,
                    new Fitness(
                            draft.lever,
                            draft.title,
                            reasons.isEmpty(),
                            reasons,
                            totals.getOrDefault(draft.id, draft.isPriced() ? Double.POSITIVE_INFINITY : Double.NaN),
                            draft.isPriced() && !brief
                                    ? draws.median(draws.of(draft.id).totalWithoutErrors(situation.horizon))
                                    : Double.NaN,
                            chance(draft),
                            brief
                                    ? 0
                                    : falls.computeIfAbsent(
                                            draft.level,
                                            level -> draws.of(level).fallsShortOf(today, tolerance)),
                            hours,
                            hours / perWeek,
                            brief ? LockIn.NONE : LockIn.of(draft.lever)));
        }
        return fitness;
    }

    private OptionRow row(OptionBuilder draft) {
        double[] drawn = draws.of(draft.id).total(situation.horizon);
        double median = draws.medianTotal(draft.id, situation.horizon);
        totals.put(draft.id, median);
        return new OptionRow(draft, median, drawn, chance(draft), OptionRow.place(draft.lever));
    }

    /** The chance to meet the target. */
    private double chance(OptionBuilder draft) {
        return chances.computeIfAbsent(draft.level, level -> draws.of(level).reaches(-tolerance));
    }

    private double setting(String key) {
        return situation.setting(key).likely().doubleValue();
    }
}
