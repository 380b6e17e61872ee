package dev.tunewise.api.flow;

import dev.tunewise.flow.Value;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.Reading;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was read from a text. */
@Serdeable
@Schema(name = "Reading")
public record ReadingView(
        @Schema(description = "what was read, by fact id") Map<String, Answer> answers,

        @Schema(description = "cost parameters that were read, by key")
        Map<String, Answer> parameters,

        @Schema(description = "what is ambiguous and was not filled in")
        List<Ask> asks,

        @Schema(description = "pieces that say something and were not understood")
        List<String> unread) {

    /** The longest unread piece that is given back. */
    private static final int LONGEST_PIECE = 500;

    /** One answer. */
    @Serdeable
    @Schema(name = "ReadAnswer")
    record Answer(
            @Schema(ref = "#/components/schemas/Value") Object value,

            @Nullable @Schema(description = "the least it may be, for numbers")
            BigDecimal low,

            @Nullable @Schema(description = "the most it may be, for numbers")
            BigDecimal high,

            @Schema(description = "the words it was read from")
            String quote) {
        public static Answer of(ExtractedAnswer read) {
            return read.value() instanceof Value.Quantity(var value, var low, var high)
                    ? new Answer(ValueJson.plain(value), ValueJson.plain(low), ValueJson.plain(high), read.quote())
                    : new Answer(ValueJson.of(read.value()), null, null, read.quote());
        }
    }

    /** Something to ask back. */
    @Serdeable
    @Schema(name = "ReadAsk")
    record Ask(
            String fact,
            @Schema(description = "what is unclear") String reason,
            @Schema(description = "the words") String quote,

            @Schema(description = "the possible readings, the likeliest first")
            List<Option> options) {
        public static Ask of(Clarification ask) {
            return new Ask(
                    ask.fact(),
                    ask.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    ask.quote(),
                    ask.options().stream()
                            .map(option -> new Option(single(option.value()), option.label()))
                            .toList());
        }

        private static Object single(Value value) {
            return value instanceof Value.Quantity(var quantity, var _, var _)
                    ? ValueJson.plain(quantity)
                    : ValueJson.of(value);
        }
    }

    /** One possible reading. */
    @Serdeable
    @Schema(name = "ReadOption")
    record Option(
            @Schema(ref = "#/components/schemas/Value") Object value, String label) {}

    public static ReadingView of(Reading reading, String text) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        reading.reads().forEach(read -> answers.put(read.fact(), Answer.of(read)));
        Map<String, Answer> parameters = new LinkedHashMap<>();
        reading.settings().reads().forEach(read -> parameters.put(read.fact(), Answer.of(read)));
        return new ReadingView(
                answers,
                parameters,
                reading.asks().stream().map(Ask::of).toList(),
                reading.unread().stream()
                        .map(piece -> shortened(piece.of(text)))
                        .toList());
    }

    private static String shortened(String piece) {
        return piece.codePointCount(0, piece.length()) <= LONGEST_PIECE
                ? piece
                : piece.substring(0, piece.offsetByCodePoints(0, LONGEST_PIECE)) + "…";
    }
}
