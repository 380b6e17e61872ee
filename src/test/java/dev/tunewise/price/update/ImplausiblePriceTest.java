package dev.tunewise.price.update;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.diagnostics.Problems;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.figure.ImplausiblePrice;
import dev.tunewise.price.figure.PriceChange;
import dev.tunewise.price.figure.UsualPrice;
import dev.tunewise.price.file.LoadResult;
import dev.tunewise.price.table.PriceTables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices that are more likely a slip than a price are named and wait for somebody's word. */
final class ImplausiblePriceTest {
    private static final PriceCatalogue SHIPPED = PriceFiles.shipped();
    private static final UsualPrice LIST = new UsualPrice(new BigDecimal("0.02"), new BigDecimal("30"), "the list");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    @ParameterizedTest
    @CsvSource({
        "0.15, 150, '1,000 times as much, as a price of another unit would be'",
        "3, 0, which would be free of charge",
        "3, 0.3, 10 times as little",
        "0.2, 2.4, 12 times as much",
        "'', 15000, '500 times as much as the dearest on the list (30)'",
        "'', 0.0000015, '13,333 times as little as the cheapest on the list (0.02), as a price of another unit would be'",
        "'', 0, which would be free of charge",
        "3, 29.9, ''",
        "3, 0.31, ''",
        "'', 250, ''",
        "0, 0, ''"
    })
    void namesWhatIsOdd(String before, String after, String why) {
        assertEquals(
                why,
                ImplausiblePrice.check(new PriceChange("m", "input_per_mtok", before, after), LIST)
                        .map(ImplausiblePrice::why)
                        .orElse(""));
    }

    @Test
    void whatIsNoPriceIsNeverOdd() {
        assertTrue(ImplausiblePrice.check(new PriceChange("m", "context_window_tokens", "1000", "1000000"), LIST)
                .isEmpty());
    }

    @Test
    void anImportNamesEveryOddPrice() {
        LiteLlmFile file = file("""
                {"claude-sonnet-4-6": {"input_cost_per_token": 3e-3, "output_cost_per_token": 0},
                 "new/model": {"input_cost_per_token": 0.015, "output_cost_per_token": 1e-6, "mode": "chat"}}
                """);
        List<ImplausiblePrice> odd =
                PriceImport.compare(SHIPPED, file, DAY, List.of("new/model")).implausible();
        assertEquals(
                List.of(
                        "claude-sonnet-4-6: input_per_mtok goes from 3 to 3000, 1,000 times as much, as a price of another unit would be.",
                        "claude-sonnet-4-6: output_per_mtok goes from 15 to 0, which would be free of charge.",
                        "new/model: input_per_mtok is 15000, 500 times as much as the dearest on the list (30)."),
                odd.stream().map(ImplausiblePrice::message).toList());
        String refusal = PriceTables.refusal(odd);
        assertTrue(refusal.contains("--confirm claude-sonnet-4-6 --confirm new/model"), refusal);
    }

    @Test
    void theRealFileHasNothingOddAboutKnownModels() throws IOException {
        PriceImport plan = PriceImport.compare(SHIPPED, LiteLlmFileTest.realFile(), DAY, List.of());
        assertEquals(
                List.of(),
                plan.implausible().stream().map(ImplausiblePrice::message).toList());
    }

    @Test
    void aSlipInTheRealFileIsNamed() throws IOException {
        PriceImport plan = PriceImport.compare(
                SHIPPED, LiteLlmFileTest.realFile(), DAY, List.of("wandb/meta-llama/Llama-3.1-8B-Instruct"));
        assertEquals(
                "wandb/meta-llama/Llama-3.1-8B-Instruct: input_per_mtok is 22000, 733.3 times as much as the dearest on the list (30).",
                plan.implausible().getFirst().message());
    }

    @Test
    void anEmbeddingHasNoOutputPrice() throws IOException {
        assertTrue(LiteLlmFileTest.realFile().entries().get("text-embedding-3-small").figures().keySet().stream()
                .noneMatch(name -> name.contains("output")));
    }

    @Test
    void anOwnFileMustConfirmAnOddPrice() {
        String odd = "{\"models\": [{\"id\": \"gpt-5.4\", \"input_per_mtok\": 2500}]}";
        LoadResult.Refused<PriceCatalogue> refused = assertInstanceOf(LoadResult.Refused.class, overlay(odd));
        String report = Problems.render(refused.problems());
        assertTrue(report.contains("own.json:1:49: error [implausible-price]"), report);
        assertTrue(report.contains("goes from 2.5 to 2500, 1,000 times as much"), report);
        assertInstanceOf(LoadResult.Ok.class, overlay(odd.replace("2500", "2500, \"confirmed\": true")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "models|'id': 'mine', 'provider': 'acme', 'input_per_mtok': 0, 'output_per_mtok': 1|mine: input_per_mtok is 0, which would be free of charge.",
                "models|'id': 'mine', 'provider': 'acme', 'input_per_mtok': 0.0000015|mine: input_per_mtok is 0.0000015, 13,333 times as little as the cheapest on the list (0.02)",
                "models|'id': 'claude-sonet-4-6', 'input_per_mtok': 2.4|New model claude-sonet-4-6 (did you mean claude-sonnet-4-6?): provider is missing.",
                "models|'id': 'gpt-5.4', 'kind': 'chatty'|kind is \"chatty\", expected chat or embedding.",
                "tuning_offers|'id': 'bedrock-nova-2-lite', 'training_unit': 'a million'|training_unit is \"a million\", expected a text that begins with per 1M",
                "gpus|'gpu': 'H100', 'gpu_memory_gb': 80, 'cloud': 'own', 'on_demand_usd_per_gpu_hour': 269|H100 own: on_demand_usd_per_gpu_hour is 269, 67.4 times as much as the middle one on the list (3.99).",
                "gpus|'gpu': 'H100', 'gpu_memory_gb': 80, 'cloud': 'own', 'on_demand_usd_per_gpu_hour': 0.3|H100 own: on_demand_usd_per_gpu_hour is 0.3, 13.3 times as little as the middle one on the list (3.99).",
                "gpus|'gpu': 'H100', 'gpu_memory_gb': 80, 'cloud': 'own', 'on_demand_usd_per_gpu_hour': 0|H100 own: on_demand_usd_per_gpu_hour is 0, which would be free of charge.",
                "gpus|'gpu': 'H1000', 'gpu_memory_gb': 80, 'cloud': 'own', 'on_demand_usd_per_gpu_hour': 3|There is no GPU H1000 in the price list, so that nothing would be calculated with it.",
                "vector_stores|'service': 'Pinecone', 'mode': 'serverless Standard', 'item': 'minimum', 'usd': 50000, 'unit': 'month'|Pinecone serverless Standard minimum: usd goes from 50 to 50000, 1,000 times as much"
            })
    void whatIsNewIsHeldAgainstTheList(String section, String entry, String message) {
        String json = ("{'" + section + "': [{" + entry + "}]}").replace('\'', '"');
        LoadResult.Refused<PriceCatalogue> refused = assertInstanceOf(LoadResult.Refused.class, overlay(json));
        String report = Problems.render(refused.problems());
        assertTrue(report.contains(message), report);
        boolean price = message.contains("_usd_") || message.contains("usd goes") || message.contains("mtok is");
        if (price) {
            assertInstanceOf(LoadResult.Ok.class, overlay(json.replace("}]}", ", \"confirmed\": true}]}")));
        }
    }

    @Test
    void anOwnPriceOfAVectorStoreStandsInsteadOfTheShippedOne() {
        LoadResult<PriceCatalogue> laid = overlay("""
                {"vector_stores": [{"service": "Pinecone", "mode": "serverless Standard", "item": "minimum", "usd": 25,
                                    "unit": "month"}]}
                """);
        PriceCatalogue own = PriceImportTest.ok(laid);
        assertEquals(
                List.of(new PriceChange("Pinecone serverless Standard, minimum", "usd", "50", "25")),
                CatalogueDiff.between(SHIPPED, own));
    }

    private static LoadResult<PriceCatalogue> overlay(String json) {
        return PriceFiles.overlay(SHIPPED, "own.json", new ByteArrayInputStream(json.getBytes(UTF_8)));
    }

    private static LiteLlmFile file(String json) {
        return PriceImportTest.ok(LiteLlmFile.read("litellm.json", new ByteArrayInputStream(json.getBytes(UTF_8))));
    }
}
