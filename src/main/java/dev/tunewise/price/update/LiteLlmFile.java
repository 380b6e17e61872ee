package dev.tunewise.price.update;

import dev.tunewise.diagnostics.Problems;
import dev.tunewise.price.figure.PriceFigures;
import dev.tunewise.price.file.LoadResult;
import dev.tunewise.price.file.PositionedJson;
import dev.tunewise.price.file.PositionedJsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
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
    private static final Pattern TIER = Pattern.compile("input_cost_per_token_above_(\\d{1,6})k_tokens");

    public LiteLlmFile {
        entries = Map.copyOf(entries);
    }

    /**
     * What the file says about one model.
     *
     * @param mode for example "chat" or "embedding"; empty when not said
     * @param provider the vendor or route
     * @param figures what it says, by the names that price files have; prices in dollars per 1,000,000 tokens
     */
    public record Entry(String mode, String provider, Map<String, String> figures) {
        public Entry {
            figures = Map.copyOf(figures);
        }

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
                entries.put(key, new EntryReader(key, entry, problems).read());
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
    private record EntryReader(String key, PositionedJson.Obj entry, Problems problems) {
        Entry read() {
            String mode = text("mode");
            Map<String, String> figures = new LinkedHashMap<>();
            PriceFigures.LITELLM_PRICES.forEach((field, name) -> put(figures, name, perMillion(field)));
            PriceFigures.LITELLM_TOKENS.forEach((field, name) -> put(figures, name, number(field)));
            longContext(figures);
            date("deprecation_date").ifPresent(day -> figures.put("shutdown_date", day.toString()));
            if (mode.equals("embedding")) {
                figures.keySet().removeIf(name -> name.contains("output"));
            }
            return new Entry(mode, text("litellm_provider"), figures);
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
            BigDecimal perToken = number(field);
            return perToken == null ? null : perToken.movePointRight(6);
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

        private Optional<LocalDate> date(String field) {
            String text = text(field);
            try {
                return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
            } catch (DateTimeException notADay) {
                PositionedJson found = entry.get(field);
                wrong(field, found == null ? entry : found, "a day such as 2026-11-20");
                return Optional.empty();
            }
        }

        private void wrong(String field, PositionedJson found, String expected) {
            problems.error("bad-field.import", found.at(), key, field, found.describe(), expected);
        }
    }
}
