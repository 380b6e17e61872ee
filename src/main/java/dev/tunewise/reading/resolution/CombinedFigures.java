package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.number.CurrencyWords;
import dev.tunewise.reading.number.Rate;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Takes figures that only together say something: "$3,000 a month for 100k calls" is both a volume and a price, as is a bill beside a volume;
 * "20 examples per type" with 45 types are 900. A bill in another currency is asked back.
 */
public final class CombinedFigures {
    private static final int NEAR = 3;
    private static final int LONGEST_QUOTE = 100;
    /** So many words at most stand between the word for paying and the sum. */
    private static final int REACH = 4;

    public static void take(ResolutionContext context) {
        Optional<Fact> price = fact(context, Unit.Kind.MONEY_PER_THOUSAND);
        Optional<Fact> volume = fact(context, Unit.Kind.PER_DAY);
        TokenSequence line = context.line;
        examples(context);
        for (int i = 0; price.isPresent() && volume.isPresent() && i < line.size(); i++) {
            Amount paid = line.items().get(i).amount;
            if (paid == null || paid.kind() != Amount.Kind.MONEY || paid.per() != null || !context.isReal(i)) {
                continue;
            }
            int counted = counted(context, i + 1);
            if (counted >= 0 && context.seen.usual().list("calls").contains(line.word(counted + 1))) {
                bill(context, price.get(), volume.get(), i, counted);
            } else if (!CurrencyWords.DOLLAR.equals(paid.currency())
                    && isPaid(context, i)
                    && !context.isSettled(price.get())) {
                put(context, price.get(), paid.withoutRate(), i);
            } else if (paid.rate() != null && isBill(context, i)) {
                perCall(context, price.get(), volume.get(), paid, i);
            }
        }
    }

    /** Whether a clause says nothing but what is paid, so that it is the bill of the system that the message tells of. */
    private static boolean isBill(ResolutionContext context, int at) {
        TokenSequence line = context.line;
        boolean paid = false;
        for (int i = line.clauseStart(at); i < line.clauseEnd(at); i++) {
            AnnotatedToken item = line.items().get(i);
            if (item.kind == AnnotatedToken.Kind.WORD
                    && !context.seen.usual().list("bill").contains(item.word)) {
                return false;
            }
            paid |= item.word.equals("us") || context.seen.usual().list("pays").contains(item.word);
        }
        return paid;
    }

    private static void perCall(ResolutionContext context, Fact price, Fact volume, Amount paid, int at) {
        ExtractedAnswer often = context.settled.reads.get(volume.id());
        Rate rate = paid.rate();
        if (rate == null || often == null || !(often.value() instanceof Value.Quantity calls)) {
            return;
        }
        BigDecimal days = rate.perDay(BigDecimal.ONE);
        if (calls.value().signum() > 0 && days.signum() > 0 && !context.isSettled(price)) {
            BigDecimal counted = calls.value().divide(days, MathContext.DECIMAL64);
            put(context, price, paid.withoutRate().withPer(counted), at);
        }
    }

    /** "20 examples per type" times the classes of the message or of what is known. */
    private static void examples(ResolutionContext context) {
        Optional<Fact> all = counted(context, "examples");
        Optional<Value.Quantity> classes = classes(context);
        TokenSequence line = context.line;
        for (int i = 0; all.isPresent() && classes.isPresent() && i < line.size(); i++) {
            Amount each = line.items().get(i).amount;
            int end = each != null && each.isPlainCount() && !each.isUnclear() ? eachClass(context, i + 1) : -1;
            if (end < 0
                    || each == null
                    || !context.isReal(i)
                    || context.settled.reads.containsKey(all.get().id())
                    || IntStream.range(line.clauseStart(i), line.clauseEnd(i))
                            .anyMatch(word ->
                                    context.seen.usual().list("not-held").contains(line.word(word)))) {
                continue;
            }
            Value value = Value.Quantity.of(each.value().multiply(classes.get().value()));
            Span quote = quote(context, context.seen.span(i, end));
            if (statement(context).isOwn(i)) {
                context.settled.read(all.get(), value, quote, false);
            } else {
                context.settled.propose(all.get(), value, quote);
            }
        }
    }

    /** Both figures in one quote where they stand near one another, so that it shows what the product was made of. */
    private static Span quote(ResolutionContext context, Span each) {
        return classFacts(context)
                .flatMap(fact -> Optional.ofNullable(context.settled.reads.get(fact.id())).stream())
                .map(read -> new Span(Math.min(read.start(), each.start()), Math.max(read.end(), each.end())))
                .filter(both -> both.end() - both.start() <= LONGEST_QUOTE)
                .findFirst()
                .orElse(each);
    }

    private static Stream<Fact> classFacts(ResolutionContext context) {
        return context.flow.facts().stream()
                .filter(fact -> fact.unit() != null && fact.unit().noun().equals("classes"));
    }

    /** The item behind "examples per type", or -1. */
    private static int eachClass(ResolutionContext context, int after) {
        TokenSequence line = context.line;
        Set<String> rows = context.seen.usual().list("rows");
        Set<String> kinds = context.seen.usual().list("kinds");
        for (int i = after; i < Math.min(line.size() - 2, after + NEAR); i++) {
            int each = i + 1;
            if (rows.contains(line.word(i)) && Set.of("for", "in").contains(line.word(each))) {
                each++;
            }
            if (rows.contains(line.word(i))
                    && context.seen.usual().list("apiece").contains(line.word(each))
                    && each + 1 < line.size()
                    && kinds.contains(line.word(each + 1))) {
                return each + 2;
            }
        }
        return -1;
    }

    /** The classes that the message names, in a question too, or that are known. */
    private static Optional<Value.Quantity> classes(ResolutionContext context) {
        return classFacts(context)
                .map(fact -> Optional.ofNullable(context.settled.reads.get(fact.id()))
                        .map(ExtractedAnswer::value)
                        .or(() -> context.context.answers().get(fact.id()).map(SourcedAnswer::value)))
                .flatMap(value -> value.stream())
                .flatMap(value -> value instanceof Value.Quantity number ? Stream.of(number) : Stream.empty())
                .findFirst();
    }

    private static Optional<Fact> counted(ResolutionContext context, String noun) {
        return context.flow.facts().stream()
                .filter(fact -> fact.unit() != null && fact.unit().noun().equals(noun))
                .findFirst();
    }

    private static void bill(ResolutionContext context, Fact price, Fact volume, int at, int counted) {
        Amount paid = context.line.items().get(at).amount;
        Amount count = context.line.items().get(counted).amount;
        if (paid == null || count == null || count.kind() != Amount.Kind.COUNT || count.isUnclear()) {
            return;
        }
        Rate rate = paid.rate();
        Rate often = count.rate();
        if (rate != null && count.value().signum() > 0 && (often == null || often.unit() == rate.unit())) {
            put(context, price, paid.withoutRate().withPer(count.value()), at);
            put(context, volume, count.withRate(rate, true), counted);
        }
    }

    private static boolean isPaid(ResolutionContext context, int at) {
        TokenSequence line = context.line;
        boolean paid = false;
        boolean ours = false;
        for (int i = Math.max(line.clauseStart(at), at - REACH); i < at; i++) {
            boolean own = line.word(i).equals("we") || line.word(i).equals("our");
            ours |= own;
            paid |= !own && context.seen.usual().list("pays").contains(line.word(i));
        }
        return paid && ours;
    }

    /** What is no sign of the speaker's own is proposed. */
    private static void put(ResolutionContext context, Fact fact, Amount amount, int item) {
        if (context.settled.reads.containsKey(fact.id())) {
            return;
        }
        QuantityResolver.Outcome outcome = QuantityResolver.outcome(fact, amount, true);
        if (outcome instanceof QuantityResolver.Fits(Value.Quantity value)
                && !statement(context).isOwn(item)) {
            context.settled.propose(fact, value, context.seen.span(item, item + 1));
        } else {
            context.put(fact, outcome, item, false);
        }
    }

    private static OwnStatement statement(ResolutionContext context) {
        return new OwnStatement(context.flow, context.seen, context.context);
    }

    private static Optional<Fact> fact(ResolutionContext context, Unit.Kind kind) {
        return context.flow.facts().stream()
                .filter(fact -> fact.unit() != null && fact.unit().kind() == kind)
                .findFirst();
    }

    /** The item of the number after "a month for" or "a month,", or -1. */
    private static int counted(ResolutionContext context, int after) {
        TokenSequence line = context.line;
        int at = after;
        while (at < line.size() && line.items().get(at).kind == AnnotatedToken.Kind.RATE) {
            at++;
        }
        boolean next = at < line.size()
                && (context.seen.usual().list("bought").contains(line.word(at))
                        || line.items().get(at).kind == AnnotatedToken.Kind.BOUNDARY);
        return next && at + 1 < line.size() && line.items().get(at + 1).kind == AnnotatedToken.Kind.AMOUNT
                ? at + 1
                : -1;
    }
}
