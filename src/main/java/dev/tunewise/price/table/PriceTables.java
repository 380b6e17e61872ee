package dev.tunewise.price.table;

import dev.tunewise.diagnostics.Position;
import dev.tunewise.money.Money;
import dev.tunewise.money.MoneyFormat;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.figure.ImplausiblePrice;
import dev.tunewise.price.figure.PriceChange;
import dev.tunewise.price.figure.PriceFigures;
import dev.tunewise.price.file.PositionedJson;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.ModelKind;
import dev.tunewise.price.offer.Provenance;
import dev.tunewise.price.offer.TuningOffer;
import dev.tunewise.price.update.PriceImport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prices as plain text tables for a terminal. */
public final class PriceTables {
    private static final String UNKNOWN = "?";
    private static final PositionedJson.Obj NOTHING = new PositionedJson.Obj(Map.of(), new Position("", 1, 1));

    /** All models that a filter keeps, one line each, dollars per 1,000,000 tokens; old prices are marked. */
    public static String list(PriceCatalogue catalogue, Predicate<Model> filter, LocalDate today) {
        TextTable table = new TextTable("model", "provider", "in", "out", "cached", "batch in/out", "ends", "as of");
        catalogue.models().stream()
                .filter(filter)
                .forEach(model -> table.row(
                        model.id(),
                        model.provider(),
                        price(model.prices().input()),
                        model.kind() == ModelKind.EMBEDDING
                                ? "-"
                                : price(model.prices().output()),
                        price(model.prices().cachedInput()),
                        price(model.prices().batchInput()) + " / "
                                + price(model.prices().batchOutput()),
                        ends(model, today),
                        age(model.provenance(), today)));
        return table + "Dollars per 1,000,000 tokens. ? = unknown. (old) = more than " + Provenance.FRESH_DAYS
                + " days old on " + today + ": check before you rely on it.\n";
    }

    /** Everything known about one model: prices, tuning offers, age and source. */
    public static String show(PriceCatalogue catalogue, Model model, LocalDate today) {
        List<String> lines = new ArrayList<>();
        lines.add(model.name() + " (" + model.id() + ", " + model.provider() + ")");
        PriceFigures.of(catalogue.raw().models().getOrDefault(model.id(), NOTHING), PriceFigures.MODEL)
                .forEach((field, value) -> lines.add(field + ": " + value));
        if (!model.prices().batchBasis().isEmpty()) {
            lines.add("batch price: " + model.prices().batchBasis());
        }
        if (model.isShutDown(today)) {
            lines.add("This model ended on " + model.shutdown() + ".");
        }
        if (!model.tuning().availability().isEmpty()) {
            lines.add("tuning: " + model.tuning().availability());
        }
        catalogue.offers().stream()
                .filter(offer -> offer.modelIds().contains(model.id()))
                .forEach(offer -> lines.add("offer " + offer(offer)));
        if (!model.note().isEmpty()) {
            lines.add("note: " + model.note());
        }
        String asOf = model.provenance().asOfText();
        lines.add("source: " + model.provenance().source() + (asOf.isEmpty() ? ", without a date" : ", as of " + asOf));
        model.provenance().warning(today).ifPresent(lines::add);
        return String.join("\n  ", lines) + "\n";
    }

    public static String offers(PriceCatalogue catalogue, LocalDate today) {
        TextTable table =
                new TextTable("offer", "method", "training", "tuned in/out", "hosting", "new customers", "as of");
        catalogue
                .offers()
                .forEach(offer -> table.row(
                        offer.id(),
                        offer.method(),
                        training(offer.training()),
                        tuned(offer),
                        hosting(offer.hosting()),
                        offer.openToNew() ? "yes" : "no",
                        age(offer.provenance(), today)));
        return table.toString();
    }

    /** Changed figures, one line each. */
    public static String changes(List<PriceChange> changes) {
        if (changes.isEmpty()) {
            return "No figure differs.\n";
        }
        TextTable table = new TextTable("entry", "figure", "before", "after");
        changes.forEach(change -> table.row(
                change.model(),
                change.field(),
                change.before().isEmpty() ? UNKNOWN : change.before(),
                change.after().isEmpty() ? UNKNOWN : change.after()));
        return table.toString();
    }

    /** What is odd about an import, and how to take it nevertheless; empty when nothing is. */
    public static String refusal(List<ImplausiblePrice> odd) {
        if (odd.isEmpty()) {
            return "";
        }
        String names = odd.stream()
                .map(price -> price.change().model())
                .distinct()
                .map(model -> "--confirm " + model)
                .collect(Collectors.joining(" "));
        return odd.stream().map(price -> price.message() + "\n").collect(Collectors.joining())
                + "Nothing was written. Compare with the vendor's price list; what is right after all is taken with "
                + names
                + ".\n";
    }

    public static String summary(PriceImport plan) {
        List<String> lines = new ArrayList<>();
        lines.add("Read " + plan.keys() + " keys, as of " + plan.asOf() + ".");
        int changes = plan.changes().size();
        int same = plan.unchanged().size();
        lines.add(changes
                + (changes == 1 ? " figure changes, " : " figures change, ")
                + same
                + (same == 1 ? " model stays as it is." : " models stay as they are."));
        if (!plan.newer().isEmpty()) {
            lines.add("Kept, because the price here is newer: " + String.join(", ", plan.newer()) + ".");
        }
        if (!plan.lacking().isEmpty()) {
            lines.add("Kept, because LiteLLM lacks them: " + String.join(", ", plan.lacking()) + ".");
        }
        if (!plan.added().isEmpty()) {
            lines.add("Added: " + String.join(", ", plan.added()) + ".");
        }
        lines.add("Training prices, GPUs and vector stores are not in LiteLLM's file and stay as they are.");
        return String.join("\n", lines) + "\n" + changes(plan.changes());
    }

    private static String offer(TuningOffer offer) {
        return offer.id() + ": training " + training(offer.training()) + ", tuned " + tuned(offer) + ", hosting "
                + hosting(offer.hosting()) + "; " + offer.availability();
    }

    private static String training(TuningOffer.Training training) {
        if (training.low() == null || training.high() == null) {
            return UNKNOWN;
        }
        String price = training.low().equals(training.high())
                ? price(training.low())
                : price(training.low()) + " to " + price(training.high());
        return price + (training.perMillionTokens() ? " per 1M" : " " + training.unit());
    }

    private static String tuned(TuningOffer offer) {
        return offer.basePrice() ? "base price" : price(offer.tunedInput()) + " / " + price(offer.tunedOutput());
    }

    private static String hosting(TuningOffer.Hosting hosting) {
        return hosting.text().isEmpty() ? UNKNOWN : hosting.text();
    }

    static String age(Provenance provenance, LocalDate today) {
        return provenance.asOfText().isEmpty()
                ? "undated"
                : provenance.asOfText() + (provenance.isStale(today) ? " (old)" : "");
    }

    private static String ends(Model model, LocalDate today) {
        return model.shutdown() == null ? "" : model.shutdown() + (model.isShutDown(today) ? " gone" : "");
    }

    private static String price(@Nullable Money price) {
        return price == null ? UNKNOWN : MoneyFormat.exact(price);
    }
}
