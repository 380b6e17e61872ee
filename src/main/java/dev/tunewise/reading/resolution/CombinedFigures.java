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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Takes figures that only together say something: "$3,000 a month for 100k calls" is both a volume and a price, as is a bill beside a volume;
 * what wrong answers cost in a year is so much for each of them, what 2,000 labels cost so much for one. A bill in another currency is asked back.
 */
public record CombinedFigures(ResolutionContext context, TokenSequence line, ClauseSubjects subjects) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final List<String> OTHER_MONEY = List.of("other money", "paid for");

    public static void take(ResolutionContext context) {
        CombinedFigures figures = new CombinedFigures(context, context.line, new ClauseSubjects(context.seen));
        figures.labels();
        MonthlyBill.of(context.flow).ifPresent(told -> {
            figures.bills(told.price(), told.volume(), told.bill());
            figures.joined(told);
            figures.errors(told);
        });
    }

    /** "Wrong ones cost us $30K a year in triage": over the wrong answers of that time it is so much for each of them. */
    private void errors(MonthlyBill told) {
        List<Fact> facts = named("<of errors>");
        if (facts.size() < 2
                || context.isSettled(facts.getFirst())
                || !(told(context, told.volume().id()).orElse(null) instanceof Value.Quantity calls)
                || !(likely(facts.getLast().id()).orElse(null) instanceof Value.Quantity right)) {
            return;
        }
        BigDecimal wrong = calls.value()
                .multiply(MonthLength.days(calls.value()))
                .multiply(HUNDRED.subtract(right.value()))
                .movePointLeft(2);
        Unit month = Objects.requireNonNull(told.bill().unit());
        money("error money")
                .filter(i -> wrong.signum() > 0 && TimedAmounts.isPaid(month, amount(i)))
                .findFirst()
                .ifPresent(i -> {
                    BigDecimal time = TimedAmounts.converted(month, amount(i), BigDecimal.ONE);
                    QuantityResolver.Outcome each = each(facts.getFirst(), amount(i), time, wrong);
                    if (told(context, facts.getLast().id()).isPresent()) {
                        context.put(facts.getFirst(), each, i, false);
                    } else if (each instanceof QuantityResolver.Fits(Value.Quantity value)) {
                        context.settled.propose(facts.getFirst(), value, context.seen.span(i, i + 1));
                    }
                });
    }

    /** "2,000 labels cost $4,000 altogether", "labels: $4k for 2,000". */
    private void labels() {
        for (Fact price : named("<of labels>")) {
            money("label money")
                    .filter(i -> amount(i).rate() == null && !context.seen.is("apiece", i + 1))
                    .forEach(i -> Optional.ofNullable(amount(i).per())
                            .or(() -> count(i))
                            .filter(count -> count.compareTo(BigDecimal.TEN) >= 0)
                            .ifPresent(count ->
                                    context.put(price, each(price, amount(i), BigDecimal.ONE, count), i, false)));
        }
    }

    private Optional<BigDecimal> count(int at) {
        List<Amount> counts = clause(at)
                .mapToObj(line::amount)
                .filter(amount -> amount != null && amount.isPlainCount() && !amount.isUnclear())
                .toList();
        return counts.size() == 1 ? Optional.of(counts.getFirst().value()) : Optional.empty();
    }

    private static QuantityResolver.Outcome each(Fact fact, Amount all, BigDecimal time, BigDecimal count) {
        Amount each = all.withoutRate().times(time.divide(count, MathContext.DECIMAL64));
        return QuantityResolver.outcome(fact, each.withPer(BigDecimal.ONE), true);
    }

    /** The real amounts of money in clauses with a word of a list and none for what else is paid. */
    private Stream<Integer> money(String list) {
        return IntStream.range(0, line.size())
                .filter(i -> line.amount(i) != null
                        && amount(i).kind() == Amount.Kind.MONEY
                        && context.isReal(i)
                        && subjects.at(i) != ClauseSubjects.Standing.OTHERS
                        && clause(i).anyMatch(word -> context.seen.is(list, word))
                        && clause(i).noneMatch(word -> !context.seen.is(list, word) && isOtherMoney(word)))
                .boxed();
    }

    /** The items of a clause, with what stands before its colon. */
    private IntStream clause(int at) {
        int start = line.clauseStart(at);
        int from = start > 1 && line.items().get(start).apart ? line.clauseStart(start - 1) : start;
        return IntStream.range(from, line.clauseEnd(at));
    }

    private Amount amount(int at) {
        return Objects.requireNonNull(line.amount(at));
    }

    private boolean isOtherMoney(int word) {
        return OTHER_MONEY.stream().anyMatch(list -> context.seen.is(list, word));
    }

    private List<Fact> named(String list) {
        return context.flow.synonyms().getOrDefault(list, List.of()).stream()
                .flatMap(id -> context.flow.fact(id).stream())
                .toList();
    }

    /** What was told of a fact, or is proposed. */
    private Optional<Value> likely(String fact) {
        return told(context, fact)
                .or(() -> context.settled.proposed().stream()
                        .filter(one -> one.fact().equals(fact))
                        .map(ProposedAnswer::value)
                        .findFirst());
    }

    private void bills(Fact price, Fact volume, Fact bill) {
        for (int i = 0; i < line.size(); i++) {
            Amount paid = line.amount(i);
            if (paid == null || paid.kind() != Amount.Kind.MONEY || paid.per() != null || !context.isReal(i)) {
                continue;
            }
            int counted = counted(i + 1);
            if (counted >= 0 && context.seen.is("calls", counted + 1)) {
                bill(price, volume, i, counted);
            }
            if (QuantityResolver.isOf(bill, line, i, PatternAst.As.SAID)
                    && !context.isSettled(bill)
                    && isBill(i, volume)) {
                put(bill, paid, i);
            }
        }
    }

    /**
     * Whether a clause says nothing but an amount and stands in the sentence that tells the volume, with nothing in it that money is paid for
     * otherwise: "40k messages a day, $9k a month".
     */
    private boolean isBill(int at, Fact volume) {
        ExtractedAnswer often = context.settled.reads.get(volume.id());
        int from = line.sentenceStart(at);
        int end = line.sentenceEnd(at);
        return often != null
                && context.seen.span(from, end).shared(new Span(often.start(), often.end())) > 0
                && IntStream.range(line.clauseStart(at), line.clauseEnd(at))
                        .allMatch(i -> line.word(i).isEmpty() || context.seen.is("bill", i))
                && IntStream.range(from, end).noneMatch(this::isOtherMoney);
    }

    private void joined(MonthlyBill told) {
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

    private void bill(Fact price, Fact volume, int at, int counted) {
        Amount paid = amount(at);
        Amount count = amount(counted);
        Rate rate = paid.rate();
        Rate often = count.rate();
        if (rate != null
                && count.kind() == Amount.Kind.COUNT
                && !count.isUnclear()
                && count.value().signum() > 0
                && (often == null || often.unit() == rate.unit())) {
            put(price, paid.withoutRate().withPer(count.value()), at);
            put(volume, count.withRate(rate, true), counted);
        }
    }

    /** What is no sign of the speaker's own is proposed. */
    private void put(Fact fact, Amount amount, int item) {
        if (context.settled.reads.containsKey(fact.id())) {
            return;
        }
        QuantityResolver.Outcome outcome = QuantityResolver.outcome(fact, amount, true);
        if (outcome instanceof QuantityResolver.Fits(Value.Quantity value) && !OwnStatement.isOwn(subjects, item)) {
            context.settled.propose(fact, value, context.seen.span(item, item + 1));
        } else {
            context.put(fact, outcome, item, false);
        }
    }

    /** The item of the number after "a month for" or "a month,", or -1. */
    private int counted(int after) {
        int at = after;
        while (at < line.size() && line.items().get(at).kind == AnnotatedToken.Kind.RATE) {
            at++;
        }
        boolean next = at < line.size()
                && (context.seen.is("bought", at) || line.items().get(at).kind == AnnotatedToken.Kind.BOUNDARY);
        return next && line.isAmount(at + 1) ? at + 1 : -1;
    }
}
