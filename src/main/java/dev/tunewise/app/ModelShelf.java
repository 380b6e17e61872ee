package dev.tunewise.app;

import dev.tunewise.api.Names;
import dev.tunewise.chat.Input;
import dev.tunewise.conversation.Catalogue;
import dev.tunewise.conversation.Counting;
import dev.tunewise.cost.TokenCounter;
import dev.tunewise.price.Lookup;
import dev.tunewise.price.Model;
import dev.tunewise.price.ModelKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The models of the price catalogue as the catalogue `models` of a flow. */
final class ModelShelf implements Catalogue, Counting, Names, dev.tunewise.reading.Names {
    private static final String MODELS = "models";

    private final dev.tunewise.price.Catalogue prices;
    private final Supplier<LocalDate> today;
    private final TokenCounter counter = new TokenCounter();

    ModelShelf(dev.tunewise.price.Catalogue prices, Supplier<LocalDate> today) {
        this.prices = prices;
        this.today = today;
    }

    /** Counts as the model does where its encoding is public. */
    @Override
    public Optional<Counted> count(String text, Optional<String> model) {
        TokenCounter.Count count =
                counter.count(text, model.flatMap(this::model).orElse(null));
        return Optional.of(new Counted(count.tokens(), count.encoding(), count.approximate(), count.why()));
    }

    private Optional<Model> model(String name) {
        return prices.lookup(name, today.get()) instanceof Lookup.Found(Model model, var _)
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

    @Override
    public Names.Found find(String catalogue, String name) {
        if (!catalogue.equals(MODELS)) {
            return new Names.Found.Nothing(List.of());
        }
        return switch (prices.lookup(name, today.get())) {
            case Lookup.Found(Model model, var _) -> new Names.Found.One(model.id());
            case Lookup.Ambiguous(List<Model> models) -> new Names.Found.Several(ids(models));
            case Lookup.Unknown(var _, List<Model> nearest) -> new Names.Found.Nothing(ids(nearest));
        };
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
            case Lookup.Found(Model model, var _) -> new dev.tunewise.reading.Names.Found(entry(model));
            case Lookup.Ambiguous(List<Model> models) -> new Ambiguous(entries(models));
            case Lookup.Unknown(var _, List<Model> nearest) -> new Unknown(entries(nearest));
        };
    }

    private static List<Entry> entries(List<Model> models) {
        return models.stream().map(ModelShelf::entry).toList();
    }

    private static Entry entry(Model model) {
        return new Entry(model.id(), model.name());
    }

    private static List<String> ids(List<Model> models) {
        return models.stream().map(Model::id).toList();
    }
}
