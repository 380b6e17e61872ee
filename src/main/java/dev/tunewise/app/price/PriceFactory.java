package dev.tunewise.app.price;

import dev.tunewise.app.startup.StartupException;
import dev.tunewise.costing.CatalogueCosting;
import dev.tunewise.diagnostics.Problems;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.file.LoadResult;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** The prices that everything calculates with. */
@Factory
public final class PriceFactory {
    @Singleton
    PriceCatalogue catalogue(PriceSettings settings) {
        PriceCatalogue shipped = PriceFiles.shipped();
        if (settings.own().isEmpty()) {
            return shipped;
        }
        try {
            return switch (PriceFiles.overlay(shipped, Path.of(settings.own()))) {
                case LoadResult.Ok<PriceCatalogue> ok -> ok.value();
                case LoadResult.Refused<PriceCatalogue> refused ->
                    throw new StartupException("The prices in " + settings.own()
                            + " (tunewise.prices.own) cannot be used.\n" + Problems.render(refused.problems()));
            };
        } catch (UncheckedIOException | InvalidPathException unreadable) {
            throw new StartupException("The prices in " + settings.own()
                    + " (tunewise.prices.own) cannot be read: there is no such file, or it may not be read."
                    + " Correct the path, or leave the setting empty for the prices that came with the product.");
        }
    }

    @Singleton
    ModelCatalogue models(PriceCatalogue catalogue, InstantSource clock) {
        return new ModelCatalogue(catalogue, today(clock));
    }

    @Singleton
    CatalogueCosting costing(PriceCatalogue catalogue, InstantSource clock) {
        return new CatalogueCosting(catalogue, today(clock));
    }

    @Singleton
    PriceKnowledge almanac(PriceCatalogue catalogue, InstantSource clock) {
        return new PriceKnowledge(catalogue, today(clock));
    }

    /** The day to compute from. Prices are dated in whole days, so that the time zone hardly matters. */
    public static Supplier<LocalDate> today(InstantSource clock) {
        return () -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
