package dev.tunewise.cost.option;

import dev.tunewise.cost.formula.CostInput;
import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.PriceName;
import dev.tunewise.cost.workload.CallTokens;
import dev.tunewise.cost.workload.CostContext;
import dev.tunewise.money.Money;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.SizeClass;
import dev.tunewise.price.offer.TuningOffer;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A vendor's own model, tuned and served by the vendor, where a newcomer may still buy it and it outlives the horizon. */
final class HostedTuning {
    private static final String LEVER = "fine-tune-api";

    static void add(OptionList menu) {
        for (TuningOffer offer : menu.situation.catalogue.offers()) {
            switch (offer.kind()) {
                case HOSTED -> hosted(menu, offer);
                case HOSTED_CLASSIFIER -> classifier(menu, offer);
                case OPEN_WEIGHTS -> {}
            }
        }
    }

    private static void hosted(OptionList menu, TuningOffer offer) {
        CostContext situation = menu.situation;
        String title = "Tuned " + name(situation, offer) + ", " + offer.provider();
        if (!offer.isOpen(situation.today, situation.horizon)) {
            menu.leaveOut(
                    offer.id(),
                    title,
                    "Not available to a new customer for " + situation.horizon + " months: " + offer.availability()
                            + ".");
            return;
        }
        List<Model> models = offer.modelIds().stream()
                .flatMap(id -> situation.catalogue.model(id).stream())
                .toList();
        List<Model> lasting = models.stream()
                // A vendor's end holds for what it sells itself: another cloud keeps the same model to a day of its
                // own.
                .filter(model -> !model.provider().equalsIgnoreCase(offer.provider())
                        || model.outlives(situation.today, situation.horizon))
                .toList();
        if (!models.isEmpty() && lasting.isEmpty()) {
            Model gone = models.getFirst();
            menu.leaveOut(offer.id(), title, gone.name() + " ends on " + gone.shutdown() + ", within the horizon.");
            return;
        }
        @Nullable Model base = preferred(situation, lasting).orElse(null);
        OptionBuilder draft =
                new OptionBuilder(situation, offer.id(), LEVER, title, base == null ? offer.baseModel() : base.name());
        tunedTokens(draft, situation, offer, base);
        hosting(draft, situation, offer);
        TrainingCosts.add(draft, situation, training(draft, situation, offer));
        draft.note(offer.note());
        menu.offer(draft);
    }

    /** The name for people of what is tuned; price lists often have its id only. */
    private static String name(CostContext situation, TuningOffer offer) {
        return situation.catalogue.model(offer.baseModel()).map(Model::name).orElse(offer.baseModel());
    }

    private static void classifier(OptionList menu, TuningOffer offer) {
        CostContext situation = menu.situation;
        if (!situation.facts.is("task", "classification") || !offer.isOpen(situation.today, situation.horizon)) {
            return;
        }
        OptionBuilder draft = new OptionBuilder(
                situation, offer.id(), LEVER, "Classifier trained by " + offer.provider(), offer.baseModel());
        tunedTokens(draft, situation, offer, null);
        hosting(draft, situation, offer);
        TrainingCosts.add(draft, situation, training(draft, situation, offer));
        menu.offer(draft);
    }

    /** Small for a narrow task, else medium: stable, and not the frontier. */
    private static Optional<Model> preferred(CostContext situation, List<Model> models) {
        SizeClass wanted = situation.facts.isNarrow() ? SizeClass.SMALL : SizeClass.MEDIUM;
        return models.stream()
                .min(Comparator.comparing((Model model) -> model.sizeClass() != wanted)
                        .thenComparing(model -> Objects.requireNonNullElse(model.sizeClass(), SizeClass.MEDIUM)));
    }

    static void tunedTokens(OptionBuilder draft, CostContext situation, TuningOffer offer, @Nullable Model base) {
        Money input = offer.tunedInput();
        Money output = offer.tunedOutput();
        if (offer.basePrice() && base != null) {
            input = base.prices().input();
            output = base.prices().output();
        }
        String owner = offer.id() + ":tuned";
        String name = "tuned " + (base == null ? offer.baseModel() : base.name());
        Formula inputPrice = draft.price(input, PriceName.tokens(owner, name, "input"), offer.provenance());
        Formula outputPrice = draft.price(output, PriceName.tokens(owner, name, "output"), offer.provenance());
        CallTokens tokens = situation.prompt.tuned();
        TokenLines.of(draft)
                .plain(
                        situation.discounted(inputPrice, offer.provider()),
                        situation.discounted(outputPrice, offer.provider()),
                        tokens);
    }

    /** Keeping the model up; where the vendor bills it by the hour without a public price, that is missing. */
    static void hosting(OptionBuilder draft, CostContext situation, TuningOffer offer) {
        TuningOffer.Hosting hosting = offer.hosting();
        if (hosting.perHour() != null) {
            Formula hour = draft.price(hosting.perHour(), hostingName(offer, "an hour"), offer.provenance());
            draft.monthly(Phase.RUN, "Hosting", Formula.product(hour, situation.parameter("hours_per_month")));
        } else if (hosting.perMonth() != null) {
            draft.monthly(
                    Phase.RUN,
                    "Hosting",
                    draft.price(hosting.perMonth(), hostingName(offer, "a month"), offer.provenance()));
        } else if (hosting.text().contains("hourly")) {
            draft.missing.add("hosting by the hour at " + offer.provider());
        }
    }

    private static PriceName hostingName(TuningOffer offer, String unit) {
        return new PriceName(
                "price:" + offer.id() + ":hosting", "hosting at " + offer.provider(), CostInput.Kind.MONEY, unit);
    }

    static Formula training(OptionBuilder draft, CostContext situation, TuningOffer offer) {
        TuningOffer.Training training = offer.training();
        String what = "training of " + name(situation, offer) + " at " + offer.provider();
        if (training.low() == null || !training.perMillionTokens()) {
            draft.missing.add(what);
            return Formula.number(0);
        }
        Formula price = draft.price(
                training.low(),
                new PriceName("price:" + offer.id() + ":training", what, CostInput.Kind.PER_MILLION, "training tokens"),
                offer.provenance());
        Formula tokens = TrainingCosts.tokensPerRun(situation);
        if (training.unit().contains("validation")) {
            Formula validation = Formula.product(
                    situation.parameter("eval_items"), situation.parameter("tokens_per_training_example"));
            tokens = Formula.sum(tokens, validation).counted("training and validation tokens a run");
        }
        Formula run = tokens.tokensAt(situation.discounted(price, offer.provider()));
        Money minimum = training.minimum();
        return minimum == null
                ? run
                : Formula.larger(
                        run,
                        draft.price(
                                minimum,
                                new PriceName(
                                        "price:" + offer.id() + ":minimum",
                                        "least of a " + what,
                                        CostInput.Kind.MONEY,
                                        "a run"),
                                offer.provenance()));
    }
}
