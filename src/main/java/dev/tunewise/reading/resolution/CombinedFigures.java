package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.MonthlyBill;
import dev.tunewise.flow.interview.SourcedAnswer;
import dev.tunewise.money.MonthLength;
import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.number.Rate;
import dev.tunewise.reading.number.TimedAmounts;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.PatternAst;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.ProposedAnswer;
import dev.tunewise.reading.result.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Takes figures that only together say something: "$3,000 a month for 100k calls" is both a volume and a price, as is a bill beside a volume;
 * what wrong answers cost in a year is so much for each of them, what 2,000 labels cost so much for one. A bill in another currency is asked back.
 */
public final class CombinedFigures {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final List<String> OTHER_MONEY = List.of("other money", "paid for");

    public static void take(ResolutionContext context) {
        labels(context);
        MonthlyBill.of(context.flow).ifPresent(told -> {
            bills(context, told.price(), told.volume(), told.bill());
            joined(context, told);
            errors(context, told);
        });
    }

    /** "Wrong ones cost us $30K a year in triage": over the wrong answers of that time it is so much for each of them. */
    private static void errors(ResolutionContext context, MonthlyBill told) {
        List<Fact> facts = named(context, "<of errors>");
        if (facts.size() < 2
                || context.isSettled(facts.getFirst())
                || !(told(context, told.volume().id()).orElse(null) instanceof Value.Quantity calls)
                || !(likely(context, facts.getLast().id()).orElse(null) instanceof Value.Quantity right)) {
            return;
        }
        BigDecimal wrong = calls.value()
                .multiply(MonthLength.days(calls.value()))
                .multiply(HUNDRED.subtract(right.value()))
                .movePointLeft(2);
        Unit month = Objects.requireNonNull(told.bill().unit());
        money(context, "error money")
                .filter(i -> wrong.signum() > 0 && TimedAmounts.isPaid(month, amount(context, i)))
                .findFirst()
                .ifPresent(i -> {
                    BigDecimal time = TimedAmounts.converted(month, amount(context, i), BigDecimal.ONE);
                    QuantityResolver.Outcome each =
                            QuantityResolver.outcome(facts.getFirst(), each(amount(context, i), time, wrong), true);
                    if (told(context, facts.getLast().id()).isPresent()) {
                        context.put(facts.getFirst(), each, i, false);
                    } else if (each instanceof QuantityResolver.Fits(Value.Quantity value)) {
                        context.settled.propose(facts.getFirst(), value, context.seen.span(i, i + 1));
                    }
                });
    }

    /** "2,000 labels cost $4,000 altogether", "labels: $4k for 2,000". */
    private static void labels(ResolutionContext context) {
        for (Fact price : named(context, "<of labels>")) {
            money(context, "label money")
                    .filter(i -> amount(context, i).rate() == null
                            && !context.seen.usual().list("apiece").contains(context.line.word(i + 1)))
                    .forEach(i -> Optional.ofNullable(amount(context, i).per())
                            .or(() -> count(context, i))
                            .filter(count -> count.compareTo(BigDecimal.TEN) >= 0)
                            .ifPresent(count -> context.put(
                                    price,
                                    QuantityResolver.outcome(
                                            price, each(amount(context, i), BigDecimal.ONE, count), true),
                                    i,
                                    false)));
        }
    }

    private static Optional<BigDecimal> count(ResolutionContext context, int at) {
        List<Amount> counts = clause(context, at)
                .mapToObj(i -> context.line.items().get(i).amount)
                .filter(amount -> amount != null && amount.isPlainCount() && !amount.isUnclear())
                .toList();
        return counts.size() == 1 ? Optional.of(counts.getFirst().value()) : Optional.empty();
    }

    private static Amount each(Amount all, BigDecimal time, BigDecimal count) {
        return all.withoutRate()
                .times(time.divide(count, MathContext.DECIMAL64))
                .withPer(BigDecimal.ONE);
    }

    /** The real amounts of money in clauses with a word of a list and none for what else is paid. */
    private static Stream<Integer> money(ResolutionContext context, String list) {
        Set<String> words = context.seen.usual().list(list);
        ClauseSubjects subjects = new ClauseSubjects(context.seen);
        return IntStream.range(0, context.line.size())
                .filter(i -> context.line.items().get(i).amount != null
                        && amount(context, i).kind() == Amount.Kind.MONEY
                        && context.isReal(i)
                        && subjects.at(i) != ClauseSubjects.Standing.OTHERS)
                .filter(i -> clause(context, i).anyMatch(word -> words.contains(context.line.word(word)))
                        && clause(context, i)
                                .noneMatch(word ->
                                        !words.contains(context.line.word(word)) && isOtherMoney(context, word)))
                .boxed();
    }

    /** The items of a clause, with what stands before its colon. */
    private static IntStream clause(ResolutionContext context, int at) {
        TokenSequence line = context.line;
        int start = line.clauseStart(at);
        int from = start > 1 && line.items().get(start).apart ? line.clauseStart(start - 1) : start;
        return IntStream.range(from, line.clauseEnd(at));
    }

    private static Amount amount(ResolutionContext context, int at) {
        return Objects.requireNonNull(context.line.items().get(at).amount);
    }

    private static boolean isOtherMoney(ResolutionContext context, int word) {
        return OTHER_MONEY.stream()
                .anyMatch(list -> context.seen.usual().list(list).contains(context.line.word(word)));
    }

    private static List<Fact> named(ResolutionContext context, String list) {
        return context.flow.synonyms().getOrDefault(list, List.of()).stream()
                .flatMap(id -> context.flow.fact(id).stream())
                .toList();
    }

    /** What was told of a fact, or is proposed. */
    private static Optional<Value> likely(ResolutionContext context, String fact) {
        return told(context, fact)
                .or(() -> context.settled.proposed().stream()
                        .filter(one -> one.fact().equals(fact))
                        .map(ProposedAnswer::value)
                        .findFirst());
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
                && IntStream.range(from, end).noneMatch(word -> isOtherMoney(context, word));
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

    static Optional<Value> told(ResolutionContext context, String fact) {
        return Optional.ofNullable(context.settled.reads.get(fact))
                .map(ExtractedAnswer::value)
                .or(() -> context.context.answers().get(fact).map(SourcedAnswer::value));
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
