package dev.tunewise.price.update;

import dev.tunewise.diagnostics.Problems;
import dev.tunewise.price.figure.PriceFigures;
import dev.tunewise.price.file.LoadResult;
import dev.tunewise.price.file.PositionedJson;
import dev.tunewise.price.file.PositionedJsonParser;
import dev.tunewise.price.reader.EntryFields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    private static final String REMEDY = "Get the file again, or mend it at this place. Nothing was taken from it.";
    private static final Pattern TIER = Pattern.compile("input_cost_per_token_above_(\\d{1,6})k_tokens");

    /**
     * What the file says about one model.
     *
     * @param mode for example "chat" or "embedding"; empty when not said
     * @param provider the vendor or route
     * @param figures what it says, by the names that price files have; prices in dollars per 1,000,000 tokens
     */
    public record Entry(String mode, String provider, Map<String, String> figures) {
        boolean isPriced() {
            return figures.containsKey(PriceFigures.INPUT);
        }
    }

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
                entries.put(
                        key, new EntryReader(entry, new EntryFields(entry, "Model " + key, problems, REMEDY)).read());
            } else {
                problems.error("wrong-type.import", value.at(), key, value.describe());
            }
        });
        if (!problems.hasErrors() && entries.values().stream().noneMatch(Entry::isPriced)) {
            problems.error("no-prices", root.get().at(), entries.size());
        }
        return problems.hasErrors()
                ? new LoadResult.Refused<>(problems.sorted())
                : new LoadResult.Ok<>(new LiteLlmFile(root.get().fields().size(), entries));
    }

    /** The day of a file's last change, which no copy of a price list is older than; never later than today. */
    public static LocalDate lastChange(Path file, LocalDate today) {
        try {
            LocalDate day = LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
            return day.isAfter(today) ? today : day;
        } catch (IOException failed) {
            throw new UncheckedIOException("Reading " + file + " failed", failed);
        }
    }

    /** Reads one entry. */
    private record EntryReader(PositionedJson.Obj entry, EntryFields fields) {
        Entry read() {
            String mode = fields.text("mode");
            Map<String, String> figures = new LinkedHashMap<>();
            PriceFigures.LITELLM_PRICES.forEach((field, name) -> put(figures, name, perMillion(field)));
            PriceFigures.LITELLM_TOKENS.forEach((field, name) -> put(figures, name, fields.number(field)));
            longContext(figures);
            LocalDate gone = fields.date("deprecation_date");
            if (gone != null) {
                figures.put("shutdown_date", gone.toString());
            }
            if (mode.equals("embedding")) {
                figures.keySet().removeIf(name -> name.contains("output"));
            }
            return new Entry(mode, fields.text("litellm_provider"), figures);
        }

        private void longContext(Map<String, String> figures) {
            for (String field : entry.fields().keySet()) {
                Matcher tier = TIER.matcher(field);
                if (tier.matches()) {
                    figures.put("long_context_threshold_tokens", tier.group(1) + "000");
                    PriceFigures.LITELLM_TIERS.forEach((plain, name) ->
                            put(figures, name, perMillion(plain + "_above_" + tier.group(1) + "k_tokens")));
                    return;
                }
            }
        }

        private static void put(Map<String, String> figures, String name, @Nullable BigDecimal value) {
            if (value != null) {
                figures.put(name, PriceFigures.plain(value));
            }
        }

        private @Nullable BigDecimal perMillion(String field) {
            BigDecimal perToken = fields.number(field);
            return perToken == null ? null : perToken.movePointRight(6);
        }
    }
}
