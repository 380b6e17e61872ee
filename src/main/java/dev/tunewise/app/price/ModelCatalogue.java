package dev.tunewise.app.price;

import dev.tunewise.chat.Input;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.understanding.TokenCountPort;
import dev.tunewise.conversation.wording.ValueCatalogue;
import dev.tunewise.cost.TokenCounter;
import dev.tunewise.price.name.ModelLookup;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.ModelKind;
import dev.tunewise.reading.name.NameCatalogue;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The models of the price catalogue as the catalogue `models` of a flow. */
public record ModelCatalogue(
        dev.tunewise.price.catalogue.PriceCatalogue prices, Supplier<LocalDate> today, TokenCounter counter)
        implements ValueCatalogue, TokenCountPort, NameCatalogue {
    private static final String MODELS = "models";

    public ModelCatalogue(dev.tunewise.price.catalogue.PriceCatalogue prices, Supplier<LocalDate> today) {
        this(prices, today, new TokenCounter());
    }

    /** Counts as the model does where its encoding is public. */
    @Override
    public Optional<Counted> count(String text, Optional<String> model) {
        TokenCounter.Count count =
                counter.count(text, model.flatMap(this::model).orElse(null));
        return Optional.of(new Counted(count.tokens(), count.encoding(), count.approximate(), count.why()));
    }

    private Optional<Model> model(String name) {
        return prices.lookup(name, today.get()) instanceof ModelLookup.Found(Model model, var _)
                ? Optional.of(model)
                : Optional.empty();
    }

    /** Models to pick from: those of the present generation first, and none that is gone. */
    @Override
    public List<Input.Option> entries(String name) {
        if (!name.equals(MODELS)) {
            return List.of();
        }
        LocalDate day = today.get();
        return prices.models(ModelKind.CHAT).stream()
                .filter(model -> !model.isShutDown(day))
                .sorted(Comparator.comparing((Model model) -> !model.current()))
                .map(model -> new Input.Option(model.id(), model.name(), model.provider()))
                .toList();
    }

    /** Names for people of all models that chat, those that are gone included, by id. */
    public Map<String, String> labels(String catalogue) {
        return catalogue.equals(MODELS)
                ? prices.models(ModelKind.CHAT).stream()
                        .collect(Collectors.toMap(Model::id, Model::name, (first, _) -> first))
                : Map.of();
    }

    @Override
    public List<String> names(String catalogue) {
        return catalogue.equals(MODELS)
                ? prices.models(ModelKind.CHAT).stream()
                        .flatMap(model -> Stream.of(model.id(), model.name()))
                        .distinct()
                        .toList()
                : List.of();
    }

    @Override
    public Match resolve(String catalogue, String name) {
        if (!catalogue.equals(MODELS)) {
            return new Unknown(List.of());
        }
        return switch (prices.lookup(name, today.get())) {
            case ModelLookup.Found(Model model, var _) -> new Found(entry(model));
            case ModelLookup.Ambiguous(List<Model> models) -> new Ambiguous(entries(models));
            case ModelLookup.Unknown(var _, List<Model> nearest, var _) -> new Unknown(entries(nearest));
        };
    }

    private static List<Entry> entries(List<Model> models) {
        return models.stream().map(ModelCatalogue::entry).toList();
    }

    private static Entry entry(Model model) {
        return new Entry(model.id(), model.name());
    }
}
