package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.format.FactValueFormatter;
import dev.tunewise.flow.format.FactValueParser;
import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.number.CurrencyWords;
import dev.tunewise.reading.number.Rate;
import dev.tunewise.reading.number.TimedAmounts;
import dev.tunewise.reading.pattern.PatternAst;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.text.WordSet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Turns amounts into values of a fact, or into a question where that would be a guess. */
public final class QuantityResolver {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal POINTS = BigDecimal.valueOf(2);
    private static final BigDecimal OFFICE_HOURS = BigDecimal.valueOf(8);
    private static final BigDecimal WORKDAYS =
            BigDecimal.valueOf(5).divide(BigDecimal.valueOf(7), MathContext.DECIMAL64);
    private static final int FURTHEST_WHOLE = 12;

    private static final int DECIMALS = 6;
    /** A smaller number without a percent sign is hardly a quality. */
    private static final BigDecimal LEAST_BARE = BigDecimal.valueOf(30);
    /** Words in front of what something is a part of. */
    private static final Set<String> WHOLES = Set.of("of", "the", "these", "those", "all");
    /** Words that may follow a bare number that stands for a percentage; any other word is what the number counts. */
    private static final Set<String> AFTER_PERCENT = WordSet.set("quantity resolver: after percent");

    /** What an amount says for a fact. */
    sealed interface Outcome {}

    record Fits(Value.Quantity value) implements Outcome {}

    /** Unclear: what to ask back. */
    record Unclear(Clarification.Reason reason, List<Clarification.Option> options) implements Outcome {}

    /** Says whether an amount measures what the fact measures. */
    public static boolean isOf(Fact fact, TokenSequence line, int item, PatternAst.As as) {
        if (as == PatternAst.As.BARE) {
            return bare(fact, line, item).isPresent();
        }
        Amount amount = line.items().get(item).amount;
        Unit unit = fact.unit();
        if (amount == null || unit == null) {
            return false;
        }
        return switch (unit.kind()) {
            case COUNT -> TimedAmounts.counts(unit, amount);
            case PER_DAY -> amount.kind() == Amount.Kind.COUNT && amount.rate() != null;
            case PERCENT -> isShare(unit, amount, line, item);
            case MONEY -> TimedAmounts.isPay(unit, amount) && isForOne(amount);
            case MONEY_PER_THOUSAND ->
                amount.kind() == Amount.Kind.MONEY
                        && amount.rate() == null
                        && (as != PatternAst.As.SAID || amount.per() != null);
            case MONTHS -> amount.kind() == Amount.Kind.DURATION;
        };
    }

    private static boolean isForOne(Amount amount) {
        return amount.per() == null || amount.per().compareTo(BigDecimal.ONE) == 0;
    }

    private static boolean isShare(Unit unit, Amount amount, TokenSequence line, int item) {
        if (amount.kind() == Amount.Kind.PERCENT) {
            return amount.rate() == null || TimedAmounts.isPaid(unit, amount);
        }
        if (!amount.isPlainCount()
                || amount.isUnclear()
                || amount.value().compareTo(HUNDRED) > 0
                || amount.value().signum() <= 0) {
            return false;
        }
        boolean likely =
                amount.value().compareTo(LEAST_BARE) >= 0 || amount.value().compareTo(BigDecimal.ONE) < 0;
        boolean last = line.endsClause(item + 1);
        return likely && !isPart(amount, line, item) && (last || AFTER_PERCENT.contains(line.word(item + 1)));
    }

    /** Whether a number is one of a larger one: "43 of 50", "of the 50 it gets 43 right". */
    private static boolean isPart(Amount amount, TokenSequence line, int item) {
        int sentence = line.sentenceStart(item);
        return IntStream.range(Math.max(sentence, item - FURTHEST_WHOLE), Math.min(line.size(), item + FURTHEST_WHOLE))
                .filter(i -> WHOLES.contains(line.word(i - 1)) && line.sentenceStart(i) == sentence)
                .mapToObj(i -> line.items().get(i).amount)
                .anyMatch(whole ->
                        whole != null && whole.isPlainCount() && whole.value().compareTo(amount.value()) > 0);
    }

    /** The value that an amount says; the fact takes its kind. */
    static Outcome outcome(Fact fact, Amount amount, boolean noun) {
        Unit unit = Objects.requireNonNull(fact.unit());
        boolean money = amount.kind() == Amount.Kind.MONEY;
        if (money && !"USD".equals(amount.currency())) {
            return new Unclear(Clarification.Reason.CURRENCY, inDollars(fact, unit, amount));
        }
        if (amount.isUnclear() && !(amount.said().softly() && noun)) {
            return new Unclear(
                    Clarification.Reason.NUMBER,
                    options(fact, amount, amount.said().readings()));
        }
        if (amount.said().limit() == Amount.Limit.AT_MOST || amount.said().limit() == Amount.Limit.PEAK) {
            return new Unclear(Clarification.Reason.LIMIT, options(fact, amount, List.of(amount.value())));
        }
        Rate rate = amount.rate();
        if (unit.kind() == Unit.Kind.PER_DAY && rate != null && rate.isWithinDay() && amount.hours() == null) {
            List<Clarification.Option> options = new ArrayList<>(options(fact, amount, List.of(amount.value())));
            options.addAll(options(fact, amount.withHours(OFFICE_HOURS), List.of(amount.value())));
            return new Unclear(Clarification.Reason.HOURS, options);
        }
        if (rate != null && rate.unit() == Rate.Unit.WORKDAY) {
            List<BigDecimal> days = List.of(amount.value(), amount.value().multiply(WORKDAYS));
            return new Unclear(Clarification.Reason.HOURS, options(fact, amount, days));
        }
        return exact(fact, unit, amount);
    }

    /** What another currency comes to at a rate of one day; it is shown with that and never filled in by itself. */
    private static List<Clarification.Option> inDollars(Fact fact, Unit unit, Amount amount) {
        BigDecimal worth = CurrencyWords.dollars(Objects.requireNonNull(amount.currency()));
        boolean one = amount.rate() == null && (unit.kind() == Unit.Kind.MONEY || amount.per() != null);
        MathContext shown = new MathContext(3);
        return worth == null || !one
                ? List.of()
                : options(fact, amount, List.of(amount.value().multiply(worth).round(shown)));
    }

    /** The value that a bare number says when it is clear which fact is meant: "50k" to the question how many calls a day. */
    static Optional<Outcome> bare(Fact fact, TokenSequence line, int item) {
        Amount amount = line.items().get(item).amount;
        Unit unit = fact.unit();
        if (amount == null || unit == null) {
            return Optional.empty();
        }
        if (unit.kind() == Unit.Kind.MONEY_PER_THOUSAND
                && amount.kind() == Amount.Kind.MONEY
                && amount.per() == null
                && amount.rate() == null) {
            return Optional.of(outcome(fact, amount.withPer(THOUSAND), false));
        }
        if (isOf(fact, line, item, PatternAst.As.SAID)) {
            return Optional.of(outcome(fact, amount, false));
        }
        if (unit.kind() == Unit.Kind.MONEY && TimedAmounts.isBarePay(unit, amount)) {
            return Optional.of(outcome(
                    fact, amount.money(CurrencyWords.DOLLAR, BigDecimal.ONE).withPer(BigDecimal.ONE), false));
        }
        if (!amount.isPlainCount() || unit.kind() == Unit.Kind.PERCENT && isPart(amount, line, item)) {
            return Optional.empty();
        }
        Amount meant = switch (unit.kind()) {
            case COUNT, PERCENT -> amount;
            case PER_DAY -> amount.withRate(new Rate(Rate.Unit.DAY), true);
            case MONEY -> amount.money(CurrencyWords.DOLLAR, BigDecimal.ONE).withPer(BigDecimal.ONE);
            case MONEY_PER_THOUSAND ->
                amount.money(CurrencyWords.DOLLAR, BigDecimal.ONE).withPer(THOUSAND);
            case MONTHS -> null;
        };
        return meant == null ? Optional.empty() : Optional.of(outcome(fact, meant, false));
    }

    private static Outcome exact(Fact fact, Unit unit, Amount amount) {
        BigDecimal value = converted(unit, amount, amount.value());
        BigDecimal low = converted(unit, amount, amount.low());
        BigDecimal high = converted(unit, amount, amount.high());
        boolean range = low.compareTo(high) < 0;
        if (fact.whole() && range) {
            value = value.setScale(0, RoundingMode.HALF_UP);
        }
        if (amount.said().about() && !range) {
            BigDecimal spread = unit.kind() == Unit.Kind.PERCENT ? POINTS : value.multiply(TENTH);
            low = value.subtract(spread);
            high = value.add(spread);
        }
        if (!FactValueParser.fits(fact, value)) {
            return new Unclear(Clarification.Reason.BOUNDS, List.of());
        }
        if (fact.whole()) {
            low = low.setScale(0, RoundingMode.FLOOR);
            high = high.setScale(0, RoundingMode.CEILING);
        }
        BigDecimal min = fact.min();
        BigDecimal max = fact.max();
        low = min != null ? low.max(min) : low;
        high = max != null ? high.min(max) : high;
        return new Fits(new Value.Quantity(tidy(value), tidy(low.min(value)), tidy(high.max(value))));
    }

    private static BigDecimal converted(Unit unit, Amount amount, BigDecimal number) {
        return switch (unit.kind()) {
            case COUNT, MONEY -> TimedAmounts.converted(unit, amount, number);
            case MONTHS -> number;
            case PER_DAY -> {
                Rate rate = Objects.requireNonNull(amount.rate());
                BigDecimal hours = amount.hours();
                yield hours == null ? rate.perDay(number) : rate.perDay(number, hours);
            }
            case PERCENT -> {
                boolean share =
                        amount.kind() == Amount.Kind.COUNT && amount.high().compareTo(BigDecimal.ONE) < 0;
                yield share ? number.multiply(HUNDRED) : number;
            }
            case MONEY_PER_THOUSAND -> {
                BigDecimal per = amount.per();
                yield number.multiply(THOUSAND).divide(per == null ? BigDecimal.ONE : per, MathContext.DECIMAL64);
            }
        };
    }

    private static List<Clarification.Option> options(Fact fact, Amount amount, List<BigDecimal> readings) {
        Unit unit = Objects.requireNonNull(fact.unit());
        List<Clarification.Option> options = new ArrayList<>();
        for (BigDecimal reading : readings) {
            BigDecimal value = tidy(converted(unit, amount, reading));
            if (FactValueParser.fits(fact, value)) {
                Value.Quantity quantity = Value.Quantity.of(value);
                options.add(new Clarification.Option(quantity, FactValueFormatter.quantity(quantity, unit)));
            }
        }
        return options;
    }

    private static BigDecimal tidy(BigDecimal value) {
        BigDecimal rounded = value.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
    }
}
