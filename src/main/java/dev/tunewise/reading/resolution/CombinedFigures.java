package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.MonthlyBill;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.number.Rate;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.PatternAst;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.Span;
import java.util.List;
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
    /** Lists of words that say what else money is for. */
    private static final List<String> OTHER_MONEY = List.of("other money", "paid for");

    public static void take(ResolutionContext context) {
        examples(context);
        MonthlyBill.of(context.flow).ifPresent(told -> {
            bills(context, told.price(), told.volume(), told.bill());
            joined(context, told);
        });
    }

    private static void bills(ResolutionContext context, Fact price, Fact volume, Fact bill) {
        TokenSequence line = context.line;
        for (int i = 0; i < line.size(); i++) {
            Amount paid = line.items().get(i).amount;
            if (paid == null || paid.kind() != Amount.Kind.MONEY || paid.per() != null || !context.isReal(i)) {
                continue;
            }
            int counted = counted(context, i + 1);
            if (counted >= 0 && context.seen.usual().list("calls").contains(line.word(counted + 1))) {
                bill(context, price, volume, i, counted);
            }
            boolean fits = QuantityResolver.isOf(bill, line, i, PatternAst.As.SAID);
            if (fits && !context.isSettled(bill) && isBill(context, i, volume)) {
                put(context, bill, paid, i);
            }
        }
    }

    /**
     * Whether a clause says nothing but an amount and stands in the sentence that tells the volume, with nothing in it that money is paid for
     * otherwise: "40k messages a day, $9k a month".
     */
    private static boolean isBill(ResolutionContext context, int at, Fact volume) {
        TokenSequence line = context.line;
        ExtractedAnswer often = context.settled.reads.get(volume.id());
        Set<String> bare = context.seen.usual().list("bill");
        boolean alone = IntStream.range(line.clauseStart(at), line.clauseEnd(at))
                .mapToObj(line.items()::get)
                .allMatch(item -> item.kind != AnnotatedToken.Kind.WORD || bare.contains(item.word));
        int from = line.sentenceStart(at);
        int end = line.sentenceEnd(at);
        Span sentence = context.seen.span(from, end);
        return alone
                && often != null
                && often.start() < sentence.end()
                && sentence.start() < often.end()
                && IntStream.range(from, end)
                        .noneMatch(word -> OTHER_MONEY.stream()
                                .anyMatch(
                                        list -> context.seen.usual().list(list).contains(line.word(word))));
    }

    private static void joined(ResolutionContext context, MonthlyBill told) {
        ExtractedAnswer news = context.settled.reads.getOrDefault(
                told.bill().id(), context.settled.reads.get(told.volume().id()));
        if (news != null && !context.isSettled(told.price())) {
            told.price(fact -> told(context, fact))
                    .ifPresent(price -> context.settled.read(
                            told.price(), price, new Span(news.start(), news.end()), news.correction()));
        }
    }

    private static Optional<Value> told(ResolutionContext context, String fact) {
        return Optional.ofNullable(context.settled.reads.get(fact))
                .map(ExtractedAnswer::value)
                .or(() -> context.context.answers().get(fact).map(SourcedAnswer::value));
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
            if (OwnStatement.isOwn(new ClauseSubjects(context.seen), i)) {
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
                .flatMap(fact -> told(context, fact.id()).stream())
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

    /** What is no sign of the speaker's own is proposed. */
    private static void put(ResolutionContext context, Fact fact, Amount amount, int item) {
        if (context.settled.reads.containsKey(fact.id())) {
            return;
        }
        QuantityResolver.Outcome outcome = QuantityResolver.outcome(fact, amount, true);
        if (outcome instanceof QuantityResolver.Fits(Value.Quantity value)
                && !OwnStatement.isOwn(new ClauseSubjects(context.seen), item)) {
            context.settled.propose(fact, value, context.seen.span(item, item + 1));
        } else {
            context.put(fact, outcome, item, false);
        }
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
