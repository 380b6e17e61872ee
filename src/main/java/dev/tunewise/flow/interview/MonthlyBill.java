package dev.tunewise.flow.interview;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.money.MonthLength;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A bill of a month and a volume, told together or one after the other, are a price of calls. */
public record MonthlyBill(Fact bill, Fact volume, Fact price) {
    private static final int DECIMALS = 6;

    /** The facts by what they count; empty where a flow lacks one. */
    public static Optional<MonthlyBill> of(Flow flow) {
        return flow.synonyms().getOrDefault("<billed>", List.of()).stream()
                .flatMap(id -> flow.fact(id).stream())
                .findFirst()
                .flatMap(bill -> counting(flow, Unit.Kind.PER_DAY)
                        .flatMap(volume -> counting(flow, Unit.Kind.MONEY_PER_THOUSAND)
                                .map(price -> new MonthlyBill(bill, volume, price))));
    }

    private static Optional<Fact> counting(Flow flow, Unit.Kind kind) {
        return flow.facts().stream()
                .filter(fact -> fact.unit() != null && fact.unit().kind() == kind)
                .findFirst();
    }

    /** The price of calls; empty where the bill or the volume is not told, or they make none that the fact takes. */
    public Optional<Value.Quantity> price(Function<String, Optional<Value>> told) {
        return quotient(told).filter(this::fits);
    }

    /** The same by what people stated. */
    public Optional<Value.Quantity> price(Answers answers) {
        return price(stated(answers));
    }

    private static Function<String, Optional<Value>> stated(Answers answers) {
        Answers stated = answers.stated();
        return fact -> stated.get(fact).map(SourcedAnswer::value);
    }

    private boolean fits(Value.Quantity made) {
        BigDecimal most = price.max();
        return most == null || made.high().compareTo(most) <= 0;
    }

    /** What a bill and a volume make of a price where that is more than the fact takes. */
    public Optional<BigDecimal> beyond(Answers answers) {
        return answers.stated().knows(price.id())
                ? Optional.empty()
                : quotient(stated(answers)).filter(made -> !fits(made)).map(Value.Quantity::high);
    }

    private Optional<Value.Quantity> quotient(Function<String, Optional<Value>> told) {
        if (told.apply(bill.id()).orElse(null) instanceof Value.Quantity(var paid, var low, var high)
                && told.apply(volume.id()).orElse(null) instanceof Value.Quantity(var calls, var _, var _)
                && calls.signum() > 0) {
            BigDecimal thousands = calls.multiply(MonthLength.days(calls)).movePointLeft(3);
            UnaryOperator<BigDecimal> each =
                    sum -> sum.divide(thousands, DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
            return Optional.of(new Value.Quantity(each.apply(paid), each.apply(low), each.apply(high)));
        }
        return Optional.empty();
    }

    /** The same answers with the price where only a bill and a volume are given. */
    public Answers joined(Answers answers) {
        return answers.stated().knows(price.id())
                ? answers
                : price(answers)
                        .map(value -> answers.with(price.id(), SourcedAnswer.of(value)))
                        .orElse(answers);
    }
}
