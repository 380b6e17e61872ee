package dev.tunewise.price.update;

import dev.tunewise.diagnostics.Suggestion;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.figure.ImplausiblePrice;
import dev.tunewise.price.figure.PriceChange;
import dev.tunewise.price.figure.PriceFigures;
import dev.tunewise.price.figure.UsualPrice;
import dev.tunewise.price.file.PositionedJson;
import dev.tunewise.price.offer.Model;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What LiteLLM's file would change in a catalogue. Figures that LiteLLM does not have stay, and so do prices that are newer than the
 * file.
 *
 * @param unchanged models found in the file with the same figures
 * @param newer models found in the file whose price in the catalogue is newer, so that nothing is taken
 * @param lacking models that the file does not have
 * @param added keys of the file that were asked for and become models of their own
 * @param implausible what in it looks like a mistake: prices that became nothing, jumped tenfold, or slipped by a unit
 */
public record PriceImport(
        int keys,
        LocalDate asOf,
        List<PriceChange> changes,
        List<String> unchanged,
        List<String> newer,
        List<String> lacking,
        List<String> added,
        Map<String, LiteLlmFile.Entry> addedEntries,
        List<ImplausiblePrice> implausible) {
    private static final Pattern TUNED = Pattern.compile("^ft:(.+?)(-20\\d\\d-\\d\\d-\\d\\d)?$");

    /**
     * Compares a file with a catalogue.
     *
     * @param asOf the day that the file stands for: a price with a later date is kept
     * @param add keys to take up as models of their own; an unknown key is ignored and so not in {@link #added}
     */
    public static PriceImport compare(PriceCatalogue catalogue, LiteLlmFile file, LocalDate asOf, List<String> add) {
        Comparison comparison = new Comparison(tunedByModel(file), asOf);
        for (Model model : catalogue.models()) {
            Optional<LiteLlmFile.Entry> entry = entry(file, model);
            PositionedJson.Obj raw = catalogue.raw().models().get(model.id());
            if (entry.isPresent() && raw != null) {
                comparison.add(model, raw, entry.get());
            } else {
                comparison.lacking.add(model.id());
            }
        }
        Map<String, LiteLlmFile.Entry> added = new LinkedHashMap<>();
        for (String key : add) {
            LiteLlmFile.Entry entry = file.entries().get(key);
            if (entry != null && catalogue.model(key).isEmpty() && entry.isPriced()) {
                added.put(key, entry);
            }
        }
        return new PriceImport(
                file.keys(),
                asOf,
                comparison.changes,
                comparison.unchanged,
                comparison.newer,
                comparison.lacking,
                List.copyOf(added.keySet()),
                added,
                Stream.concat(comparison.changes.stream(), additions(added))
                        .flatMap(
                                change -> ImplausiblePrice.check(
                                        change,
                                        UsualPrice.range(
                                                catalogue.raw().models().values(), change.field()))
                                        .stream())
                        .toList());
    }

    /** What was asked for that cannot be: a day to come, or a model that there is not; empty where nothing is wrong. */
    public Optional<String> wrong(LiteLlmFile file, List<String> add, LocalDate today) {
        if (asOf.isAfter(today)) {
            return Optional.of("--as-of " + asOf + " is still to come; give the day that the file stands for, " + today
                    + " at the latest. Nothing was written.");
        }
        return add.stream().filter(key -> !added.contains(key)).findFirst().map(key -> {
            LiteLlmFile.Entry entry = file.entries().get(key);
            return "--add " + key + ": "
                    + (entry != null && entry.isPriced()
                            ? "the catalogue has this model already. Leave --add out; its prices are taken anyway."
                            : "the file has no price for a model of this name. "
                                    + Suggestion.remedy(key, file.entries().keySet()))
                    + " Nothing was written.";
        });
    }

    private static Stream<PriceChange> additions(Map<String, LiteLlmFile.Entry> added) {
        return added.entrySet().stream()
                .flatMap(entry -> PriceFigures.MODEL.stream()
                        .map(name -> new PriceChange(
                                entry.getKey(),
                                name,
                                "",
                                entry.getValue().figures().getOrDefault(name, ""))));
    }

    private static Optional<LiteLlmFile.Entry> entry(LiteLlmFile file, Model model) {
        return Optional.ofNullable(file.entries().get(model.sourceKey().isEmpty() ? model.id() : model.sourceKey()))
                .filter(LiteLlmFile.Entry::isPriced);
    }

    /** The newest tuned form of each model in the file. */
    private static Map<String, LiteLlmFile.Entry> tunedByModel(LiteLlmFile file) {
        Map<String, LiteLlmFile.Entry> tuned = new LinkedHashMap<>();
        file.entries().keySet().stream().sorted().forEach(key -> {
            var match = TUNED.matcher(key);
            if (match.matches()) {
                tuned.put(match.group(1), file.entries().get(key));
            }
        });
        return tuned;
    }

    /** Sorts the models while they are compared. */
    private static final class Comparison {
        private final List<PriceChange> changes = new ArrayList<>();
        private final List<String> unchanged = new ArrayList<>();
        private final List<String> newer = new ArrayList<>();
        private final List<String> lacking = new ArrayList<>();
        private final Map<String, LiteLlmFile.Entry> tuned;
        private final LocalDate asOf;

        Comparison(Map<String, LiteLlmFile.Entry> tuned, LocalDate asOf) {
            this.tuned = tuned;
            this.asOf = asOf;
        }

        void add(Model model, PositionedJson.Obj raw, LiteLlmFile.Entry entry) {
            LocalDate known = model.provenance().asOf();
            if (known != null && known.isAfter(asOf)) {
                newer.add(model.id());
                return;
            }
            Map<String, String> before = PriceFigures.of(raw, PriceFigures.MODEL);
            Map<String, String> after = new LinkedHashMap<>(before);
            PriceFigures.MODEL.stream()
                    .filter(entry.figures()::containsKey)
                    .forEach(name -> after.put(name, entry.figures().getOrDefault(name, "")));
            LiteLlmFile.Entry tunedForm = tuned.get(model.id());
            if (tunedForm != null) {
                PriceFigures.TUNED.forEach((name, ofTuned) -> tunedForm.figures().entrySet().stream()
                        .filter(figure -> figure.getKey().equals(name))
                        .forEach(figure -> after.put(ofTuned, figure.getValue())));
            }
            List<PriceChange> found = CatalogueDiff.between(model.id(), before, after);
            changes.addAll(found);
            if (found.isEmpty()) {
                unchanged.add(model.id());
            }
        }
    }
}
