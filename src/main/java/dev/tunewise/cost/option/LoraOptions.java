package dev.tunewise.cost.option;

import dev.tunewise.cost.workload.CallTokens;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.cost.workload.ModelPrices;
import dev.tunewise.money.Money;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.OpenModel;
import dev.tunewise.price.offer.TuningOffer;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adapters on open weights: served by the token, on a dedicated endpoint, or on own GPUs; and the open model as it is. */
final class LoraOptions {
    private static final String LEVER = "fine-tune-lora";
    private static final double NARROW_BILLIONS = 16;

    static void add(OptionList menu) {
        CostContext situation = menu.situation;
        boolean inHouse = situation.facts.mustSelfHost();
        List<OpenModel> models = situation.catalogue.openModels().stream()
                .filter(OpenModel::isTunable)
                .filter(model ->
                        situation.facts.isNarrow() || model.paramsBillion().doubleValue() > NARROW_BILLIONS)
                .toList();
        for (OpenModel model : models) {
            if (!inHouse) {
                open(situation, model.serverlessOffers()).forEach(offer -> serverless(menu, model, offer));
                open(situation, model.dedicatedOffers())
                        .filter(offer -> offer.hosting().perHour() != null)
                        .min(Comparator.comparing(offer ->
                                Objects.requireNonNullElse(offer.hosting().perHour(), Money.ZERO)))
                        .ifPresent(offer -> dedicated(menu, model, offer));
            }
            ownGpus(menu, model);
            if (inHouse || situation.facts.flag("runs_gpus").orElse(false)) {
                untuned(menu, model);
            }
        }
    }

    /** Offers of these that a new customer can buy and that outlive the horizon. */
    private static Stream<TuningOffer> open(CostContext situation, List<String> offers) {
        return offers.stream()
                .flatMap(id -> situation.catalogue.offer(id).stream())
                .filter(offer -> offer.isOpen(situation.today, situation.horizon));
    }

    private static void serverless(OptionList menu, OpenModel model, TuningOffer offer) {
        CostContext situation = menu.situation;
        @Nullable
        Model base = offer.modelIds().stream()
                .flatMap(id -> situation.catalogue.model(id).stream())
                .findFirst()
                .orElse(null);
        OptionBuilder draft = new OptionBuilder(
                situation,
                "lora-serverless:" + model.id() + ":" + offer.id(),
                LEVER,
                "Adapter on " + model.name() + ", " + offer.provider() + " by the token",
                model.name());
        if (base == null && (offer.tunedInput() == null || offer.tunedOutput() == null)) {
            draft.missing.add("tokens of adapters on " + model.name() + " at " + offer.provider());
        } else if (base != null
                && base.contextWindow() != null
                && base.contextWindow() < situation.prompt.likelyTokens()) {
            menu.leaveOut(draft.id, draft.title, "The prompt is longer than its " + base.contextWindow() + " tokens.");
            return;
        } else if (base != null) {
            CallTokens tokens = situation.prompt.tuned();
            TokenLines.of(draft).plain(ModelPrices.of(situation, base, tokens.likelyInput()), tokens);
            draft.note(base.note());
        } else {
            HostedTuning.tunedTokens(draft, situation, offer, null);
        }
        draft.note(offer.note());
        TrainingCosts.add(draft, situation, HostedTuning.training(draft, situation, offer));
        menu.offer(draft);
    }

    private static void dedicated(OptionList menu, OpenModel model, TuningOffer offer) {
        CostContext situation = menu.situation;
        OptionBuilder draft = new OptionBuilder(
                situation,
                "lora-dedicated:" + model.id(),
                LEVER,
                "Adapter on " + model.name() + ", dedicated endpoint at " + offer.provider(),
                model.name());
        GpuServing.endpoint(draft, situation, model, offer);
        TrainingCosts.add(draft, situation, HostedTuning.training(draft, situation, offer));
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
        OptionBuilder draft = new OptionBuilder(situation, id, LEVER, title, model.name());
        GpuServing.own(draft, situation, model, situation.prompt.tuned());
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
        OptionBuilder draft = new OptionBuilder(situation, id, "self-host", title, model.name());
        GpuServing.own(draft, situation, model, situation.prompt.today());
        draft.setup("Engineering, prompt", situation.work("engineer_hours_prompting"));
        if (tried.equals("meets-target")) {
            draft.quality(situation.quality.measuredAtTarget());
        } else {
            draft.unmeasured("open_model_quality_shift");
        }
        menu.offer(draft);
    }
}
