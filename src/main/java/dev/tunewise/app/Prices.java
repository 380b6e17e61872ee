package dev.tunewise.app;

import dev.tunewise.costing.CatalogueCosting;
import dev.tunewise.diagnostics.Problems;
import dev.tunewise.price.Catalogue;
import dev.tunewise.price.Loaded;
import dev.tunewise.price.PriceFiles;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** The prices that everything reckons with. */
@Factory
final class Prices {

    @Singleton
    Catalogue catalogue(PriceSettings settings) {
        Catalogue shipped = PriceFiles.shipped();
        if (settings.own().isEmpty()) {
            return shipped;
        }
        return switch (PriceFiles.overlay(shipped, Path.of(settings.own()))) {
            case Loaded.Ok<Catalogue> ok -> ok.value();
            case Loaded.Refused<Catalogue> refused ->
                throw new Refusal("The prices in " + settings.own() + " (tunewise.prices.own) cannot be used.\n"
                        + Problems.render(refused.problems()));
        };
    }

    @Singleton
    ModelShelf models(Catalogue catalogue, InstantSource clock) {
        return new ModelShelf(catalogue, today(clock));
    }

    @Singleton
    CatalogueCosting costing(Catalogue catalogue, InstantSource clock) {
        return new CatalogueCosting(catalogue, today(clock));
    }

    @Singleton
    PriceAlmanac almanac(Catalogue catalogue, InstantSource clock) {
        return new PriceAlmanac(catalogue, today(clock));
    }

    /** The day to reckon from. Prices are dated in whole days, so that the time zone hardly matters. */
    static Supplier<LocalDate> today(InstantSource clock) {
        return () -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
