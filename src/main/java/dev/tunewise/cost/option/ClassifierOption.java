package dev.tunewise.cost.option;

import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.workload.CostContext;
import java.util.Optional;

/** No language model at all: embeddings with a linear model, or boosted trees for numbers in a table. */
final class ClassifierOption {
    static void add(OptionList menu) {
        CostContext situation = menu.situation;
        boolean table = situation.facts.is("task", "tabular");
        boolean unsaid = !situation.facts.knows("task");
        if (!table && !unsaid && !situation.facts.is("task", "classification")) {
            menu.leaveOut("classifier", "A classifier", "The task is not a classification.");
            return;
        }
        boolean inHouse = situation.facts.mustSelfHost();
        OptionBuilder draft = new OptionBuilder(
                situation,
                "classifier",
                "classifier",
                table ? "Boosted trees" : "Embeddings with a linear classifier",
                table ? "gradient-boosted trees" : inHouse ? "a small open encoder" : "text-embedding-3-small");
        if (!table && !inHouse) {
            embedding(draft, situation);
        }
        keeping(draft, situation);
        draft.unmeasured("classifier_quality_shift");
        if (unsaid) {
            draft.waitsForTask = true;
            draft.note("Only where the task is to sort into fixed classes: say what the task is, and it competes.");
        }
        draft.note("The one-hour baseline to beat: train it on the labelled examples and measure it first.");
        menu.offer(draft);
    }

    /** A classifier that answers what it is sure of, in front of a model that gets the rest; empty where the task is none for it. */
    static Optional<OptionBuilder> before(CostContext situation, OptionBuilder model) {
        if (!situation.facts.is("task", "classification") || !model.isPriced()) {
            return Optional.empty();
        }
        OptionBuilder draft = new OptionBuilder(
                situation,
                "classifier-first:" + model.id.replaceFirst(".*:", ""),
                "classifier",
                "Classifier first, the rest to " + model.model,
                model.model);
        embedding(draft, situation);
        Formula rest = Formula.number(1).minus(situation.parameter("classifier_sure_share"));
        draft.perCall("What the classifier is not sure of", Formula.product(rest, model.perCallRun()));
        keeping(draft, situation);
        draft.setup("Engineering, model", situation.work("engineer_hours_switching"));
        draft.unmeasured("classifier_first_quality_shift");
        return Optional.of(draft);
    }

    private static void embedding(OptionBuilder draft, CostContext situation) {
        Formula price = PromptOptions.embedding(draft, situation);
        draft.perCall(
                "Embedding the input", Formula.product(situation.prompt.fresh.tokensAt(price), situation.retried));
    }

    private static void keeping(OptionBuilder draft, CostContext situation) {
        draft.monthly(Phase.RUN, "Machine", situation.parameter("classifier_host_usd_per_month"));
        draft.setup("Labels for missing examples", TrainingCosts.missingLabels(situation));
        draft.setup("Engineering", situation.work("engineer_hours_classifier"));
        draft.upkeep("Upkeep", situation.work("maintenance_hours_per_month_classifier"));
        draft.upkeep("Labels for retraining", TrainingCosts.refreshedLabels(situation));
    }
}
