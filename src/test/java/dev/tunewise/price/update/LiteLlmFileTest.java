package dev.tunewise.price.update;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.diagnostics.Problem;
import dev.tunewise.diagnostics.Problems;
import dev.tunewise.price.file.LoadResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LiteLlmFileTest {

    static LiteLlmFile realFile() throws IOException {
        return PriceImportTest.ok(LiteLlmFile.read("litellm-prices.json", realStream()));
    }

    static InputStream realStream() throws IOException {
        return new GZIPInputStream(LiteLlmFileTest.class.getResourceAsStream("/price/litellm-prices.json.gz"));
    }

    @Test
    void readsARealFileAsItIs() throws IOException {
        LiteLlmFile file = realFile();
        assertEquals(2986, file.keys());
        assertEquals(2985, file.entries().size(), "all but sample_spec");
        LiteLlmFile.Entry sonnet = file.entries().get("claude-sonnet-4-6");
        assertEquals("3", sonnet.figures().get("input_per_mtok"));
        assertEquals("15", sonnet.figures().get("output_per_mtok"));
        assertEquals("1024", sonnet.figures().get("cache_min_tokens"));
        assertEquals("272000", file.entries().get("gpt-5.4").figures().get("long_context_threshold_tokens"));
        assertEquals("0.5", file.entries().get("gpt-5.4").figures().get("long_context_cached_input_per_mtok"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": {\"input_cost_per_token\": \"free\"}}|1:32|input_cost_per_token is the text \"free\"",
                "{\"a\": {\"input_cost_per_token\": -1}}|1:32|input_cost_per_token is the number -1",
                "{\"a\": {\"input_cost_per_token\": 1e-6}, \"b\": 3}|1:44|Model b is the number 3",
                "{\"a\": {\"input_cost_per_token\": 1e-6, \"deprecation_date\": \"soon\"}}|1:58|deprecation_date",
                "{\"a\": {\"input_cost_per_token\": 1e-6}, \"a\": {}}|1:42|Duplicate",
                "{\"a\": {\"input_cost_per_token\": 1e-6}|1:37|no valid JSON",
                "[]|1:1|a list, expected an object",
                "{}|1:1|None of the 0 entries",
                "{\"a\": {\"price\": 1}}|1:1|None of the 1 entries",
            })
    void refusesABrokenFileWholeAndSaysWhere(String json, String place, String message) {
        LoadResult<LiteLlmFile> loaded =
                LiteLlmFile.read("prices.json", new ByteArrayInputStream(json.getBytes(UTF_8)));
        List<Problem> problems =
                assertInstanceOf(LoadResult.Refused.class, loaded).problems();
        assertEquals("prices.json:" + place, problems.getFirst().position().toString());
        assertTrue(problems.getFirst().message().contains(message), Problems.render(problems));
    }

    @Test
    void reportsEveryFaultAtOnce() {
        String json = "{\"a\": {\"input_cost_per_token\": -1, \"output_cost_per_token\": true}, \"b\": []}";
        LoadResult<LiteLlmFile> loaded =
                LiteLlmFile.read("prices.json", new ByteArrayInputStream(json.getBytes(UTF_8)));
        assertTrue(loaded instanceof LoadResult.Refused<?> refused
                && refused.problems().size() == 3
                && refused.problems().stream()
                        .allMatch(problem -> problem.remedy().contains("Nothing was taken")));
    }

    @Test
    void refusesATruncatedDownload() throws IOException {
        byte[] whole;
        try (InputStream in = realStream()) {
            whole = in.readAllBytes();
        }
        LoadResult<LiteLlmFile> loaded =
                LiteLlmFile.read("prices.json", new ByteArrayInputStream(whole, 0, whole.length - 1000));
        assertInstanceOf(LoadResult.Refused.class, loaded);
    }
}
