package dev.tunewise.price.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.money.Money;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.ModelKind;
import dev.tunewise.price.offer.Provenance;
import dev.tunewise.price.offer.TuningOffer;
import dev.tunewise.price.table.PriceTables;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class PriceCatalogueTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private final PriceCatalogue catalogue = PriceFiles.shipped();

    @Test
    void holdsTheShippedPrices() {
        Model sonnet = catalogue.model("claude-sonnet-4-6").orElseThrow();
        assertEquals(Money.of("3"), sonnet.prices().input());
        assertEquals(Money.of("15"), sonnet.prices().output());
        assertEquals(Money.of("0.3"), sonnet.prices().cachedInput());
        assertEquals(Money.of("1.5"), sonnet.prices().batchInput());
        assertEquals(1024, sonnet.cache().minTokens());
        assertEquals(109, catalogue.models().size());
        assertEquals(8, catalogue.models(ModelKind.EMBEDDING).size());
        assertEquals(30, catalogue.offers().size());
        assertEquals(54, catalogue.gpus().size());
        assertEquals(11, catalogue.vectorStores().size());
    }

    @Test
    void everyPriceHasASource() {
        catalogue
                .models()
                .forEach(model -> assertFalse(model.provenance().source().isEmpty(), model.id()));
        catalogue
                .offers()
                .forEach(offer -> assertFalse(offer.provenance().source().isEmpty(), offer.id()));
        catalogue.gpus().forEach(gpu -> assertFalse(gpu.provenance().source().isEmpty(), gpu.cloud()));
        catalogue
                .vectorStores()
                .forEach(store -> assertFalse(store.provenance().source().isEmpty(), store.service()));
    }

    @Test
    void keepsUnknownPricesUnknown() {
        TuningOffer gemini = catalogue.offer("vertex-gemini-3.5-flash-lite").orElseThrow();
        assertNull(gemini.training().low());
        assertNull(gemini.tunedInput());
        assertFalse(gemini.basePrice());
    }

    @Test
    void readsTheSpanOfATrainingPrice() {
        TuningOffer together = catalogue.offer("together-up-to-16b").orElseThrow();
        assertEquals(Money.of("0.48"), together.training().low());
        assertEquals(Money.of("1.35"), together.training().high());
        assertEquals(Money.of("3.99"), together.hosting().perHour());
    }

    @Test
    void knowsWhoMayStillBuyAnOffer() {
        assertFalse(catalogue.offer("openai-gpt-4.1").orElseThrow().isOpen(TODAY, 12));
        assertFalse(catalogue.offer("vertex-gemini-2.5-flash").orElseThrow().isOpen(TODAY, 12));
        assertTrue(catalogue.offer("bedrock-nova-2-lite").orElseThrow().isOpen(TODAY, 12));
        assertFalse(catalogue.offer("anthropic-claude").orElseThrow().isOpen(TODAY, 12));
    }

    @Test
    void tellsShutDownModelsFromLivingOnes() {
        Model o4Mini = catalogue.model("o4-mini").orElseThrow();
        assertTrue(o4Mini.isShutDown(TODAY));
        assertFalse(o4Mini.isShutDown(LocalDate.of(2026, 10, 22)));
        Model gpt4o = catalogue.model("gpt-4o").orElseThrow();
        assertFalse(gpt4o.isShutDown(TODAY));
        assertFalse(gpt4o.outlives(TODAY, 12));
        assertTrue(gpt4o.outlives(TODAY, 1));
    }

    @Test
    void warnsOfPricesOlderThanNinetyDays() {
        Provenance price = catalogue.model("claude-sonnet-4-6").orElseThrow().provenance();
        assertTrue(price.warning(LocalDate.of(2026, 12, 22)).isEmpty());
        assertEquals(
                "This price is 91 days old (2026-09-23): check it before you rely on it.",
                price.warning(LocalDate.of(2026, 12, 23)).orElseThrow());
        assertTrue(Provenance.of("somewhere", "").isStale(TODAY));
    }

    @Test
    void listsAndShowsPrices() {
        String list = PriceTables.list(catalogue, model -> model.provider().equals("anthropic"), TODAY);
        assertTrue(list.contains("claude-sonnet-4-6"), list);
        assertTrue(list.contains("(old)"), list);
        assertFalse(list.contains("gpt-5.4"), list);
        String show = PriceTables.show(catalogue, catalogue.model("gpt-4o-mini").orElseThrow(), TODAY);
        assertTrue(show.contains("offer openai-gpt-4o-mini: training $3.00 per 1M, tuned $0.30 / $1.20"), show);
        assertTrue(show.contains("as of 2026-09-07"), show);
    }
}
