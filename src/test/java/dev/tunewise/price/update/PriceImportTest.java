package dev.tunewise.price.update;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.diagnostics.Problems;
import dev.tunewise.money.Money;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.figure.PriceChange;
import dev.tunewise.price.file.LoadResult;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.table.PriceTables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PriceImportTest {
    private static final LocalDate FILE_DAY = LocalDate.of(2026, 10, 1);
    private final PriceCatalogue catalogue = PriceFiles.shipped();

    @Test
    void showsWhatAFileChangesAndWhatIsKept() {
        LiteLlmFile file = file("""
                {"sample_spec": {"input_cost_per_token": "anything"},
                 "claude-sonnet-4-6": {"input_cost_per_token": 2e-6, "output_cost_per_token": 1.5e-5},
                 "gpt-5.4": {"input_cost_per_token": 2.5e-6, "output_cost_per_token": 1.5e-5},
                 "gpt-6.1-terra": {"input_cost_per_token": 9e-6}}
                """);
        PriceImport plan = PriceImport.compare(catalogue, file, FILE_DAY, List.of());
        assertEquals(List.of(new PriceChange("claude-sonnet-4-6", "input_per_mtok", "3", "2")), plan.changes());
        assertEquals(List.of("gpt-5.4"), plan.unchanged());
        assertEquals(List.of("gpt-6.1-terra"), plan.newer(), "its price here is of 2026-10-26");
        assertTrue(plan.lacking().contains("claude-opus-4-7"));
    }

    @Test
    void theRealFileConfirmsTheShippedPrices() throws IOException {
        LocalDate later = LocalDate.of(2026, 11, 27);
        PriceImport plan = PriceImport.compare(catalogue, LiteLlmFileTest.realFile(), later, List.of());
        assertEquals(2986, plan.keys());
        assertTrue(plan.unchanged().size() >= 60, () -> PriceTables.summary(plan));
        assertEquals(
                List.of(
                        "gpt-5.6-sol",
                        "bedrock-llama-3.1-70b",
                        "together-llama-3.3-70b",
                        "deepseek-v4-pro",
                        "deepseek-v4-flash",
                        "fireworks-llama-3.1-8b"),
                plan.changes().stream()
                        .filter(change -> change.field().equals("input_per_mtok"))
                        .map(PriceChange::model)
                        .toList(),
                "what has changed since the file of 2026-08-01");
    }

    @Test
    void writesAnOverlayThatTheCatalogueReads(@TempDir Path folder) {
        LiteLlmFile file = file("""
                {"claude-sonnet-4-6": {"input_cost_per_token": 2e-6, "output_cost_per_token": 1.5e-5},
                 "ft:gpt-4o-mini-2024-07-18": {"input_cost_per_token": 4e-7, "output_cost_per_token": 1.2e-6},
                 "gpt-4o-mini": {"input_cost_per_token": 1.5e-7},
                 "brand/new-model": {"input_cost_per_token": 1e-6, "output_cost_per_token": 2e-6, "litellm_provider": "brand", "mode": "chat"}}
                """);
        LocalDate day = LocalDate.of(2026, 11, 19);
        PriceImport plan = PriceImport.compare(catalogue, file, day, List.of("brand/new-model", "no/such-key"));
        assertEquals(List.of("brand/new-model"), plan.added());
        Path prices = folder.resolve("prices.json");
        OverlayFile.write(prices, plan, "LiteLLM");
        PriceCatalogue imported = ok(PriceFiles.overlay(catalogue, prices));
        Model sonnet = imported.model("claude-sonnet-4-6").orElseThrow();
        assertEquals(Money.of("2"), sonnet.prices().input());
        assertEquals(Money.of("0.3"), sonnet.prices().cachedInput(), "kept, the file lacks it");
        assertEquals(day, sonnet.provenance().asOf());
        assertFalse(sonnet.provenance().isStale(LocalDate.of(2026, 11, 20)));
        assertEquals(
                Money.of("0.4"),
                imported.model("gpt-4o-mini").orElseThrow().tuning().tunedInput());
        assertEquals(
                Money.of("3"),
                imported.model("gpt-4o-mini").orElseThrow().tuning().trainingPrice());
        assertEquals(
                Money.of("2"),
                imported.model("brand/new-model").orElseThrow().prices().output());
        assertEquals(
                List.of("claude-sonnet-4-6", "brand/new-model"),
                CatalogueDiff.between(catalogue, imported).stream()
                        .map(PriceChange::model)
                        .filter(id -> !id.equals("gpt-4o-mini"))
                        .distinct()
                        .toList());
    }

    @Test
    void letsAnOperatorPutOwnPricesBesideTheShippedOnes() {
        PriceCatalogue own = ok(overlay("""
                {"source": "contract 4711", "as_of": "2026-11-01",
                 "models": [{"id": "claude-sonnet-4-6", "input_per_mtok": 2.4, "output_per_mtok": 12}],
                 "tuning_offers": [{"id": "vertex-gemini-3.5-flash-lite", "training_price_usd": 3, "tuned_input_usd_per_mtok": 0.3,
                                    "tuned_output_usd_per_mtok": 2.5}],
                 "gpus": [{"gpu": "H100", "gpu_memory_gb": 80, "cloud": "own cluster", "on_demand_usd_per_gpu_hour": 1.1}]}
                """));
        Model sonnet = own.model("claude-sonnet-4-6").orElseThrow();
        assertEquals(Money.of("2.4"), sonnet.prices().input());
        assertEquals("Claude Sonnet 4.6", sonnet.name());
        assertEquals("contract 4711", sonnet.provenance().source());
        assertEquals(
                Money.of("3"),
                own.offer("vertex-gemini-3.5-flash-lite")
                        .orElseThrow()
                        .training()
                        .low());
        assertTrue(own.gpus().getLast().own());
    }

    @Test
    void refusesAnOverlayWithFaultsAndNamesThemAll() {
        LoadResult<PriceCatalogue> loaded = overlay("""
                {"models": [
                  {"id": "claude-sonnet-4-6", "input_per_mtok": "cheap"},
                  {"id": "mine", "input_per_mtok": 1},
                  {"id": "gpt-5.4", "input_per_token": 1},
                  {"id": "gpt-5.4", "input_per_mtok": 1, "shutdown_date": "never"}]}
                """);
        LoadResult.Refused<PriceCatalogue> refused = (LoadResult.Refused<PriceCatalogue>) loaded;
        String report = Problems.render(refused.problems());
        assertTrue(report.contains("gpt-5.4 twice"), report);
        assertTrue(report.contains("prices.json:4:40: error [unknown-field]"), report);
        assertTrue(report.contains("shutdown_date is \"never\""), report);
        assertTrue(report.contains("input_per_mtok is the text \"cheap\""), report);
        assertTrue(report.contains("Did you mean input_per_mtok?"), report);
        assertTrue(report.contains("New model mine: provider is missing"), report);
    }

    @Test
    void namesAWrongValueInAnOverlay() {
        LoadResult.Refused<PriceCatalogue> refused = (LoadResult.Refused<PriceCatalogue>)
                overlay("{\"models\": [{\"id\": \"gpt-5.4\", \"input_per_mtok\": \"cheap\"}]}");
        assertEquals(
                "Model gpt-5.4: input_per_mtok is the text \"cheap\", expected a number.",
                refused.problems().getFirst().message());
    }

    private LoadResult<PriceCatalogue> overlay(String json) {
        return PriceFiles.overlay(catalogue, "prices.json", new ByteArrayInputStream(json.getBytes(UTF_8)));
    }

    private static LiteLlmFile file(String json) {
        LoadResult<LiteLlmFile> loaded =
                LiteLlmFile.read("litellm.json", new ByteArrayInputStream(json.getBytes(UTF_8)));
        return ok(loaded);
    }

    static <T> T ok(LoadResult<T> loaded) {
        return switch (loaded) {
            case LoadResult.Ok<T>(T value) -> value;
            case LoadResult.Refused<T> refused -> throw new AssertionError(Problems.render(refused.problems()));
        };
    }
}
