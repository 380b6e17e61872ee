package dev.tunewise.conversation.understanding;

import dev.tunewise.chat.Action;
import dev.tunewise.conversation.state.ConversationCommand;
import dev.tunewise.conversation.wording.ValueFormat;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Latest;
import dev.tunewise.reading.reader.MessageReader;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.Intent;
import dev.tunewise.reading.result.ParameterReadings;
import dev.tunewise.reading.result.Reading;
import dev.tunewise.reading.result.ReadingContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands with the rules of a {@link MessageReader}. */
public final class ReaderInterpreter implements Interpreter {
    /** What cannot be taken is told with its reason, whatever is asked. */
    private static final Set<Clarification.Reason> SAID_WHY =
            EnumSet.of(Clarification.Reason.BOUNDS, Clarification.Reason.CURRENCY);

    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    /** An answer is short; who tells a story is talking to somebody. */
    private static final int ANSWER = 80;

    private final Flow flow;
    private final MessageReader reader;
    /** A turn first looks whether anything stays unread, and then takes what was said. */
    private final Latest<Heard, Interpretation> last = new Latest<>(1);

    public ReaderInterpreter(Flow flow, MessageReader reader) {
        this.flow = flow;
        this.reader = reader;
    }

    private record Heard(String text, Setting setting) {}

    @Override
    public Interpretation hear(String text, Setting setting) {
        return last.of(new Heard(text, setting), () -> read(text, setting));
    }

    public void forget() {
        last.forgetAll();
    }

    private Interpretation read(String text, Setting setting) {
        Reading reading = reader.read(text, new ReadingContext(setting.asked(), setting.answers()));
        List<Interpretation.Fill> fills = new ArrayList<>();
        for (ExtractedAnswer read : reading.reads()) {
            fills.add(new Interpretation.Fill(read.fact(), read.value(), read.quote(), read.correction()));
        }
        if (reading.intent() instanceof Intent.WhatIf supposed) {
            return supposed(supposed, fills, setting);
        }
        List<Interpretation.Unclear> unclear = new ArrayList<>();
        List<Interpretation.Refused> refused = new ArrayList<>();
        for (Clarification ask : reading.asks()) {
            askBack(ask, setting, unclear, refused);
        }
        return new Interpretation(
                fills,
                unclear,
                refused,
                command(reading.intent()),
                inquiry(reading.intent()),
                attempt(text, setting),
                !reading.unread().isEmpty() || !reading.proposed().isEmpty(),
                parameters(reading.settings()),
                reading.unplaced().stream().map(piece -> piece.of(text)).toList(),
                reading.asks().stream()
                        .filter(ask -> ask.options().isEmpty() && ask.reason() == Clarification.Reason.UNSURE)
                        .map(Clarification::fact)
                        .toList());
    }

    /** What is supposed is looked at and changes nothing, what was told before it counts; what is unclear in the supposition is asked back. */
    private static Interpretation supposed(Intent.WhatIf supposed, List<Interpretation.Fill> told, Setting setting) {
        List<Interpretation.Unclear> unclear = new ArrayList<>();
        List<Interpretation.Refused> refused = new ArrayList<>();
        supposed.asks().forEach(ask -> askBack(ask, setting, unclear, refused));
        Interpretation.Parameters parameters = parameters(supposed.settings());
        Map<String, String> arguments = new LinkedHashMap<>();
        supposed.changes().forEach(change -> arguments.put(change.fact(), ValueFormat.written(change.value())));
        parameters
                .settings()
                .forEach(set -> arguments.putIfAbsent(
                        set.parameter(), set.value().stripTrailingZeros().toPlainString()));
        Action.Command command = new Action.Command(ConversationCommand.WHAT_IF.id(), arguments);
        return new Interpretation(
                told, unclear, refused, command, null, false, false, parameters, List.of(), List.of());
    }

    private static Interpretation.Parameters parameters(ParameterReadings settings) {
        List<Interpretation.Setting> set = new ArrayList<>();
        for (ExtractedAnswer read : settings.reads()) {
            if (read.value() instanceof Value.Quantity(BigDecimal value, var _, var _)) {
                set.add(new Interpretation.Setting(read.fact(), value, read.quote(), read.correction()));
            }
        }
        List<Interpretation.Unclear> unclear = settings.asks().stream()
                .filter(ask -> !ask.options().isEmpty())
                .map(ask -> new Interpretation.Unclear(
                        ask.fact(),
                        ask.options().stream().map(Clarification.Option::value).toList(),
                        ask.quote()))
                .toList();
        return new Interpretation.Parameters(set, unclear);
    }

    private static void askBack(
            Clarification ask,
            Setting setting,
            List<Interpretation.Unclear> unclear,
            List<Interpretation.Refused> refused) {
        boolean asked = setting.asked().contains(ask.fact());
        if (!ask.options().isEmpty()) {
            unclear.add(new Interpretation.Unclear(
                    ask.fact(),
                    ask.options().stream().map(Clarification.Option::value).toList(),
                    ask.quote()));
        } else if (asked || SAID_WHY.contains(ask.reason())) {
            refused.add(new Interpretation.Refused(ask.fact(), ask.quote(), reason(ask.reason())));
        }
    }

    private static Interpretation.Reason reason(Clarification.Reason reason) {
        return switch (reason) {
            case BOUNDS -> Interpretation.Reason.BOUNDS;
            case LIMIT -> Interpretation.Reason.LIMIT;
            case CURRENCY -> Interpretation.Reason.CURRENCY;
            case HOURS -> Interpretation.Reason.HOURS;
            case UNKNOWN_NAME, NAME -> Interpretation.Reason.NAME;
            case NUMBER, SEVERAL, UNSURE -> Interpretation.Reason.VAGUE;
        };
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
            case Intent.PriceOf _, Intent.MeaningOf _, Intent.SourceOf _, Intent.Difference _, Intent.Question _ ->
                intent;
            case Intent.SmallTalk _, Intent.Tokens _ -> intent;
        };
    }

    /** Says whether a text looks like an answer to the open question: short, and with a figure where one is asked for. */
    private boolean attempt(String text, Setting setting) {
        Optional<Fact> asked = setting.asked().stream().findFirst().flatMap(flow::fact);
        return asked.filter(fact -> fact.type() == FactType.QUANTITY).isPresent()
                && text.length() <= ANSWER
                && DIGIT.matcher(text).find();
    }
}
