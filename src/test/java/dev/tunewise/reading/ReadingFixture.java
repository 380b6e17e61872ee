package dev.tunewise.reading;

import dev.tunewise.flow.Flow;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.name.ModelLookup;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.ModelKind;
import dev.tunewise.reading.name.NameCatalogue;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.testing.ReadFlows;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The flow that is served and the shipped catalogue, as the application puts them together. */
public final class ReadingFixture {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private ReadingFixture() {}

    /** Made once: reading the flow and compiling its words takes a second, and tests only read from them. */
    private static final class Shared {
        static final Flow FLOW = ReadFlows.fineTuning();
        static final MessageReader READER = new MessageReader(FLOW, names());
    }

    public static Flow flow() {
        return Shared.FLOW;
    }

    public static MessageReader reader() {
        return Shared.READER;
    }

    public static NameCatalogue names() {
        PriceCatalogue catalogue = PriceFiles.shipped();
        List<Model> models = catalogue.models().stream()
                .filter(model -> model.kind() != ModelKind.EMBEDDING)
                .toList();
        return new NameCatalogue() {
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

    private static NameCatalogue.Match match(ModelLookup lookup) {
        return switch (lookup) {
            case ModelLookup.Found(Model model, List<Model> others)
            when others.isEmpty() -> new NameCatalogue.Found(entry(model));
            case ModelLookup.Found(Model model, List<Model> others) ->
                new NameCatalogue.Ambiguous(Stream.concat(Stream.of(model), others.stream())
                        .map(ReadingFixture::entry)
                        .toList());
            case ModelLookup.Ambiguous(List<Model> models) ->
                new NameCatalogue.Ambiguous(
                        models.stream().map(ReadingFixture::entry).toList());
            case ModelLookup.Unknown(var _, List<Model> nearest, var _) ->
                new NameCatalogue.Unknown(
                        nearest.stream().map(ReadingFixture::entry).toList());
        };
    }

    private static NameCatalogue.Entry entry(Model model) {
        return new NameCatalogue.Entry(model.id(), model.name());
    }
}
