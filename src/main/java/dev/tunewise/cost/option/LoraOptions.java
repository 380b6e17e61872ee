package dev.tunewise.cost.option;

import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.cost.workload.ModelPrices;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.OpenModel;
import dev.tunewise.price.offer.TuningOffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adapters on open weights: served by the token, on a dedicated endpoint, or on own GPUs; and the open model as it is. */
final class LoraOptions {
    private static final String LEVER = "fine-tune-lora";
    private static final double NARROW_BILLIONS = 16;

    private LoraOptions() {}

    static void add(OptionList menu) {
        CostContext situation = menu.situation;
        boolean inHouse = situation.facts.mustSelfHost();
        List<OpenModel> models = situation.catalogue.openModels().stream()
                .filter(model ->
                        situation.facts.isNarrow() || model.paramsBillion().doubleValue() > NARROW_BILLIONS)
                .toList();
        for (OpenModel model : models) {
            if (!inHouse) {
                serverless(menu, model);
                dedicated(menu, model);
            }
            ownGpus(menu, model);
            if (inHouse) {
                untuned(menu, model);
            }
        }
    }

    private static void serverless(OptionList menu, OpenModel model) {
        CostContext situation = menu.situation;
        Optional<TuningOffer> offer = situation
                .catalogue
                .offer(model.serverlessOffer())
                .filter(found -> found.isOpen(situation.today, situation.horizon));
        if (offer.isEmpty()) {
            return;
        }
        @Nullable
        Model base = offer.get().modelIds().stream()
                .flatMap(id -> situation.catalogue.model(id).stream())
                .findFirst()
                .orElse(null);
        OptionBuilder draft = new OptionBuilder(
                "lora-serverless:" + model.id(),
                LEVER,
                "Adapter on " + model.name() + ", " + offer.get().provider() + " by the token",
                model.name());
        if (base == null) {
            draft.missing.add("tokens of " + model.name() + " at " + offer.get().provider());
        } else if (base.contextWindow() != null && base.contextWindow() < situation.prompt.likelyTokens()) {
            menu.leaveOut(draft.id, draft.title, "The prompt is longer than its " + base.contextWindow() + " tokens.");
            return;
        } else {
            CommonCostLines.tokens(
                    draft,
                    situation,
                    ModelPrices.of(situation, base, situation.prompt.likelyInput()),
                    situation.prompt.tunedInput);
            draft.note(base.note());
        }
        TrainingCosts.add(draft, situation, HostedTuning.training(draft, situation, offer.get()));
        menu.offer(draft);
    }

    private static void dedicated(OptionList menu, OpenModel model) {
        CostContext situation = menu.situation;
        Optional<TuningOffer> offer = situation
                .catalogue
                .offer(model.dedicatedOffer())
                .filter(found -> found.isOpen(situation.today, situation.horizon));
        if (offer.isEmpty()) {
            return;
        }
        OptionBuilder draft = new OptionBuilder(
                "lora-dedicated:" + model.id(),
                LEVER,
                "Adapter on " + model.name() + ", dedicated endpoint at "
                        + offer.get().provider(),
                model.name());
        GpuServing.endpoint(draft, situation, model, offer.get());
        TrainingCosts.add(draft, situation, HostedTuning.training(draft, situation, offer.get()));
        menu.offer(draft);
    }

    private static void ownGpus(OptionList menu, OpenModel model) {
        CostContext situation = menu.situation;
        String id = "lora-own-gpu:" + model.id();
        String title = "Adapter on " + model.name() + ", own GPUs";
        if (!situation.facts.mustSelfHost()
                && !situation.facts.flag("runs_gpus").orElse(true)) {
            menu.leaveOut(id, title, "You do not run GPUs.");
            return;
        }
        OptionBuilder draft = new OptionBuilder(id, LEVER, title, model.name());
        GpuServing.own(draft, situation, model, situation.prompt.tunedInput);
        TrainingCosts.add(draft, situation, GpuServing.training(draft, situation, model));
        menu.offer(draft);
    }

    private static void untuned(OptionList menu, OpenModel model) {
        CostContext situation = menu.situation;
        String id = "self-host:" + model.id();
        String title = model.name() + " as it is, own GPUs";
        String tried = situation.facts.choice("open_model").orElse("not-tried");
        if (tried.equals("falls-short")) {
            menu.leaveOut(id, title, "An untuned open model was tried, and it falls short.");
            return;
        }
        OptionBuilder draft = new OptionBuilder(id, "self-host", title, model.name());
        GpuServing.own(draft, situation, model, situation.prompt.input);
        draft.setup("Engineering, prompt", situation.work("engineer_hours_prompting"));
        if (tried.equals("meets-target")) {
            CommonCostLines.errors(draft, situation, situation.quality.measuredAtTarget());
        } else {
            CommonCostLines.unmeasured(draft, situation, "open_model_quality_shift");
        }
        menu.offer(draft);
    }
}
