package dev.tunewise.conversation.understanding;

import dev.tunewise.chat.Action;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.wording.ValueFormat;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.Intent;
import dev.tunewise.reading.result.ParameterReadings;
import dev.tunewise.reading.result.Reading;
import dev.tunewise.reading.result.ReadingContext;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands with the rules of a {@link MessageReader}. */
public record ReaderInterpreter(Flow flow, MessageReader reader) implements Interpreter {
    /** What cannot be taken is told with its reason, whatever is asked. */
    private static final Set<Clarification.Reason> SAID_WHY =
            EnumSet.of(Clarification.Reason.BOUNDS, Clarification.Reason.CURRENCY);

    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    /** An answer is short; who tells a story is talking to somebody. */
    private static final int ANSWER = 80;

    private static final int STORY = 120;

    @Override
    public Interpretation hear(String text, ReadingContext context) {
        Reading reading = reader.read(text, context);
        if (reading.intent() instanceof Intent.WhatIf supposed) {
            return supposed(supposed, reading.reads(), context);
        }
        if (RelativeChange.leavesOut(text, flow.texts())) {
            return supposed(new Intent.WhatIf(List.of(), List.of(), ParameterReadings.NONE), List.of(), context);
        }
        return new Interpretation(
                reading.reads(),
                unclear(reading.asks()),
                refused(reading.asks(), context, text.length()),
                command(reading.intent()),
                inquiry(reading.intent()),
                attempt(text, context),
                !reading.unread().isEmpty() || !reading.proposed().isEmpty(),
                parameters(reading.settings()),
                reading.unplaced().stream().map(piece -> piece.of(text)).toList(),
                reading.asks().stream()
                        .filter(ask -> ask.options().isEmpty() && ask.reason() == Clarification.Reason.UNSURE)
                        .map(Clarification::fact)
                        .toList());
    }

    /** What is supposed is looked at and changes nothing, what was told before it counts; what is unclear in the supposition is asked back. */
    private static Interpretation supposed(Intent.WhatIf supposed, List<ExtractedAnswer> told, ReadingContext context) {
        Map<String, String> arguments = new LinkedHashMap<>();
        supposed.changes().forEach(change -> arguments.put(change.fact(), ValueFormat.written(change.value())));
        supposed.settings().reads().forEach(set -> arguments.putIfAbsent(set.fact(), ValueFormat.written(set.value())));
        Action.Command command = new Action.Command(ConversationCommand.WHAT_IF.id(), arguments);
        return new Interpretation(
                told,
                unclear(supposed.asks()),
                refused(supposed.asks(), context, 0),
                command,
                null,
                false,
                false,
                parameters(supposed.settings()),
                List.of(),
                List.of());
    }

    private static ParameterReadings parameters(ParameterReadings settings) {
        return new ParameterReadings(settings.reads(), unclear(settings.asks()));
    }

    private static List<Clarification> unclear(List<Clarification> asks) {
        return asks.stream().filter(ask -> !ask.options().isEmpty()).toList();
    }

    /** In a story, a figure that a fact which nobody asked for cannot have is hardly that fact's: "310M input tokens last month". */
    private static List<Clarification> refused(List<Clarification> asks, ReadingContext context, int length) {
        return asks.stream()
                .filter(ask -> ask.options().isEmpty()
                        && (context.open().contains(ask.fact())
                                || SAID_WHY.contains(ask.reason())
                                        && (length <= STORY || ask.reason() != Clarification.Reason.BOUNDS)))
                .toList();
    }

    private static Action.@Nullable Command command(Intent intent) {
        return switch (intent) {
            case Intent.Command(String name, Map<String, String> arguments) -> new Action.Command(name, arguments);
            case Intent _ -> null;
        };
    }

    private static @Nullable Intent inquiry(Intent intent) {
        return switch (intent) {
            case Intent.None _, Intent.Command _, Intent.WhatIf _ -> null;
            default -> intent;
        };
    }

    /** Says whether a text looks like an answer to the open question: short, and with a figure where one is asked for. */
    private boolean attempt(String text, ReadingContext context) {
        Optional<Fact> asked = context.open().stream().findFirst().flatMap(flow::fact);
        return asked.filter(fact -> fact.type() == FactType.QUANTITY).isPresent()
                && text.length() <= ANSWER
                && DIGIT.matcher(text).find();
    }
}
