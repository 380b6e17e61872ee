package dev.tunewise.price.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.money.Money;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.name.ModelLookup;
import dev.tunewise.price.offer.GpuPrice;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.ModelKind;
import dev.tunewise.price.offer.Provenance;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was found wrong or old in the shipped prices on 2026-11-20, with its right value. */
final class PricesOfTodayTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final PriceCatalogue SHIPPED = PriceFiles.shipped();

    @ParameterizedTest
    @CsvSource({
        "claude-sonnet-4-5, 2026-11-30",
        "claude-opus-4-1, 2026-08-05",
        "claude-opus-4-5, 2027-01-22",
        "gpt-4.1-nano, 2026-10-23",
        "claude-3-haiku-20240307, 2026-04-20",
        "gpt-5.3-codex, 2027-04-01",
        "groq-llama-3.3-70b, 2026-08-16",
        "groq-llama-3.1-8b, 2026-08-16"
    })
    void knowsRetirements(String model, LocalDate day) {
        assertEquals(day, SHIPPED.model(model).orElseThrow().shutdown());
    }

    /** A pro model has no price for cached input: each prompt is paid in full. */
    @ParameterizedTest
    @ValueSource(strings = {"gpt-5.5-pro", "gpt-5.4-pro"})
    void aProModelGivesNoDiscountOnTheCache(String model) {
        Model pro = SHIPPED.model(model).orElseThrow();
        assertNull(pro.prices().cachedInput());
        assertNull(Objects.requireNonNull(pro.longContext()).cachedInput());
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude-opus-5-5", "claude-fable-5-1"})
    void theNewestClaudesCacheFrom512Tokens(String model) {
        assertEquals(512, SHIPPED.model(model).orElseThrow().cache().minTokens());
    }

    /** Closed or over: nobody new may be sent there, whatever an older page still lists. */
    @ParameterizedTest
    @ValueSource(strings = {"bedrock-claude-3-haiku", "mistral-classifier", "azure-gpt-4o", "vertex-gemini-2.5-flash"})
    void isNotTunableAnyMore(String offer) {
        assertFalse(SHIPPED.offer(offer).orElseThrow().isOpen(TODAY, 1));
    }

    /** Their bases went on that day, and what was tuned on them with it. */
    @ParameterizedTest
    @ValueSource(strings = {"openai-gpt-4.1-nano", "openai-gpt-3.5-turbo", "openai-o4-mini"})
    void tunedModelsEndWithTheirBase(String offer) {
        assertEquals(
                LocalDate.of(2026, 10, 23), SHIPPED.offer(offer).orElseThrow().endsOn());
    }

    @ParameterizedTest
    @CsvSource({
        "fireworks-llama-3.1-8b, 0.2, 0.2",
        "deepseek-v4-flash, 0.15, 0.6",
        "deepseek-v4-pro, 0.66, 1.98",
        "gpt-5.6-sol, 4, 20",
        "gpt-6.2-sol, 2, 10",
        "gpt-6.2-astra, 8, 40",
        "gemini-4-hydrogen, 1.5, 7.5",
        "gemini-4-carbon, 4, 20"
    })
    void hasPricesOfToday(String id, String input, String output) {
        Model model = SHIPPED.model(id).orElseThrow();
        assertEquals(Money.of(input), model.prices().input());
        assertEquals(Money.of(output), model.prices().output());
        assertFalse(model.provenance().isStale(TODAY), model.provenance().toString());
    }

    @Test
    void peakPricesStandInTheNote() {
        assertTrue(SHIPPED.model("deepseek-v4-flash").orElseThrow().note().contains("0.30 / 1.20"));
        assertTrue(SHIPPED.model("deepseek-v4-pro").orElseThrow().note().contains("1.32 / 3.96"));
    }

    @Test
    void mostPricesAreFresh() {
        List<Model> priced = SHIPPED.models(ModelKind.CHAT).stream()
                .filter(model -> !model.isShutDown(TODAY))
                .toList();
        long fresh = priced.stream()
                .filter(model -> !model.provenance().isStale(TODAY))
                .count();
        assertTrue(fresh >= 0.7 * priced.size(), fresh + " of " + priced.size());
        assertTrue(
                priced.stream()
                                .filter(Model::current)
                                .filter(model -> model.provenance().isStale(TODAY))
                                .count()
                        <= 4,
                "current models with an old price");
    }

    @Test
    void aPriceDatedInTheFutureIsNotFresh() {
        assertTrue(Provenance.of("contract", "2027-11-20").isStale(TODAY));
        assertTrue(Provenance.of("contract", "").isStale(TODAY));
        assertFalse(Provenance.of("contract", "2026-11-27").isStale(TODAY));
    }

    @Test
    void noGpuPriceIsAYearOld() {
        for (GpuPrice gpu : SHIPPED.gpus()) {
            LocalDate day = gpu.provenance().asOf();
            assertTrue(day == null || day.isAfter(LocalDate.of(2026, 3, 31)), gpu.toString());
        }
        assertTrue(SHIPPED.gpus().stream()
                        .filter(gpu ->
                                gpu.gpu().equals("H100") && !gpu.provenance().isStale(TODAY))
                        .count()
                >= 12);
    }

    @Test
    void everyCachedModelSaysHowLongAnEntryLives() {
        for (Model model : SHIPPED.models(ModelKind.CHAT)) {
            if (model.current()
                    && model.prices().cachedInput() != null
                    && !model.provider().matches("aws-bedrock|mistral")) {
                assertFalse(model.cache().source().isEmpty(), model.id());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GPT-3, GPT-3 ended on 2024-01-04, gpt-6.2-sol",
        "gpt3, GPT-3 ended on 2024-01-04, gpt-6.2-sol",
        "Llama 2, Llama 2 is not sold any more, gemini-3.8-flash",
        "claude 3.5 sonnet, Claude 3.5 Sonnet ended on 2025-10-28, claude-sonnet-5-5",
        "claude-2.1, Claude 2.1 ended on 2025-07-21, claude-sonnet-5-5"
    })
    void aModelThatIsGoneIsNamedSoAndNeverTakenForAnother(String said, String gone, String nearest) {
        ModelLookup.Unknown unknown = assertInstanceOf(ModelLookup.Unknown.class, SHIPPED.lookup(said, TODAY));
        assertEquals(gone, unknown.gone());
        List<String> ids = unknown.nearest().stream().map(Model::id).toList();
        if (!said.equals("Llama 2")) {
            assertTrue(ids.contains(nearest), ids.toString());
        }
        assertTrue(unknown.nearest().stream().allMatch(model -> model.kind() == ModelKind.CHAT && model.current()));
    }

    @Test
    void anIdOfATunedModelHasThePriceOfTunedModels() {
        ModelLookup.Found found = assertInstanceOf(
                ModelLookup.Found.class, SHIPPED.lookup("ft:gpt-4o-mini-2024-07-18:acme::9xYz", TODAY));
        assertEquals("tuned GPT-4o mini", found.model().name());
        assertEquals(Money.of("0.3"), found.model().prices().input());
        assertEquals(Money.of("1.2"), found.model().prices().output());
        assertEquals(Money.of("0.15"), found.model().prices().batchInput(), "half, as for its base");
        assertEquals(LocalDate.of(2027, 1, 14), found.model().shutdown(), "it ends with its base");
    }
}
