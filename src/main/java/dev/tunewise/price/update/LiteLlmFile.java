package dev.tunewise.price.update;

import dev.tunewise.diagnostics.Problem;
import dev.tunewise.diagnostics.Problems;
import dev.tunewise.money.Money;
import dev.tunewise.price.file.LoadResult;
import dev.tunewise.price.file.PositionedJson;
import dev.tunewise.price.file.PositionedJsonParser;
import dev.tunewise.price.offer.LongContext;
import dev.tunewise.price.offer.TokenPrices;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * LiteLLM's {@code model_prices_and_context_window.json}, read as it is. Its prices are per token; here they are per 1,000,000.
 *
 * @param keys how many keys the file has, its sample entry included
 * @param entries what it says about each model, by key, sample entry left out
 */
public record LiteLlmFile(int keys, Map<String, Entry> entries) {
    private static final String SAMPLE = "sample_spec";
    private static final Pattern TIER = Pattern.compile("input_cost_per_token_above_(\\d+)k_tokens");

    public LiteLlmFile {
        entries = Map.copyOf(entries);
    }

    /**
     * What the file says about one model; null is not said. Prices in dollars per 1,000,000 tokens.
     *
     * @param mode for example "chat" or "embedding"; empty when not said
     * @param provider the vendor or route
     * @param prices plain, cached and batch prices
     * @param longContext the price of long prompts, or null
     * @param contextWindow longest input in tokens, or null
     * @param cacheMinTokens shortest prompt that is cached, or null
     * @param deprecation the day on which the model ends, or null
     */
    public record Entry(
            String mode,
            String provider,
            TokenPrices prices,
            @Nullable LongContext longContext,
            @Nullable Integer contextWindow,
            @Nullable Integer cacheMinTokens,
            @Nullable LocalDate deprecation) {}

    /** Reads a file; a broken one is refused whole, with the place of everything that is wrong. */
    public static LoadResult<LiteLlmFile> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        } catch (IOException failed) {
            throw new UncheckedIOException("Reading " + file + " failed", failed);
        }
    }

    /** The same from a stream; the name stands in messages. */
    public static LoadResult<LiteLlmFile> read(String name, InputStream in) {
        Problems problems = new Problems();
        Optional<PositionedJson.Obj> root = PositionedJsonParser.read(name, in, problems);
        if (root.isEmpty()) {
            return new LoadResult.Refused<>(problems.sorted());
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        root.get().fields().forEach((key, value) -> {
            if (key.equals(SAMPLE)) {
                return;
            }
            if (value instanceof PositionedJson.Obj entry) {
                entries.put(key, new EntryReader(key, entry, problems).read());
            } else {
                problems.add(Problem.error(
                        "wrong-type",
                        value.at(),
                        "Model " + key + " is " + value.describe() + ", expected an object.",
                        "Get the file again. Nothing was taken from it."));
            }
        });
        if (!problems.hasErrors()
                && entries.values().stream().allMatch(entry -> entry.prices().input() == null)) {
            problems.add(Problem.error(
                    "no-prices",
                    root.get().at(),
                    "None of the " + entries.size() + " entries has an input_cost_per_token.",
                    "Give LiteLLM's model_prices_and_context_window.json. Nothing was taken from this file."));
        }
        return problems.hasErrors()
                ? new LoadResult.Refused<>(problems.sorted())
                : new LoadResult.Ok<>(new LiteLlmFile(root.get().fields().size(), entries));
    }

    /** Reads one entry. */
    private record EntryReader(String key, PositionedJson.Obj entry, Problems problems) {
        Entry read() {
            return new Entry(
                    text("mode"),
                    text("litellm_provider"),
                    new TokenPrices(
                            perMillion("input_cost_per_token"),
                            perMillion("output_cost_per_token"),
                            perMillion("cache_read_input_token_cost"),
                            perMillion("cache_creation_input_token_cost"),
                            perMillion("cache_creation_input_token_cost_above_1hr"),
                            perMillion("input_cost_per_token_batches"),
                            perMillion("output_cost_per_token_batches"),
                            "listed"),
                    longContext(),
                    whole("max_input_tokens"),
                    whole("prompt_cache_min_tokens"),
                    date("deprecation_date"));
        }

        private @Nullable LongContext longContext() {
            for (String field : entry.fields().keySet()) {
                Matcher tier = TIER.matcher(field);
                if (tier.matches()) {
                    return new LongContext(
                            Integer.parseInt(tier.group(1)) * 1000,
                            perMillion(field),
                            perMillion(field.replace("input_cost", "output_cost")));
                }
            }
            return null;
        }

        private @Nullable Money perMillion(String field) {
            BigDecimal perToken = number(field);
            return perToken == null ? null : Money.of(perToken.movePointRight(6));
        }

        private @Nullable Integer whole(String field) {
            BigDecimal number = number(field);
            return number == null ? null : number.intValue();
        }

        private @Nullable BigDecimal number(String field) {
            return switch (entry.get(field)) {
                case PositionedJson.Num number when number.value().signum() >= 0 -> number.value();
                case null -> null;
                case PositionedJson.Null ignored -> null;
                case PositionedJson other -> {
                    wrong(field, other, "a number of 0 or more");
                    yield null;
                }
            };
        }

        private String text(String field) {
            return switch (entry.get(field)) {
                case PositionedJson.Text text -> text.value();
                case null -> "";
                case PositionedJson.Null ignored -> "";
                case PositionedJson other -> {
                    wrong(field, other, "a text");
                    yield "";
                }
            };
        }

        private @Nullable LocalDate date(String field) {
            String text = text(field);
            if (text.isEmpty()) {
                return null;
            }
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException notADay) {
                PositionedJson found = entry.get(field);
                wrong(field, found == null ? entry : found, "a day such as 2026-11-20");
                return null;
            }
        }

        private void wrong(String field, PositionedJson found, String expected) {
            problems.add(Problem.error(
                    "bad-field",
                    found.at(),
                    "Model " + key + ": " + field + " is " + found.describe() + ", expected " + expected + ".",
                    "Get the file again, or mend it at this place. Nothing was taken from it."));
        }
    }
}
