package dev.tunewise.cost.workload;

import dev.tunewise.cost.formula.Formula;
import dev.tunewise.cost.formula.PriceName;
import dev.tunewise.money.Money;
import dev.tunewise.money.Range;
import dev.tunewise.price.name.ModelLookup;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.ModelKind;
import dev.tunewise.price.offer.OpenModel;
import dev.tunewise.price.offer.Provenance;
import dev.tunewise.price.offer.RetiredModel;
import dev.tunewise.price.offer.SizeClass;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The model in use today. One that is unknown or gone is placed by its size: its price is then a range over current models of that
 * size, and says so.
 *
 * @param model the model of the catalogue, or null when it is unknown
 * @param ownGpus the open model, where it runs on GPUs of the team's own, or null
 * @param size size class it belongs to or is placed in
 * @param placed whether its price is that of its size class
 * @param ended whether nobody can use it any more
 * @param input dollars per 1,000,000 input tokens
 * @param output dollars per 1,000,000 output tokens
 */
public record TodayModel(
        @Nullable Model model,
        @Nullable OpenModel ownGpus,
        String name,
        SizeClass size,
        boolean placed,
        boolean ended,
        Formula input,
        Formula output) {

    static TodayModel of(CostContext situation) {
        String said = situation.facts.choice("model").orElse("");
        if (said.isEmpty() || said.equalsIgnoreCase("unknown")) {
            situation.notes.add("The model is not known: it is costed at the prices of current medium-sized models.");
            return ofClass(situation, null, "a medium-sized model (assumed)", SizeClass.MEDIUM, false);
        }
        return switch (situation.catalogue.lookup(said, situation.today)) {
            case ModelLookup.Found(Model model, List<Model> others) -> found(situation, model, others);
            case ModelLookup.Ambiguous(List<Model> models) -> {
                SizeClass size = Objects.requireNonNullElse(models.getFirst().sizeClass(), SizeClass.MEDIUM);
                situation.notes.add("\"" + said + "\" fits several models: it is costed at the prices of current "
                        + size.label() + " models.");
                yield ofClass(situation, null, said, size, false);
            }
            case ModelLookup.Unknown(SizeClass size, List<Model> nearest, String gone) -> {
                SizeClass placed = size == null ? SizeClass.MEDIUM : size;
                situation.notes.add((gone.isEmpty() ? "\"" + said + "\" is not in the price catalogue" : gone)
                        + ": it is costed at the prices of current " + placed.label() + " models."
                        + (gone.isEmpty() ? "" : successors(nearest)));
                yield ofClass(situation, null, said, placed, gone.contains(RetiredModel.ENDED));
            }
        };
    }

    public boolean isPriced() {
        return model != null && !placed;
    }

    /** The current models that a team would move to from one that is gone. */
    private static String successors(List<Model> nearest) {
        return nearest.isEmpty()
                ? ""
                : " Nearest current of its class: " + nearest.getFirst().name() + "; say so if you use another.";
    }

    private static TodayModel found(CostContext situation, Model model, List<Model> others) {
        SizeClass size = Objects.requireNonNullElse(model.sizeClass(), SizeClass.MEDIUM);
        Optional<OpenModel> own = situation.catalogue.openModel(model.id());
        if (own.isPresent()) {
            Formula none = Formula.number(0);
            return new TodayModel(null, own.get(), model.name(), size, false, false, none, none);
        }
        if (!others.isEmpty()) {
            situation.notes.add("Taken as " + model.name() + "; say so if you meant another: "
                    + String.join(", ", others.stream().map(Model::name).toList()) + ".");
        }
        if (model.isShutDown(situation.today)) {
            situation.notes.add(model.ending(situation.today)
                    + ": try a current model first. It is costed at the prices of current " + size.label()
                    + " models." + successors(situation.catalogue.successors(model, situation.today)));
            return ofClass(situation, model, model.name(), size, true);
        }
        Money input = model.prices().input();
        Money output = model.prices().output();
        if (input == null || output == null) {
            situation.notes.add("The price of " + model.name() + " is not known: it is costed at the prices of current "
                    + size.label() + " models.");
            return ofClass(situation, model, model.name(), size, false);
        }
        if (!model.outlives(situation.today, situation.horizon)) {
            situation.notes.add(model.ending(situation.today)
                    + ", within the horizon: a move to another model is due whatever you decide.");
        }
        Formula none = Formula.number(0);
        return new TodayModel(model, null, model.name(), size, false, false, none, none).at(situation, 0);
    }

    /** The same at the prices of prompts of so many tokens. */
    TodayModel at(CostContext situation, double promptTokens) {
        if (model == null || placed) {
            return this;
        }
        ModelPrices prices = ModelPrices.of(situation, model, promptTokens);
        return new TodayModel(model, null, name, size, false, ended, prices.input(), prices.output());
    }

    private static TodayModel ofClass(
            CostContext situation, @Nullable Model model, String name, SizeClass size, boolean ended) {
        List<Model> peers = situation.catalogue.models(ModelKind.CHAT).stream()
                .filter(peer -> peer.sizeClass() == size && peer.current() && peer.isPriced() && !peer.openWeights())
                .filter(peer -> !peer.isShutDown(situation.today))
                .toList();
        String owner = size.label() + "-class";
        String title = "current " + size.label() + " models";
        return new TodayModel(
                model,
                null,
                name,
                size,
                true,
                ended,
                spread(situation, peers, peer -> peer.prices().input(), PriceName.tokens(owner, title, "input")),
                spread(situation, peers, peer -> peer.prices().output(), PriceName.tokens(owner, title, "output")));
    }

    private static Formula spread(
            CostContext situation, List<Model> peers, Function<Model, @Nullable Money> part, PriceName name) {
        List<BigDecimal> prices = peers.stream()
                .map(part)
                .filter(Objects::nonNull)
                .map(Money::amount)
                .sorted()
                .toList();
        Provenance oldest =
                Provenance.oldest(peers.stream().map(Model::provenance).toList());
        return situation.price(
                new Range(prices.getFirst(), prices.get(prices.size() / 2), prices.getLast()),
                name,
                Provenance.of(
                        "spread over " + peers.size() + " " + name.what().replaceFirst("^.* of ", "")
                                + " in the price catalogue",
                        oldest.asOfText()));
    }
}
