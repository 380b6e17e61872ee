package dev.tunewise.price.update;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.diagnostics.Problem;
import dev.tunewise.diagnostics.Problems;
import dev.tunewise.price.PriceFiles;
import dev.tunewise.price.catalogue.PriceCatalogue;
import dev.tunewise.price.file.LoadResult;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a price file: it is read, or refused with the place of every fault in that file. */
final class PriceFaultsTest {
    private static final PriceCatalogue SHIPPED = PriceFiles.shipped();
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "\"\"",
            "\"x\"",
            "0",
            "-1",
            "1e400000000",
            "1e99999999",
            "1e-99999999",
            "1e30",
            "123456789012345678901234567890123456789012345678901234567890",
            "\"1e400000000\"",
            "\"1.2.3-4\"",
            "\"16-18\"",
            "\"2026-13-45\"",
            "\"2026-11\"",
            "[null]",
            "[{}]",
            "[{\"id\": null}]",
            "[[1]]",
            "3.5");
    private static final List<String> FIELDS = List.of(
            "id",
            "name",
            "provider",
            "kind",
            "input_per_mtok",
            "output_per_mtok",
            "cached_input_per_mtok",
            "context_window_tokens",
            "long_context_threshold_tokens",
            "long_context_input_per_mtok",
            "shutdown_date",
            "as_of",
            "source",
            "current",
            "cache_ttl_seconds",
            "thinking",
            "training_price_usd",
            "training_unit",
            "hosting_usd_per_hour",
            "open_to_new",
            "gpu",
            "gpu_memory_gb",
            "cloud",
            "on_demand_usd_per_gpu_hour",
            "service",
            "item",
            "usd",
            "unit",
            "confirmed",
            "size_class");

    @ParameterizedTest
    @ValueSource(
            strings = {"1e400000000", "1e99999999", "-1e99999999", "1e-99999999", "\"1e400000000\"", "\"1e99999999\""})
    void aNumberBombIsRefusedAtOnce(String bomb) {
        String json = "{\"models\": [{\"id\": \"gpt-5.4\", \"input_per_mtok\": " + bomb + "}]}";
        LoadResult.Refused<PriceCatalogue> refused = assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> assertInstanceOf(LoadResult.Refused.class, overlay(json)));
        String report = Problems.render(refused.problems());
        assertTrue(report.contains("own.json:1:"), report);
        assertTrue(report.length() < 2000, "short: " + report.length());
    }

    @Test
    void aNumberBombInLiteLlmsFileIsRefusedAtOnce() {
        String json = "{\"a\": {\"input_cost_per_token\": 1e400000000}}";
        LoadResult<LiteLlmFile> loaded = assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> LiteLlmFile.read("litellm.json", new ByteArrayInputStream(json.getBytes(UTF_8))));
        List<Problem> problems =
                assertInstanceOf(LoadResult.Refused.class, loaded).problems();
        assertEquals(
                "The number 1e400000000 is out of range, expected at most 30 digits before and after the point.",
                problems.getFirst().message());
    }

    @Test
    void noFileOfManyBreaksTheReader() {
        Random random = new Random(20261127);
        for (int i = 0; i < Math.max(800, Integer.getInteger("fuzz", 0) / 4); i++) {
            String json = file(random);
            if (overlay(json) instanceof LoadResult.Refused<PriceCatalogue>(var problems)) {
                assertTrue(!problems.isEmpty(), json);
                problems.forEach(
                        problem -> assertEquals("own.json", problem.position().file(), json + problem));
            }
        }
    }

    @Test
    void noLiteLlmFileBreaksTheReader() {
        Random random = new Random(7);
        for (int i = 0; i < Math.max(500, Integer.getInteger("fuzz", 0) / 4); i++) {
            String json =
                    "{\"a\": {\"input_cost_per_token\": " + pick(random, VALUES) + ", \"mode\": " + pick(random, VALUES)
                            + ", \"input_cost_per_token_above_272k_tokens\": " + pick(random, VALUES)
                            + ", \"deprecation_date\": "
                            + pick(random, VALUES) + "}, \"b\": " + pick(random, VALUES) + "}";
            LiteLlmFile.read("litellm.json", new ByteArrayInputStream(json.getBytes(UTF_8)));
        }
    }

    private static String file(Random random) {
        StringBuilder json = new StringBuilder("{");
        for (String section : List.of("models", "tuning_offers", "gpus", "vector_stores")) {
            if (random.nextInt(3) == 0) {
                json.append('"')
                        .append(section)
                        .append("\": ")
                        .append(random.nextInt(4) == 0 ? pick(random, VALUES) : entries(random))
                        .append(", ");
            }
        }
        json.append("\"as_of\": ")
                .append(random.nextInt(3) == 0 ? pick(random, VALUES) : "\"2026-11-20\"")
                .append('}');
        String text = json.toString();
        return random.nextInt(10) == 0 ? text.substring(0, random.nextInt(text.length() + 1)) : text;
    }

    private static String entries(Random random) {
        StringBuilder entries = new StringBuilder("[");
        for (int i = random.nextInt(3); i >= 0; i--) {
            entries.append(entries.length() > 1 ? ", {" : "{")
                    .append(random.nextBoolean() ? "\"id\": \"gpt-5.4\"" : "\"id\": \"n" + i + "\"");
            for (int field = random.nextInt(6); field > 0; field--) {
                entries.append(", \"")
                        .append(pick(random, FIELDS))
                        .append("\": ")
                        .append(pick(random, VALUES));
            }
            entries.append('}');
        }
        return entries.append(']').toString();
    }

    private static <T> T pick(Random random, List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private static LoadResult<PriceCatalogue> overlay(String json) {
        return PriceFiles.overlay(SHIPPED, "own.json", new ByteArrayInputStream(json.getBytes(UTF_8)));
    }
}
