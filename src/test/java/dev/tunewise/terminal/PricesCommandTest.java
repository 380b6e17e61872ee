package dev.tunewise.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class PricesCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void listsModelsOfAProvider() {
        assertEquals(0, run("list", "--provider", "anthropic"));
        assertTrue(out.toString(UTF_8).contains("claude-sonnet-4-6"), out.toString(UTF_8));
        assertFalse(out.toString(UTF_8).contains("gpt-5.4"), out.toString(UTF_8));
    }

    @Test
    void listsWhatElseHasAPrice() {
        assertEquals(0, run("list", "--gpus"));
        assertTrue(out.toString(UTF_8).matches("(?s).*H100 +80 GB.*"), out.toString(UTF_8));
        out.reset();
        assertEquals(0, run("list", "--vector-stores"));
        assertTrue(
                out.toString(UTF_8)
                        .matches(
                                "(?s).*Pinecone +serverless Standard +minimum +\\$50.00 +month +2026-05-04 \\(old\\).*"),
                out.toString(UTF_8));
    }

    @Test
    void showsAModelByANamePeopleUse() {
        assertEquals(0, run("show", "4o", "mini"));
        assertTrue(out.toString(UTF_8).startsWith("GPT-4o mini (gpt-4o-mini, openai)"), out.toString(UTF_8));
    }

    @Test
    void asksBackForAnAmbiguousName() {
        assertEquals(1, run("show", "sonnet"));
        assertTrue(err.toString(UTF_8).contains("fits several models: claude-sonnet-5-5"), err.toString(UTF_8));
    }

    @Test
    void importsLiteLlmsFileAndUsesTheResult() throws IOException {
        Path file = folder.resolve("model_prices_and_context_window.json");
        try (InputStream in = new GZIPInputStream(getClass().getResourceAsStream("/price/litellm-prices.json.gz"))) {
            Files.copy(in, file);
        }
        Path prices = folder.resolve("prices.json");
        assertEquals(0, run("import", file.toString(), "--as-of", "2026-11-19", "--into", prices.toString()));
        assertTrue(out.toString(UTF_8).contains("Read 2986 keys, as of 2026-11-19."), out.toString(UTF_8));
        out.reset();
        assertEquals(0, run("--prices", prices.toString(), "show", "gpt-5.4"));
        assertTrue(out.toString(UTF_8).contains("as of 2026-11-19"), out.toString(UTF_8));
        out.reset();
        assertEquals(0, run("diff", prices.toString()));
        assertTrue(out.toString(UTF_8).contains("figure"), out.toString(UTF_8));
    }

    @Test
    void refusesABrokenFileAndWritesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), "{\"a\": {\"input_cost_per_token\": \"free\"}}");
        Path prices = folder.resolve("prices.json");
        assertEquals(1, run("import", file.toString(), "--into", prices.toString()));
        assertTrue(err.toString(UTF_8).contains("broken.json:1:32: error [bad-field]"), err.toString(UTF_8));
        assertFalse(Files.exists(prices));
    }

    @Test
    void saysWhereJsonEndsTooEarly() throws IOException {
        Path file = Files.writeString(folder.resolve("half.json"), "{\"a\": {\"input_cost_per_token\": 1");
        assertEquals(1, run("import", file.toString()));
        assertTrue(
                err.toString(UTF_8)
                        .contains("This is no valid JSON: Unexpected end-of-input: expected close marker for Object."),
                err.toString(UTF_8));
    }

    @Test
    void showsWhatOwnPricesChangeBesidesModels() throws IOException {
        Path file = Files.writeString(folder.resolve("own.json"), """
                {"source": "contract", "as_of": "2026-11-10",
                 "tuning_offers": [{"id": "vertex-gemini-3.5-flash", "training_price_usd": 3}],
                 "gpus": [{"gpu": "H100", "gpu_memory_gb": 80, "cloud": "own cluster", "on_demand_usd_per_gpu_hour": 1.1}]}
                """);
        assertEquals(0, run("diff", file.toString()));
        String shown = out.toString(UTF_8);
        assertTrue(shown.matches("(?s).*vertex-gemini-3.5-flash +training_price_usd +\\? +3.*"), shown);
        assertTrue(shown.contains("H100 at own cluster"), shown);
    }

    @Test
    void saysThatAFileIsMissing() {
        assertEquals(1, run("diff", "nowhere.json"));
        assertTrue(err.toString(UTF_8).contains("There is no readable file nowhere.json"), err.toString(UTF_8));
    }

    @Test
    void saysWhatOfAnImportCannotBe() throws IOException {
        Path file = Files.writeString(
                folder.resolve("litellm.json"),
                "{\"claude-sonnet-4-6\": {\"input_cost_per_token\": 3e-6, \"output_cost_per_token\": 1.5e-5}}");
        refused(
                "--add claude-sonet-4-6: the file has no price for a model of this name. Did you mean"
                        + " `claude-sonnet-4-6`? Nothing was written.",
                file,
                "--add",
                "claude-sonet-4-6");
        refused("the catalogue has this model already.", file, "--add", "claude-sonnet-4-6");
        refused(
                "--as-of 2027-01-01 is still to come; give the day that the file stands for, 2026-11-20 at the latest.",
                file,
                "--as-of",
                "2027-01-01");
        Path nowhere = folder.resolve("none").resolve("prices.json");
        refused("there is no such folder. Create it, or name another file.", file, "--into", nowhere.toString());
    }

    private void refused(String message, Path file, String... more) {
        err.reset();
        String[] args = Stream.concat(Stream.of("import", file.toString()), Stream.of(more))
                .toArray(String[]::new);
        assertEquals(1, run(args));
        assertTrue(err.toString(UTF_8).contains(message), err.toString(UTF_8));
    }

    private int run(String... args) {
        PricesCommand command = new PricesCommand(new PrintStream(out, true, UTF_8), () -> LocalDate.of(2026, 11, 20));
        return Refusal.told(new CommandLine(command), new PrintStream(err, true, UTF_8))
                .execute(args);
    }
}
