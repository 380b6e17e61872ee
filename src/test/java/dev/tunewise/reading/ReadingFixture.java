package dev.tunewise.reading;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.tunewise.flow.Flow;
import dev.tunewise.flowfile.FlowLoader;
import dev.tunewise.flowfile.Loading;
import dev.tunewise.price.Catalogue;
import dev.tunewise.price.Lookup;
import dev.tunewise.price.Model;
import dev.tunewise.price.ModelKind;
import dev.tunewise.price.PriceFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The flow that is served and the shipped catalogue, as the application puts them together. */
final class ReadingFixture {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private ReadingFixture() {}

    static Flow flow() {
        Loading loading = new FlowLoader().load(Path.of("conversation-flows/fine-tuning"));
        return assertInstanceOf(
                        Loading.Loaded.class, loading, () -> loading.problems().toString())
                .flow();
    }

    static Reader reader() {
        return new Reader(flow(), names());
    }

    static Names names() {
        Catalogue catalogue = PriceFiles.shipped();
        List<Model> models = catalogue.models().stream()
                .filter(model -> model.kind() != ModelKind.EMBEDDING)
                .toList();
        return new Names() {
            @Override
            public List<String> names(String name) {
                return models.stream()
                        .flatMap(model -> Stream.of(model.id(), model.name()))
                        .toList();
            }

            @Override
            public Match resolve(String name, String said) {
                return match(catalogue.lookup(said, TODAY));
            }
        };
    }

    private static Names.Match match(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Found(Model model, List<Model> others) when others.isEmpty() -> new Names.Found(entry(model));
            case Lookup.Found(Model model, List<Model> others) ->
                new Names.Ambiguous(Stream.concat(Stream.of(model), others.stream())
                        .map(ReadingFixture::entry)
                        .toList());
            case Lookup.Ambiguous(List<Model> models) ->
                new Names.Ambiguous(models.stream().map(ReadingFixture::entry).toList());
            case Lookup.Unknown(var _, List<Model> nearest) ->
                new Names.Unknown(nearest.stream().map(ReadingFixture::entry).toList());
        };
    }

    private static Names.Entry entry(Model model) {
        return new Names.Entry(model.id(), model.name());
    }
}
