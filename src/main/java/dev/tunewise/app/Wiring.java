package dev.tunewise.app;

import dev.tunewise.api.Names;
import dev.tunewise.api.Served;
import dev.tunewise.api.ServedFlows;
import dev.tunewise.flow.Texts;
import dev.tunewise.web.Offer;
import dev.tunewise.web.Offers;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the house together: classes of the core have plain constructors and are made here. */
@Factory
final class Wiring {

    @Singleton
    @Primary
    InstantSource clock() {
        return InstantSource.system();
    }

    @Singleton
    Editions editions() {
        return new Editions();
    }

    @Singleton
    ServedFlows servedFlows(Shelf shelf) {
        return () -> shelf.all().stream()
                .map(edition -> new Served(edition.flow(), edition.adviser(), edition.diagram()))
                .toList();
    }

    @Singleton
    Names names() {
        return Names.none();
    }

    @Singleton
    Offers offers(Shelf shelf) {
        return () -> shelf.all().stream()
                .map(edition -> offer(edition.flow().id(), edition.flow().texts()))
                .toList();
    }

    private static Offer offer(String flow, Texts texts) {
        List<String> examples = new ArrayList<>();
        for (int i = 1; ; i++) {
            Optional<String> example = texts.find("examples." + i);
            if (example.isEmpty()) {
                break;
            }
            examples.add(example.get());
        }
        return new Offer(flow, texts.find("title").orElse(flow), texts.find("tagline").orElse(""), examples);
    }
}
