package dev.tunewise.api.flow;

import dev.tunewise.advice.document.AdviceDocument;
import dev.tunewise.advice.document.RecordTree;
import dev.tunewise.chat.Truncate;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.ProposedAnswer;
import dev.tunewise.reading.result.Reading;
import dev.tunewise.reading.result.ReadingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was read from a text, as JSON; what somebody asked stands apart from what they stated. */
public final class ReadingDocument {
    /** The longest unread piece that is given back. */
    private static final int LONGEST_PIECE = 500;

    private static final RecordTree TREE = new RecordTree(
                    ValueJson.TREE, Map.of(Clarification.class, "fact reason quote options"))
            .with(Clarification.Reason.class, ValueJson::name)
            .with(Clarification.Option.class, ReadingDocument::option)
            .with(ExtractedAnswer.class, read -> answer(read.value(), read.quote()))
            .with(ProposedAnswer.class, ReadingDocument::proposed);

    /** Proposes the choices that a message seems to state and its reading lacks. */
    @FunctionalInterface
    public interface Proposals {
        List<ProposedAnswer> propose(Flow flow, String text, Reading reading, ReadingContext context);
    }

    public static Map<String, @Nullable Object> of(
            Flow flow, Reading reading, List<ProposedAnswer> proposals, String text) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        Map<String, @Nullable Object> question = new LinkedHashMap<>();
        reading.reads()
                .forEach(read -> (flow.isAsked(read.fact()) ? question : answers).put(read.fact(), TREE.of(read)));
        proposals.stream()
                .filter(proposal -> flow.isAsked(proposal.fact()))
                .forEach(proposal -> question.putIfAbsent(proposal.fact(), answer(proposal.value(), proposal.quote())));
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        reading.settings().reads().forEach(read -> parameters.put(read.fact(), TREE.of(read)));
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("answers", answers);
        tree.put("question", question);
        tree.put("parameters", parameters);
        tree.put(
                "proposals",
                TREE.of(proposals.stream()
                        .filter(proposal -> !flow.isAsked(proposal.fact()))
                        .toList()));
        tree.put("asks", TREE.of(reading.asks()));
        tree.put(
                "unread",
                reading.unread().stream()
                        .map(piece -> Truncate.to(piece.of(text), LONGEST_PIECE))
                        .toList());
        return tree;
    }

    private static Map<String, @Nullable Object> answer(Value value, String quote) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("value", single(value));
        tree.put("low", value instanceof Value.Quantity quantity ? AdviceDocument.plain(quantity.low()) : null);
        tree.put("high", value instanceof Value.Quantity quantity ? AdviceDocument.plain(quantity.high()) : null);
        tree.put("quote", quote);
        return tree;
    }

    /** A choice that the words seem to state; it is no answer until somebody confirms it. */
    private static Map<String, @Nullable Object> proposed(ProposedAnswer answer) {
        Map<String, @Nullable Object> tree = TREE.parts(answer, "fact value quote");
        tree.put("probability", Math.round(answer.probability() * 100) / 100.0);
        return tree;
    }

    private static Map<String, @Nullable Object> option(Clarification.Option option) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("value", single(option.value()));
        tree.put("label", option.label());
        return tree;
    }

    private static Object single(Value value) {
        return value instanceof Value.Quantity quantity ? AdviceDocument.plain(quantity.value()) : ValueJson.of(value);
    }
}
