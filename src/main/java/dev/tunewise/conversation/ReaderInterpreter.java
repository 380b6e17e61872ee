package dev.tunewise.conversation;

import dev.tunewise.chat.Action;
import dev.tunewise.flow.Fact;
import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.AskBack;
import dev.tunewise.reading.Context;
import dev.tunewise.reading.Intent;
import dev.tunewise.reading.Read;
import dev.tunewise.reading.Reader;
import dev.tunewise.reading.Reading;
import dev.tunewise.reading.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands with the rules of a {@link Reader}. */
public final class ReaderInterpreter implements Interpreter {
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    /** An answer is short; who tells a story is talking to somebody. */
    private static final int ANSWER = 80;

    private final Flow flow;
    private final Reader reader;

    /** An interpreter for the flow of a reader. */
    public ReaderInterpreter(Flow flow, Reader reader) {
        this.flow = flow;
        this.reader = reader;
    }

    @Override
    public Heard hear(String text, Setting setting) {
        Reading reading = reader.read(text, new Context(setting.asked(), setting.answers()));
        if (reading.intent() instanceof Intent.WhatIf supposed) {
            return supposed(supposed, setting);
        }
        List<Heard.Fill> fills = new ArrayList<>();
        for (Read read : reading.reads()) {
            fills.add(new Heard.Fill(read.fact(), read.value(), read.quote(), read.correction()));
        }
        List<Heard.Unclear> unclear = new ArrayList<>();
        List<Heard.Refused> refused = new ArrayList<>();
        for (AskBack ask : reading.asks()) {
            askBack(ask, setting, unclear, refused);
        }
        return new Heard(
                fills,
                unclear,
                refused,
                command(reading.intent()),
                inquiry(reading.intent()),
                attempt(text, setting),
                !reading.unread().isEmpty(),
                parameters(reading.settings()));
    }

    /** What is supposed is looked at and changes nothing; what is unclear in it is asked back. */
    private static Heard supposed(Intent.WhatIf supposed, Setting setting) {
        List<Heard.Unclear> unclear = new ArrayList<>();
        List<Heard.Refused> refused = new ArrayList<>();
        supposed.asks().forEach(ask -> askBack(ask, setting, unclear, refused));
        Heard.Parameters parameters = parameters(supposed.settings());
        Map<String, String> arguments = new LinkedHashMap<>();
        supposed.changes().forEach(change -> arguments.put(change.fact(), Values.written(change.value())));
        parameters
                .settings()
                .forEach(set -> arguments.putIfAbsent(
                        set.parameter(), set.value().stripTrailingZeros().toPlainString()));
        Action.Command command = new Action.Command(Verb.WHAT_IF.id(), arguments);
        return new Heard(List.of(), unclear, refused, command, null, false, false, parameters);
    }

    private static Heard.Parameters parameters(Settings settings) {
        List<Heard.Setting> set = new ArrayList<>();
        for (Read read : settings.reads()) {
            if (read.value() instanceof Value.Quantity(BigDecimal value, var _, var _)) {
                set.add(new Heard.Setting(read.fact(), value, read.quote(), read.correction()));
            }
        }
        List<Heard.Unclear> unclear = settings.asks().stream()
                .filter(ask -> !ask.options().isEmpty())
                .map(ask -> new Heard.Unclear(
                        ask.fact(),
                        ask.options().stream().map(AskBack.Option::value).toList(),
                        ask.quote()))
                .toList();
        return new Heard.Parameters(set, unclear);
    }

    private static void askBack(
            AskBack ask, Setting setting, List<Heard.Unclear> unclear, List<Heard.Refused> refused) {
        boolean asked = setting.asked().contains(ask.fact());
        if (!ask.options().isEmpty()) {
            unclear.add(new Heard.Unclear(
                    ask.fact(),
                    ask.options().stream().map(AskBack.Option::value).toList(),
                    ask.quote()));
        } else if (asked || ask.reason() == AskBack.Reason.BOUNDS) {
            refused.add(new Heard.Refused(ask.fact(), ask.quote(), reason(ask.reason())));
        }
    }

    private static Heard.Reason reason(AskBack.Reason reason) {
        return switch (reason) {
            case BOUNDS -> Heard.Reason.BOUNDS;
            case LIMIT -> Heard.Reason.LIMIT;
            case CURRENCY -> Heard.Reason.CURRENCY;
            case HOURS -> Heard.Reason.HOURS;
            case UNKNOWN_NAME, NAME -> Heard.Reason.NAME;
            case NUMBER, SEVERAL, UNSURE -> Heard.Reason.VAGUE;
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
