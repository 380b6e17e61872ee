package dev.tunewise.api.flow;

import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.ProposedAnswer;
import dev.tunewise.reading.result.Reading;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was read from a text. */
@Serdeable
public record ReadingView(
        Map<String, Answer> answers,
        Map<String, Answer> question,
        Map<String, Answer> parameters,
        List<Proposed> proposals,
        List<Ask> asks,
        List<String> unread) {
    /** The longest unread piece that is given back. */
    private static final int LONGEST_PIECE = 500;

    @Serdeable
    record Answer(
            Object value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            String quote) {
        public static Answer of(ExtractedAnswer read) {
            return read.value() instanceof Value.Quantity(var value, var low, var high)
                    ? new Answer(ValueJson.plain(value), ValueJson.plain(low), ValueJson.plain(high), read.quote())
                    : new Answer(ValueJson.of(read.value()), null, null, read.quote());
        }
    }

    /** A choice that the words seem to state; it is no answer until somebody confirms it. */
    @Serdeable
    record Proposed(String fact, Object value, String quote, double probability) {
        static Proposed of(ProposedAnswer answer) {
            double probability = Math.round(answer.probability() * 100) / 100.0;
            return new Proposed(answer.fact(), ValueJson.of(answer.value()), answer.quote(), probability);
        }
    }

    @Serdeable
    record Ask(String fact, String reason, String quote, List<Option> options) {
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

    @Serdeable
    record Option(Object value, String label) {}

    /** The view of a reading; what somebody asked stands apart from what they stated. */
    public static ReadingView of(Flow flow, Reading reading, List<ProposedAnswer> proposals, String text) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        Map<String, Answer> question = new LinkedHashMap<>();
        reading.reads()
                .forEach(read -> (flow.isAsked(read.fact()) ? question : answers).put(read.fact(), Answer.of(read)));
        proposals.stream()
                .filter(proposal -> flow.isAsked(proposal.fact()))
                .forEach(proposal -> question.putIfAbsent(
                        proposal.fact(), new Answer(ValueJson.of(proposal.value()), null, null, proposal.quote())));
        Map<String, Answer> parameters = new LinkedHashMap<>();
        reading.settings().reads().forEach(read -> parameters.put(read.fact(), Answer.of(read)));
        return new ReadingView(
                answers,
                question,
                parameters,
                proposals.stream()
                        .filter(proposal -> !flow.isAsked(proposal.fact()))
                        .map(Proposed::of)
                        .toList(),
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
