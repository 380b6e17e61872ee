package dev.tunewise.app;

import dev.tunewise.advice.Costing;
import dev.tunewise.api.Served;
import dev.tunewise.api.ServedFlows;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Texts;
import dev.tunewise.flow.Verdict;
import dev.tunewise.record.RecordImport;
import dev.tunewise.web.Offer;
import dev.tunewise.web.Offers;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the house together: classes of the core have plain constructors and are made here. */
@Factory
final class Wiring {

    @Singleton
    @Primary
    InstantSource clock() {
        return InstantSource.system();
    }

    @Singleton
    Editions editions(ModelShelf models, Costing costing, PriceAlmanac prices) {
        return new Editions(models, costing, prices);
    }

    @Singleton
    ServedFlows servedFlows(Shelf shelf) {
        return () -> shelf.all().stream()
                .map(edition -> new Served(edition.flow(), edition.consultant(), edition.reader(), edition.diagram()))
                .toList();
    }

    @Singleton
    Offers offers(Shelf shelf) {
        return () -> shelf.all().stream().map(edition -> offer(edition.flow())).toList();
    }

    @Singleton
    RecordImport recordImport(Shelf shelf) {
        return new RecordImport(flow -> shelf.find(flow).map(Edition::consultant));
    }

    private static Offer offer(Flow flow) {
        Texts texts = flow.texts();
        List<String> examples = texts.entries().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("examples."))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        Map<String, String> verdicts = flow.verdicts().stream()
                .collect(Collectors.toMap(
                        Verdict::id,
                        verdict -> texts.find("verdicts." + verdict.id()).orElse(verdict.id())));
        return new Offer(
                flow.id(),
                texts.find("title").orElse(flow.id()),
                texts.find("tagline").orElse(""),
                examples,
                verdicts);
    }
}
