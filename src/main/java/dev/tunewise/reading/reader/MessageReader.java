package dev.tunewise.reading.reader;

import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.interview.RecentResults;
import dev.tunewise.reading.cue.Annotations;
import dev.tunewise.reading.cue.Cue;
import dev.tunewise.reading.intent.BillQuestion;
import dev.tunewise.reading.intent.CommandMatcher;
import dev.tunewise.reading.intent.PastedText;
import dev.tunewise.reading.intent.QuestionMatcher;
import dev.tunewise.reading.intent.SmallTalk;
import dev.tunewise.reading.intent.WhatIfDetector;
import dev.tunewise.reading.name.NameCatalogue;
import dev.tunewise.reading.pattern.Lexicon;
import dev.tunewise.reading.resolution.BareNumberResolver;
import dev.tunewise.reading.resolution.CombinedFigures;
import dev.tunewise.reading.resolution.CorrectionResolver;
import dev.tunewise.reading.resolution.FactResolver;
import dev.tunewise.reading.resolution.ListAnswer;
import dev.tunewise.reading.resolution.ListChanges;
import dev.tunewise.reading.resolution.ListedClasses;
import dev.tunewise.reading.resolution.OpeningDenial;
import dev.tunewise.reading.resolution.ResolutionContext;
import dev.tunewise.reading.resolution.ResolvedFacts;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.Intent;
import dev.tunewise.reading.result.ParameterReadings;
import dev.tunewise.reading.result.Reading;
import dev.tunewise.reading.result.ReadingContext;
import dev.tunewise.reading.result.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads what people type: answers with their quotes, what has to be asked back, and what the message orders or asks. It takes any text and
 * needs time in proportion to its length. What it is not sure of it does not read. Immutable and safe for several threads.
 */
public final class MessageReader {
    /** Characters of a message that are read; what follows is reported as unread. */
    public static final int LONGEST = 40_000;

    private static final Set<Cue.Kind> SUPPOSED = EnumSet.of(
            Cue.Kind.QUESTION, Cue.Kind.INDIRECT, Cue.Kind.HYPOTHESIS, Cue.Kind.WISH, Cue.Kind.FUTURE, Cue.Kind.HAD);

    private final ParameterFacts parameters;
    private final Flow flow;
    private final PatternScanner watch;
    private final CommandMatcher orders;
    private final QuestionMatcher inquiries;
    private final RecentResults<Heard, Reading> last = new RecentResults<>(1);
    /** One turn reads its message as the answer to many questions; what is seen in it is the same. */
    private final RecentResults<String, Annotations> seen = new RecentResults<>(1);

    private record Heard(String text, ReadingContext context) {}

    /**
     * A reader for one flow.
     *
     * @param flow facts to read and the words people use for them; patterns that are wrong are left out, {@link PatternCheck} reports them
     * @param names what the names in the flow's catalogues stand for
     */
    public MessageReader(Flow flow, NameCatalogue names) {
        parameters = new ParameterFacts(flow);
        this.flow = parameters.joined();
        watch = new PatternScanner(this.flow, names);
        orders = new CommandMatcher(flow);
        inquiries = new QuestionMatcher(flow);
    }

    Lexicon lexicon() {
        return watch.lexicon();
    }

    public Reading read(String text, ReadingContext context) {
        return last.of(new Heard(text, context), () -> readNow(text, context));
    }

    /** Empties what it remembers of what people said. */
    public void forget() {
        last.forgetAll();
        seen.forgetAll();
    }

    private Reading readNow(String text, ReadingContext context) {
        Optional<PastedText.Found> pasted = PastedText.in(text);
        return pasted.isEmpty() ? message(text, context) : around(pasted.get(), context);
    }

    /** What is said beside a pasted text, together with what is wanted of that. */
    private Reading around(PastedText.Found pasted, ReadingContext context) {
        return pasted.rest().isBlank()
                ? Reading.of(pasted.intent(), List.of())
                : message(pasted.rest(), context).with(pasted.intent());
    }

    private Reading message(String text, ReadingContext context) {
        String head = text.length() > LONGEST ? text.substring(0, cut(text)) : text;
        Annotations seen = this.seen.of(head, () -> watch.see(head));
        if (seen.line().size() == 0) {
            return Reading.of(new Intent.None(), rest(text, head));
        }
        OptionalInt supposes = WhatIfDetector.from(seen.line());
        if (supposes.orElse(0) > 0) {
            int at = seen.line().items().get(supposes.getAsInt()).start;
            return message(head.substring(0, at), context)
                    .with(message(head.substring(at), context).intent());
        }
        ResolvedFacts settled = settle(seen, context);
        Intent intent =
                changed(intent(seen, context, settled), settled, new ResolutionContext(flow, seen, context, settled));
        List<Span> unread = UnreadText.of(seen, settled, intent);
        Sorted sorted = sorted(settled);
        return new Reading(
                sorted.reads(),
                settled.proposed(),
                sorted.asks(),
                Stream.concat(unread.stream(), rest(text, head).stream()).toList(),
                UnreadText.unplaced(seen, unread),
                UnreadText.unreal(seen).toList(),
                settled.others,
                intent,
                sorted.settings());
    }

    private ResolvedFacts settle(Annotations seen, ReadingContext context) {
        ResolvedFacts settled = new FactResolver(flow, seen, context).settle();
        ResolutionContext resolution = new ResolutionContext(flow, seen, context, settled);
        ListedClasses.take(resolution);
        CombinedFigures.take(resolution);
        BareNumberResolver.take(resolution);
        ListAnswer.take(resolution);
        ListChanges.take(resolution);
        OpeningDenial.take(resolution);
        return settled;
    }

    private Intent intent(Annotations seen, ReadingContext context, ResolvedFacts settled) {
        Optional<Intent.Command> told = orders.in(seen.line());
        boolean changes =
                told.filter(command -> command.name().equals("what-changes")).isPresent();
        boolean asks = WhatIfDetector.from(seen.line()).isPresent();
        Optional<Intent.BillOf> bill = BillQuestion.in(seen).filter(sum -> !asks || sum.tells());
        if (bill.isPresent()) {
            return bill.get();
        }
        if (!changes && (asks || WhatIfDetector.isFigureAlone(seen.line()))) {
            ResolvedFacts supposed = new FactResolver(flow, seen.lifting(SUPPOSED), context).settle();
            Sorted sorted = sorted(supposed);
            if (asks || supposed.tellsBeside(context.open())) {
                return new Intent.WhatIf(sorted.reads(), sorted.asks(), sorted.settings());
            }
        }
        boolean answered = context.open().stream().anyMatch(settled.reads::containsKey);
        // "no idea, maybe a few thousand" is an answer after all
        return told.filter(command -> !(answered && command.name().equals("dont-know")))
                .<Intent>map(command -> command)
                .or(() -> BillQuestion.following(seen))
                .or(() -> inquiries.in(seen))
                .or(() -> SmallTalk.in(seen.line()))
                .orElseGet(Intent.None::new);
    }

    /** What was settled, facts and parameters apart, each in the order of the message. */
    private record Sorted(List<ExtractedAnswer> reads, List<Clarification> asks, ParameterReadings settings) {}

    private Sorted sorted(ResolvedFacts settled) {
        List<ExtractedAnswer> reads = new ArrayList<>();
        List<ExtractedAnswer> set = new ArrayList<>();
        settled.reads.values().stream()
                .sorted(Comparator.comparingInt(ExtractedAnswer::start))
                .forEach(read -> {
                    if (parameters.of(read.fact()).isPresent()) {
                        set.add(parameters.read(read));
                    } else {
                        reads.add(read);
                    }
                });
        set.removeIf(one -> set.stream().anyMatch(other -> saysMore(other, one)));
        List<Clarification> asks = new ArrayList<>();
        List<Clarification> open = new ArrayList<>();
        for (Clarification ask : settled.asks.values()) {
            if (parameters.of(ask.fact()).isPresent()) {
                open.add(parameters.ask(ask));
            } else {
                asks.add(ask);
            }
        }
        return new Sorted(reads, asks, ParameterReadings.of(set, open));
    }

    /** "Training fails in 40 %" says more of one parameter than "training fails". */
    private static boolean saysMore(ExtractedAnswer other, ExtractedAnswer one) {
        return other.fact().equals(one.fact())
                && other.start() < one.end()
                && one.start() < other.end()
                && other.end() - other.start() > one.end() - one.start();
    }

    /**
     * An order to change that says what to is none any more; of one to take back that names nothing, what was read is meant.
     */
    private Intent changed(Intent intent, ResolvedFacts settled, ResolutionContext desk) {
        if (!(intent instanceof Intent.Command(String name, Map<String, String> arguments))) {
            return intent;
        }
        String fact = arguments.getOrDefault("fact", "");
        if (name.equals("remove")) {
            List<String> read = List.copyOf(settled.reads.keySet());
            boolean lists = read.stream()
                    .anyMatch(each -> flow.fact(each)
                            .filter(one -> one.type() == FactType.CHOICES)
                            .isPresent());
            String meant = !fact.isEmpty() || read.isEmpty() ? arguments.getOrDefault("named", fact) : read.getFirst();
            if (lists || meant.isEmpty() || !fact.isEmpty() && !read.isEmpty()) {
                return new Intent.None();
            }
            settled.reads.clear();
            return new Intent.Command(name, Map.of("fact", meant));
        }
        boolean done = name.equals("change")
                && flow.fact(fact).isPresent()
                && CorrectionResolver.of(desk).changes(fact);
        return done ? new Intent.None() : intent;
    }

    private static int cut(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }

    private static List<Span> rest(String text, String head) {
        return head.length() == text.length() ? List.of() : List.of(new Span(head.length(), text.length()));
    }
}
