package dev.tunewise.reading;

import dev.tunewise.flow.Flow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what people type: answers with their quotes, what has to be asked back, and what the message orders or asks. It takes any text and
 * needs time in proportion to its length. What it is not sure of it does not read. Immutable and safe for several threads.
 */
public final class Reader {
    /** Characters of a message that are read; what follows is reported as unread. */
    public static final int LONGEST = 40_000;

    private static final Set<Cue.Kind> SUPPOSED =
            EnumSet.of(Cue.Kind.QUESTION, Cue.Kind.HYPOTHESIS, Cue.Kind.WISH, Cue.Kind.FUTURE, Cue.Kind.HAD);

    private final ParameterFacts parameters;
    private final Flow flow;
    private final Watch watch;
    private final Orders orders;
    private final Inquiries inquiries;

    /**
     * A reader for one flow.
     *
     * @param flow facts to read and the words people use for them; patterns that are wrong are left out, {@link WordCheck} reports them
     * @param names what the names in the flow's catalogues stand for
     */
    public Reader(Flow flow, Names names) {
        parameters = new ParameterFacts(flow);
        this.flow = parameters.joined();
        watch = new Watch(this.flow, names);
        orders = new Orders(flow);
        inquiries = new Inquiries(flow);
    }

    /** What a message says in its context. */
    public Reading read(String text, Context context) {
        Optional<Pasted.Found> pasted = Pasted.in(text);
        return pasted.isEmpty() ? message(text, context) : around(pasted.get(), context);
    }

    /** What is said after a pasted text, together with what is wanted of that. */
    private Reading around(Pasted.Found pasted, Context context) {
        if (pasted.rest().isBlank()) {
            return new Reading(List.of(), List.of(), List.of(), pasted.intent(), Settings.NONE);
        }
        Reading rest = message(pasted.rest(), context);
        return new Reading(rest.reads(), rest.asks(), List.of(), pasted.intent(), rest.settings());
    }

    private Reading message(String text, Context context) {
        String head = text.length() > LONGEST ? text.substring(0, cut(text)) : text;
        Sighting seen = watch.see(head);
        if (seen.line().size() == 0) {
            return new Reading(List.of(), List.of(), rest(text, head), new Intent.None(), Settings.NONE);
        }
        Resolver.Settled settled = settle(seen, context);
        Intent intent = changed(intent(seen, context, settled), new Desk(flow, seen, context, settled));
        List<Span> unread = new ArrayList<>(Unread.of(seen, settled, intent));
        unread.addAll(rest(text, head));
        Sorted sorted = sorted(settled);
        return new Reading(sorted.reads(), sorted.asks(), unread, intent, sorted.settings());
    }

    private Resolver.Settled settle(Sighting seen, Context context) {
        Resolver.Settled settled = new Resolver(flow, seen, context).settle();
        BareAnswers.take(new Desk(flow, seen, context, settled));
        return settled;
    }

    private Intent intent(Sighting seen, Context context, Resolver.Settled settled) {
        if (WhatIfs.asked(seen.line())) {
            Resolver.Settled supposed = new Resolver(flow, seen.lifting(SUPPOSED), context).settle();
            Sorted sorted = sorted(supposed);
            return new Intent.WhatIf(sorted.reads(), sorted.asks(), sorted.settings());
        }
        boolean answered = context.open().stream().anyMatch(settled.reads::containsKey);
        Optional<Intent> order = orders.in(seen.line())
                // "no idea, maybe a few thousand" is an answer after all
                .filter(command -> !(answered && command.name().equals("dont-know")))
                .map(command -> command);
        return order.or(() -> inquiries.in(seen))
                .or(() -> SmallTalk.in(seen.line()))
                .orElseGet(Intent.None::new);
    }

    /** What was settled, facts and parameters apart, each in the order of the message. */
    private record Sorted(List<Read> reads, List<AskBack> asks, Settings settings) {}

    private Sorted sorted(Resolver.Settled settled) {
        List<Read> reads = new ArrayList<>();
        List<Read> set = new ArrayList<>();
        settled.reads.values().stream()
                .sorted(Comparator.comparingInt(Read::start))
                .forEach(read -> {
                    if (parameters.of(read.fact()).isPresent()) {
                        set.add(parameters.read(read));
                    } else {
                        reads.add(read);
                    }
                });
        List<AskBack> asks = new ArrayList<>();
        List<AskBack> open = new ArrayList<>();
        for (AskBack ask : settled.asks.values()) {
            if (parameters.of(ask.fact()).isPresent()) {
                open.add(parameters.ask(ask));
            } else {
                asks.add(ask);
            }
        }
        return new Sorted(reads, asks, Settings.of(set, open));
    }

    /** An order to change something that says right away what to is no order any more. */
    private Intent changed(Intent intent, Desk desk) {
        boolean done = intent instanceof Intent.Command(String name, Map<String, String> arguments)
                && name.equals("change")
                && flow.fact(arguments.getOrDefault("fact", "")).isPresent()
                && new Corrections(desk).changes(arguments.getOrDefault("fact", ""));
        return done ? new Intent.None() : intent;
    }

    private static int cut(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }

    private static List<Span> rest(String text, String head) {
        return head.length() == text.length() ? List.of() : List.of(new Span(head.length(), text.length()));
    }
}
