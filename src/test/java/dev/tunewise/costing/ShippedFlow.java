package dev.tunewise.costing;

import dev.tunewise.cost.simulation.SimulationSettings;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.story.Story;
import dev.tunewise.flowfile.FlowLoadResult;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.testing.ReadFlows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The flow that the product ships, with the shipped prices on a fixed day. */
final class ShippedFlow {
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static final PriceCatalogue PRICES = PriceFiles.shipped();
    private static final FlowLoadResult.Loaded LOADED = ReadFlows.loaded(Path.of("conversation-flows/fine-tuning"));

    private ShippedFlow() {}

    static Flow flow() {
        return LOADED.flow();
    }

    static List<Story> stories() {
        return LOADED.stories();
    }

    static Story story(String name) {
        return LOADED.stories().stream()
                .filter(story -> story.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static CatalogueCosting costing() {
        return new CatalogueCosting(PRICES, () -> DAY);
    }

    /** The same with few samples, for tests of many cases: what they hold is held of any number. */
    static CatalogueCosting quickCosting() {
        return new CatalogueCosting(
                PRICES, () -> DAY, new SimulationSettings(1000, SimulationSettings.STANDARD.seed(), false));
    }
}
