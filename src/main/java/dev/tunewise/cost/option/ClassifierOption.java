package dev.tunewise.cost.option;

import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.workload.CostContext;

/** No language model at all: embeddings with a linear model, or boosted trees for numbers in a table. */
final class ClassifierOption {
    private ClassifierOption() {}

    static void add(OptionList menu) {
        CostContext situation = menu.situation;
        boolean table = situation.facts.is("task", "tabular");
        if (!table && !situation.facts.is("task", "classification")) {
            menu.leaveOut("classifier", "A classifier", "The task is not a classification.");
            return;
        }
        boolean inHouse = situation.facts.mustSelfHost();
        OptionBuilder draft = new OptionBuilder(
                "classifier",
                "classifier",
                table ? "Boosted trees" : "Embeddings with a linear classifier",
                table ? "gradient-boosted trees" : inHouse ? "a small open encoder" : "text-embedding-3-small");
        if (!table && !inHouse) {
            Formula price = PromptOptions.embedding(draft, situation);
            draft.perCall(
                    "Embedding the input", Formula.product(situation.prompt.fresh.tokensAt(price), situation.retried));
        }
        draft.monthly(Phase.RUN, "Machine", situation.parameter("classifier_host_usd_per_month"));
        draft.setup("Labels for missing examples", TrainingCosts.missingLabels(situation));
        draft.setup("Engineering", situation.work("engineer_hours_classifier"));
        draft.upkeep("Upkeep", situation.work("maintenance_hours_per_month_classifier"));
        draft.upkeep("Labels for retraining", TrainingCosts.refreshedLabels(situation));
        CommonCostLines.unmeasured(draft, situation, "classifier_quality_shift");
        draft.note("The one-hour baseline to beat: train it on the labelled examples and measure it first.");
        menu.offer(draft);
    }
}
