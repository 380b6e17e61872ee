package dev.tunewise.price.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.money.Money;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.offer.GpuPrice;
import dev.tunewise.price.offer.LongContext;
import dev.tunewise.price.offer.Model;
import dev.tunewise.price.offer.TuningOffer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The research on prices, row by row; where a vendor changed a price since, the newer one stands here with its date in the catalogue. */
final class ResearchPricesTest {
    private static final PriceCatalogue SHIPPED = PriceFiles.shipped();

    @ParameterizedTest
    @CsvSource({
        "gpt-5.5, 5, 30, 0.5, 2.5, 15",
        "gpt-5.4, 2.5, 15, 0.25, 1.25, 7.5",
        "o4-mini, 1.1, 4.4, 0.275,,",
        "o3, 2, 8, 0.5, 1, 4",
        "claude-opus-4-7, 5, 25, 0.5, 2.5, 12.5",
        "claude-sonnet-4-6, 3, 15, 0.3, 1.5, 7.5",
        "claude-haiku-4-5, 1, 5, 0.1, 0.5, 2.5",
        "gemini-3.1-flash-lite, 0.25, 1.5, 0.025, 0.125, 0.75",
        "groq-llama-3.3-70b, 0.59, 0.79,,,",
        "together-llama-3.3-70b, 1.04, 1.04,,,",
        "bedrock-llama-3.3-70b, 0.72, 0.72,,,",
        "openrouter-llama-3.3-70b, 0.13, 0.4,,,",
        "groq-llama-3.1-8b, 0.05, 0.08,,,",
        "together-llama-3.1-8b, 0.18, 0.18,,,",
        "bedrock-llama-3.1-8b, 0.22, 0.22,,,",
        "openrouter-llama-3.1-8b, 0.05, 0.08, 0.025,,",
        "gpt-4, 30, 60,,,",
        "gpt-6-sol, 2, 10, 0.2, 1, 5",
        "gpt-6-luna, 0.1, 0.5, 0.01, 0.05, 0.25",
        "gpt-6.1-sol, 2, 10, 0.1, 1, 5",
        "gpt-6.1-terra, 1, 5, 0.05, 0.5, 2.5",
        "gpt-6-astra, 10, 50, 1, 5, 25",
        "claude-opus-5-5, 4, 20, 0.2, 2, 10",
        "claude-sonnet-5-5, 2, 10, 0.1, 1, 5",
        "claude-haiku-5-5, 0.1, 0.5, 0.01, 0.05, 0.25",
        "claude-fable-5-1, 10, 50, 0.25, 5, 25",
        "mistral-medium-3.5, 1.5, 7.5, 0.15, 0.75, 3.75",
        "mistral-large-3, 0.5, 1.5, 0.05, 0.25, 0.75",
        "mistral-small-4, 0.15, 0.6, 0.015, 0.075, 0.3",
        "amazon-nova-micro, 0.035, 0.14, 0.00875, 0.0175, 0.07",
        "amazon-nova-lite, 0.06, 0.24, 0.015, 0.03, 0.12",
        "amazon-nova-pro, 0.8, 3.2, 0.2, 0.4, 1.6",
        "text-embedding-3-small, 0.02,,, 0.01,",
        "text-embedding-3-large, 0.13,,, 0.065,",
        "gemini-embedding-001, 0.15,,,,",
        "cohere-embed-v4, 0.12,,,,",
        "voyage-3.5, 0.06,,,,",
        "voyage-3.5-lite, 0.02,,,,",
        "mistral-embed, 0.1,,,,",
        "titan-embed-v2, 0.02,,,,"
    })
    void tokens(
            String id,
            @Nullable String input,
            @Nullable String output,
            @Nullable String cached,
            @Nullable String batchInput,
            @Nullable String batchOutput) {
        Model model = SHIPPED.model(id).orElseThrow();
        assertEquals(usd(input), model.prices().input(), "input");
        assertEquals(usd(output), model.prices().output(), "output");
        assertEquals(usd(cached), model.prices().cachedInput(), "cached input");
        assertEquals(usd(batchInput), model.prices().batchInput(), "batch input");
        assertEquals(usd(batchOutput), model.prices().batchOutput(), "batch output");
    }

    @ParameterizedTest
    @CsvSource({
        "claude-opus-4-7, 6.25, 10",
        "claude-sonnet-4-6, 3.75, 6",
        "claude-haiku-4-5, 1.25, 2",
        "gpt-6-sol, 2.5,",
        "gpt-6-luna, 0.125,"
    })
    void cacheWrites(String id, String write, @Nullable String writeForAnHour) {
        Model model = SHIPPED.model(id).orElseThrow();
        assertEquals(usd(write), model.prices().cacheWrite());
        assertEquals(usd(writeForAnHour), model.prices().cacheWriteHour());
    }

    @ParameterizedTest
    @CsvSource({"gpt-5.5, 272000, 10, 45", "gpt-5.4, 272000, 5, 22.5", "claude-haiku-5-5, 100000, 0.5, 2.5"})
    void longPrompts(String id, int threshold, String input, String output) {
        Model model = SHIPPED.model(id).orElseThrow();
        LongContext longer = Objects.requireNonNull(model.longContext());
        assertEquals(threshold, longer.thresholdTokens());
        assertEquals(usd(input), longer.input());
        assertEquals(usd(output), longer.output());
    }

    @ParameterizedTest
    @CsvSource({
        "o4-mini, 2026-10-23",
        "o3, 2026-12-11",
        "gpt-4, 2026-10-23",
        "gpt-4o, 2027-01-14",
        "gpt-4o-mini, 2027-01-14",
        "gpt-4.1, 2027-01-14",
        "gpt-4.1-mini, 2027-01-14"
    })
    void ends(String id, LocalDate day) {
        assertEquals(day, SHIPPED.model(id).orElseThrow().shutdown());
    }

    @ParameterizedTest
    @CsvSource({
        "openai-gpt-4.1, 25, 3, 12,",
        "openai-gpt-4.1-mini, 5, 0.8, 3.2,",
        "openai-gpt-4.1-nano, 1.5, 0.2, 0.8,",
        "openai-gpt-4o, 25, 3.75, 15,",
        "openai-gpt-4o-mini, 3, 0.3, 1.2,",
        "openai-gpt-3.5-turbo, 8, 3, 6,",
        "openai-o4-mini, 100, 4, 16,",
        "azure-gpt-4o, 27.5, 2.5, 10, 1.7",
        "vertex-gemini-2.5-pro, 25, 1.25, 10,",
        "vertex-gemini-2.5-flash, 5, 0.3, 2.5,",
        "vertex-gemini-2.5-flash-lite, 1.5, 0.1, 0.4,",
        "together-up-to-16b, 0.48,,, 3.99",
        "together-17b-69b, 1.5,,, 3.99",
        "together-70b-100b, 2.9,,, 3.99",
        "fireworks-up-to-16b, 0.5,,, 7",
        "fireworks-16b-80b, 3,,, 7",
        "mistral-classifier, 1,,,"
    })
    void tuning(
            String id,
            String training,
            @Nullable String input,
            @Nullable String output,
            @Nullable String hostingAnHour) {
        TuningOffer offer = SHIPPED.offer(id).orElseThrow();
        assertEquals(usd(training), offer.training().low());
        assertEquals(usd(input), offer.tunedInput());
        assertEquals(usd(output), offer.tunedOutput());
        assertEquals(usd(hostingAnHour), offer.hosting().perHour());
    }

    @Test
    void whatWasNotFoundIsNotGuessed() {
        for (String id : List.of(
                "vertex-gemini-3.1-flash-lite",
                "vertex-gemini-3.5-flash",
                "vertex-gemini-3.5-flash-lite",
                "bedrock-nova",
                "bedrock-llama-3")) {
            assertNull(SHIPPED.offer(id).orElseThrow().training().low(), id);
        }
        assertTrue(SHIPPED.offer("bedrock-nova").orElseThrow().basePrice(), "inference at the price of the base");
    }

    /** Nobody new may train at OpenAI, no one at Anthropic and Cohere. */
    @ParameterizedTest
    @CsvSource({"openai-gpt-4.1", "openai-gpt-4o-mini", "openai-o4-mini", "anthropic-claude", "cohere-command"})
    void closed(String id) {
        assertFalse(SHIPPED.offer(id).orElseThrow().isOpen(LocalDate.of(2026, 11, 20), 1));
    }

    @ParameterizedTest
    @CsvSource({
        "L4, AWS, 0.8048",
        "L4, GCP, 0.84",
        "A10G, AWS, 1.006",
        "L40S, Crusoe, 1",
        "L40S, AWS, 1.861",
        "A100-80GB, RunPod Community, 1.19",
        "A100-80GB, Azure, 3.67",
        "A100-80GB, GCP, 5",
        "H100, RunPod Community, 1.99",
        "H100, Crusoe, 3.9",
        "H100, Lambda, 3.29",
        "H100, AWS, 6.88",
        "H100, Azure, 6.98",
        "H200, Crusoe, 4.29",
        "H200, AWS, 9.3362"
    })
    void gpusAnHour(String gpu, String cloud, String cheapest) {
        BigDecimal least = SHIPPED.gpus().stream()
                .filter(price -> price.gpu().equals(gpu) && price.cloud().equals(cloud))
                .map(GpuPrice::perHour)
                .map(Money::amount)
                .min(BigDecimal::compareTo)
                .orElseThrow();
        assertEquals(0, new BigDecimal(cheapest).compareTo(least), () -> least.toString());
    }

    private static @Nullable Money usd(@Nullable String amount) {
        return amount == null ? null : Money.of(amount);
    }
}
