package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Unit;
import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.number.Rate;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.TokenSequence;
import java.util.Optional;
import java.util.Set;

/** Takes a bill with what it pays for: "$3,000 a month for 100k calls" is both a volume and a price. */
public final class BillResolver {
    private static final Set<String> FOR = Set.of("for", "on");
    private static final Set<String> CALLS = Set.of("calls", "requests", "queries", "completions", "invocations");

    private BillResolver() {}

    public static void take(ResolutionContext context) {
        Optional<Fact> price = fact(context, Unit.Kind.MONEY_PER_THOUSAND);
        Optional<Fact> volume = fact(context, Unit.Kind.PER_DAY);
        TokenSequence line = context.line;
        for (int i = 0; price.isPresent() && volume.isPresent() && i + 2 < line.size(); i++) {
            int counted = counted(line, i + 1);
            if (counted >= 0 && CALLS.contains(line.word(counted + 1)) && context.isReal(i)) {
                bill(context, price.get(), volume.get(), i, counted);
            }
        }
    }

    private static void bill(ResolutionContext context, Fact price, Fact volume, int at, int counted) {
        Amount paid = context.line.items().get(at).amount;
        Amount count = context.line.items().get(counted).amount;
        if (paid == null || count == null || paid.kind() != Amount.Kind.MONEY || paid.per() != null) {
            return;
        }
        Rate rate = paid.rate();
        if (rate != null
                && count.isPlainCount()
                && !count.isUnclear()
                && count.value().signum() > 0) {
            put(context, price, paid.withoutRate().withPer(count.value()), at);
            put(context, volume, count.withRate(rate, true), counted);
        }
    }

    private static void put(ResolutionContext context, Fact fact, Amount amount, int item) {
        if (!context.settled.reads.containsKey(fact.id())) {
            context.put(fact, QuantityResolver.outcome(fact, amount, true), item, false);
        }
    }

    private static Optional<Fact> fact(ResolutionContext context, Unit.Kind kind) {
        return context.flow.facts().stream()
                .filter(fact -> fact.unit() != null && fact.unit().kind() == kind)
                .findFirst();
    }

    /** The item of the number after "a month for", or -1. */
    private static int counted(TokenSequence line, int after) {
        int at = after;
        while (at < line.size() && line.items().get(at).kind == AnnotatedToken.Kind.RATE) {
            at++;
        }
        boolean paysFor = FOR.contains(line.word(at)) && at + 1 < line.size();
        return paysFor && line.items().get(at + 1).kind == AnnotatedToken.Kind.AMOUNT ? at + 1 : -1;
    }
}
