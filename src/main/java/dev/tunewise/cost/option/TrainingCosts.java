package dev.tunewise.cost.option;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.Formula.Leaf;
import dev.tunewise.cost.formula.Formula.Named;
import dev.tunewise.cost.workload.CostContext;
import java.util.Optional;

/** Set-up and upkeep that every trained option has. */
final class TrainingCosts {
    /** Labels for the examples that are missing; existing ones cost nothing once they are verified. */
    static Formula missingLabels(CostContext situation) {
        Formula needed = situation.parameter("training_examples");
        Optional<Leaf> have = usable(situation);
        Formula missing = have.isPresent() ? needed.minus(have.get()).atLeast(0).counted("missing examples") : needed;
        return labels(situation, missing);
    }

    /** Examples labelled again for each retraining, by the month. */
    static Formula refreshedLabels(CostContext situation) {
        return Formula.product(
                perMonth(situation),
                labels(
                        situation,
                        Formula.product(
                                situation.parameter("training_examples"), situation.parameter("label_refresh_share"))));
    }

    /** Tokens of one training run. */
    static Named tokensPerRun(CostContext situation) {
        Formula needed = situation.parameter("training_examples");
        Optional<Leaf> have = usable(situation);
        Formula examples = have.isPresent() ? Formula.larger(have.get(), needed).counted("training examples") : needed;
        return Formula.product(
                        examples, situation.parameter("tokens_per_training_example"), situation.parameter("epochs"))
                .counted("training tokens a run");
    }

    /** The lines of set-up and upkeep of a tuned model, given what one training run costs. */
    static void add(OptionBuilder draft, CostContext situation, Formula run) {
        draft.setup("Labels for missing examples", missingLabels(situation));
        draft.setup("Labels for missing evaluation items", missingEvaluationItems(situation));
        draft.setup("Training", Formula.product(situation.parameter("training_runs"), run));
        draft.setup("Evaluating each run", Formula.product(situation.parameter("training_runs"), draft.evaluation()));
        draft.setup("Engineering", situation.work("engineer_hours_fine_tuning"));
        draft.upkeep("Retraining", Formula.product(perMonth(situation), run));
        draft.upkeep("Labels for retraining", refreshedLabels(situation));
        draft.upkeep(
                "Evaluation runs", Formula.product(situation.parameter("eval_runs_per_month"), draft.evaluation()));
        draft.upkeep("Keeping model, data set and evaluation", situation.work("maintenance_hours_per_month_tuned"));
        draft.quality(situation.quality.tuned());
        if (situation.facts.qualityMatters()) {
            draft.note("Training may bring nothing, or make things worse; only a trial on your items shows which.");
        }
        if (situation.facts.knows("examples") && usable(situation).isEmpty()) {
            draft.note("The labels are not verified: all examples needed are labelled again.");
        }
    }

    private static Formula missingEvaluationItems(CostContext situation) {
        Formula needed = situation.parameter("eval_items");
        Optional<Leaf> have =
                situation.fact("eval_items", CostInput.Kind.COUNT, "evaluation items there", "items there");
        return labels(
                situation,
                have.isPresent() ? needed.minus(have.get()).atLeast(0).counted("missing items") : needed);
    }

    private static Formula labels(CostContext situation, Formula count) {
        return Formula.product(
                count,
                situation.parameter("label_usd_each"),
                Formula.sum(Formula.number(1), situation.parameter("labels_overhead_share")));
    }

    private static Formula perMonth(CostContext situation) {
        return situation.parameter("retrains_per_year").over(Formula.number(12));
    }

    /** Examples that need no new label; labels that nobody verified do not count. */
    private static Optional<Leaf> usable(CostContext situation) {
        boolean doubtful = situation.facts.labelsAreDoubtful();
        return doubtful
                ? Optional.empty()
                : situation.fact("examples", CostInput.Kind.COUNT, "labelled examples there", "examples there");
    }
}
