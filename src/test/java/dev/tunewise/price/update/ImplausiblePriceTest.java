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
import dev.tunewise.price.file.LoadResult;
import dev.tunewise.price.table.PriceTables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices that are more likely a slip than a price are named and wait for somebody's word. */
final class ImplausiblePriceTest {
    private static final PriceCatalogue SHIPPED = PriceFiles.shipped();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    @ParameterizedTest
    @CsvSource({
        "0.15, 150, '1,000 times as much, as a price of another unit would be'",
        "3, 0, which would be free of charge",
        "3, 0.3, 10 times as little",
        "0.2, 2.4, 12 times as much",
        "'', 15000, which no price list asks: a price of another unit",
        "3, 29.9, ''",
        "3, 0.31, ''",
        "'', 600, ''",
        "0, 0, ''",
        "'', 0, ''"
    })
    void namesWhatIsOdd(String before, String after, String why) {
        assertEquals(
                why,
                ImplausiblePrice.check(new PriceChange("m", "input_per_mtok", before, after))
                        .map(ImplausiblePrice::why)
                        .orElse(""));
    }

    @Test
    void whatIsNoPriceIsNeverOdd() {
        assertTrue(ImplausiblePrice.check(new PriceChange("m", "context_window_tokens", "1000", "1000000"))
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
                        "new/model: input_per_mtok is 15000, which no price list asks: a price of another unit."),
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
                "wandb/meta-llama/Llama-3.1-8B-Instruct: input_per_mtok is 22000, which no price list asks: a price of another unit.",
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

    private static LoadResult<PriceCatalogue> overlay(String json) {
        return PriceFiles.overlay(SHIPPED, "own.json", new ByteArrayInputStream(json.getBytes(UTF_8)));
    }

    private static LiteLlmFile file(String json) {
        return PriceImportTest.ok(LiteLlmFile.read("litellm.json", new ByteArrayInputStream(json.getBytes(UTF_8))));
    }
}
