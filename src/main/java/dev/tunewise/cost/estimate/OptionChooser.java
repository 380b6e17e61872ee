package dev.tunewise.cost.estimate;

import dev.tunewise.cost.estimate.OptionChoice.Fitness;
import dev.tunewise.cost.option.OptionBuilder;
import dev.tunewise.cost.option.OptionFormulas;
import dev.tunewise.cost.parameter.CostCase;
import dev.tunewise.cost.simulation.Draws;
import dev.tunewise.cost.workload.CostContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses among the options of a case; how is told at {@link OptionChoice}. */
final class OptionChooser {
    private static final double MORE_LIKELY_THAN_NOT = 0.5;
    private static final List<String> SETTINGS = List.of(
            "wanted_probability", "tie_share", "tie_usd_per_year", "quality_tolerance", "project_hours_per_week");

    /** With fewer draws only the best option is looked for, and how it stands. */
    static final int SURE = 500;

    /** Reasons of our own beside the ids of rules. */
    static final String NO_PRICE = "no-price";

    static final String MODEL_ENDS = "model-ends";
    static final String MUST_STAY_IN_HOUSE = "must-stay-in-house";
    static final String DOES_NOT_PAY_BACK = "does-not-pay-back";
    static final String TARGET_COSTS_MORE = "target-costs-more-than-its-errors";

    private final CostContext situation;
    private final CostCase facts;
    private final List<OptionBuilder> drafts;
    private final Map<String, OptionFormulas> costings;
    private final Draws draws;
    private final Map<String, Double> totals = new HashMap<>();
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

    /** Looks up all settings that a choice reads, so that several threads may then choose in one context. */
    static void readSettings(CostContext situation) {
        SETTINGS.forEach(situation::setting);
    }

    /** The choice; to look for the volume from which training pays takes as long as all the rest. */
    OptionChoice choose(boolean findsVolume) {
        Map<String, List<String>> excluded = new LinkedHashMap<>();
        drafts.forEach(draft -> excluded.put(draft.id, barred(draft)));
        List<OptionRow> rows =
                costings.values().stream().map(costing -> row(costing.draft())).toList();
        List<OptionRow> open =
                rows.stream().filter(row -> isFree(row, excluded)).toList();
        Optional<OptionRow> untrained = reference(open);
        for (OptionRow row : open) {
            tooDear(row, open, untrained).ifPresent(reason -> excluded.put(row.id(), List.of(reason)));
        }
        List<OptionRow> eligible =
                open.stream().filter(row -> isFree(row, excluded)).toList();
        List<OptionRow> meeting = eligible.stream().filter(this::meets).toList();
        List<OptionRow> candidates =
                !meeting.isEmpty() ? meeting : !eligible.isEmpty() ? eligible : List.of(rows.getFirst());
        OptionRow lowest = cheapest(candidates.stream()).orElseThrow();
        OptionRow best = candidates.stream()
                .filter(row -> tied(row, lowest))
                .min(Comparator.comparingInt(OptionRow::rung).thenComparingDouble(OptionRow::total))
                .orElseThrow();
        List<OptionRow> rivals = open.stream()
                .filter(row -> row != best)
                .filter(row -> meeting.isEmpty() || meets(row) || row.trains() != best.trains())
                .toList();
        Optional<OptionRow> second = cheapest(
                rivals.stream().filter(row -> row.total() >= best.total() || isFree(row, excluded) && tied(row, best)));
        boolean brief = draws.samples() < SURE;
        return new OptionChoice(
                best.id(),
                brief ? 0 : probability(best, rivals),
                second.filter(row -> tied(row, best)).isPresent(),
                second.map(row -> new OptionChoice.RunnerUp(
                                row.id(), (row.total() - best.total()) * 12 / situation.horizon))
                        .orElse(null),
                wanted,
                brief
                        ? null
                        : new TrainingComparison(situation, costings, draws, findsVolume).of(best, open, untrained),
                brief || facts.knows("error_cost") ? null : new ErrorCostTurn(situation, draws).of(best, open),
                fitness(excluded));
    }

    /** The cheapest way without training; where wrong answers are not counted, of those that are as good as is wanted. */
    private Optional<OptionRow> reference(List<OptionRow> open) {
        List<OptionRow> untrained = open.stream().filter(row -> !row.trains()).toList();
        Optional<OptionRow> good = situation.quality.perError() == null
                ? cheapest(untrained.stream().filter(this::meets))
                : Optional.empty();
        return good.or(() -> cheapest(untrained.stream()));
    }

    private static boolean isFree(OptionRow row, Map<String, List<String>> excluded) {
        return excluded.getOrDefault(row.id(), List.of()).isEmpty();
    }

    /** Why an option may not be recommended whatever it costs. */
    private List<String> barred(OptionBuilder draft) {
        List<String> reasons = new ArrayList<>(facts.excluded(draft.lever));
        if (!draft.isPriced()) {
            reasons.add(NO_PRICE);
        }
        boolean ends = situation.model.model() != null
                && !situation.model.model().outlives(situation.today, situation.horizon)
                && situation.model.name().equals(draft.model);
        if (ends) {
            reasons.add(MODEL_ENDS);
        }
        if (facts.mustSelfHost() && situation.model.model() != null && draft == drafts.getFirst()) {
            reasons.add(MUST_STAY_IN_HOUSE);
        }
        return reasons;
    }

    /**
     * Why an option is not worth its money: training that costs more than the best without it, or does so in most cases, or meeting the target at more than the errors
     * avoided are worth, as the cheapest way without training shows, unless the team accepts the price.
     */
    private Optional<String> tooDear(OptionRow row, List<OptionRow> open, Optional<OptionRow> untrained) {
        if (row.trains()) {
            return untrained
                    .filter(other -> row.total() >= other.total() || row.cheaperThan(other) < MORE_LIKELY_THAN_NOT)
                    .map(_ -> DOES_NOT_PAY_BACK);
        }
        boolean accepted = row.draft().lever.equals("stronger-model") && facts.is("stronger_model", "meets-target");
        boolean counted = situation.quality.perError() != null && !accepted && meets(row);
        return counted
                ? untrained.filter(other -> !meets(other) && !tied(row, other)).map(_ -> TARGET_COSTS_MORE)
                : Optional.empty();
    }

    private double probability(OptionRow best, List<OptionRow> rivals) {
        int holds = 0;
        for (int i = 0; i < draws.samples(); i++) {
            double least = Double.POSITIVE_INFINITY;
            OptionRow lowest = best;
            for (OptionRow rival : rivals) {
                if (rival.totals()[i] < least) {
                    least = rival.totals()[i];
                    lowest = rival;
                }
            }
            holds += lowest == best || best.totals()[i] - least <= apart(lowest, least) ? 1 : 0;
        }
        return holds / (double) draws.samples();
    }

    private Map<String, Fitness> fitness(Map<String, List<String>> excluded) {
        Map<String, Fitness> fitness = new LinkedHashMap<>();
        double perWeek = setting("project_hours_per_week");
        double[] today = draws.of(drafts.getFirst().level).margin();
        for (OptionBuilder draft : drafts) {
            List<String> reasons = excluded.getOrDefault(draft.id, List.of());
            double hours = draft.effortHours();
            double[] margin = draws.of(draft.level).margin();
            int worse = 0;
            for (int i = 0; i < margin.length; i++) {
                worse += margin[i] < today[i] - tolerance ? 1 : 0;
            }
            fitness.put(
                    draft.id,
                    new Fitness(
                            draft.lever,
                            draft.title,
                            reasons.isEmpty(),
                            reasons,
                            totals.getOrDefault(draft.id, Double.NaN),
                            draft.isPriced() && draws.samples() >= SURE
                                    ? draws.median(draws.of(draft.id).totalWithoutErrors(situation.horizon))
                                    : Double.NaN,
                            chance(draft),
                            worse / (double) margin.length,
                            hours,
                            hours / perWeek,
                            LockIn.of(draft.lever)));
        }
        return fitness;
    }

    private OptionRow row(OptionBuilder draft) {
        double[] drawn = draws.of(draft.id).total(situation.horizon);
        double median = draws.median(drawn);
        totals.put(draft.id, median);
        return new OptionRow(draft, median, drawn, chance(draft), OptionRow.place(draft.lever));
    }

    /** The chance to meet the target. */
    private double chance(OptionBuilder draft) {
        return draws.of(draft.level).reaches(-tolerance);
    }

    private boolean meets(OptionRow row) {
        return row.meets() >= wanted;
    }

    private boolean tied(OptionRow one, OptionRow other) {
        OptionRow lower = one.total() <= other.total() ? one : other;
        return Math.abs(one.total() - other.total()) <= apart(lower, lower.total());
    }

    /**
     * How far two totals may be apart to count as even: by a share of the lower one and by an amount. A cost of errors that nobody gave does not
     * widen the share.
     */
    private double apart(OptionRow lower, double total) {
        boolean given = situation.quality.perError() == null || situation.quality.isErrorCostKnown();
        double base = given ? total : draws.median(draws.of(lower.id()).totalWithoutErrors(situation.horizon));
        return Math.min(tieShare * base, tieOverHorizon);
    }

    private double setting(String key) {
        return situation.setting(key).likely().doubleValue();
    }

    static Optional<OptionRow> cheapest(Stream<OptionRow> rows) {
        return rows.min(Comparator.comparingDouble(OptionRow::total));
    }
}
