package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Unit;
import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.number.CurrencyWords;
import dev.tunewise.reading.number.Rate;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.text.WordSet;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a bill with what it pays for: "$3,000 a month for 100k calls" is both a volume and a price. A bill in another currency is asked back.
 */
public final class BillResolver {
    private static final Set<String> FOR = Set.of("for", "on");
    private static final Set<String> CALLS = WordSet.of(
            "calls requests queries completions invocations classifications messages documents emails tickets");
    private static final Set<String> PAYS =
            WordSet.of("pay paying spend spending bill bills invoice costing we our monthly");
    /** So many words at most stand between the word for paying and the sum. */
    private static final int REACH = 4;

    private BillResolver() {}

    public static void take(ResolutionContext context) {
        Optional<Fact> price = fact(context, Unit.Kind.MONEY_PER_THOUSAND);
        Optional<Fact> volume = fact(context, Unit.Kind.PER_DAY);
        TokenSequence line = context.line;
        for (int i = 0; price.isPresent() && volume.isPresent() && i < line.size(); i++) {
            Amount paid = line.items().get(i).amount;
            if (paid == null || paid.kind() != Amount.Kind.MONEY || paid.per() != null || !context.isReal(i)) {
                continue;
            }
            int counted = counted(line, i + 1);
            if (counted >= 0 && CALLS.contains(line.word(counted + 1))) {
                bill(context, price.get(), volume.get(), i, counted);
            } else if (!CurrencyWords.DOLLAR.equals(paid.currency())
                    && isPaid(line, i)
                    && !context.isSettled(price.get())) {
                put(context, price.get(), paid.withoutRate(), i);
            }
        }
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

    private static boolean isPaid(TokenSequence line, int at) {
        boolean paid = false;
        boolean ours = false;
        for (int i = Math.max(line.clauseStart(at), at - REACH); i < at; i++) {
            boolean own = line.word(i).equals("we") || line.word(i).equals("our");
            ours |= own;
            paid |= !own && PAYS.contains(line.word(i));
        }
        return paid && ours;
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

    /** The item of the number after "a month for" or "a month,", or -1. */
    private static int counted(TokenSequence line, int after) {
        int at = after;
        while (at < line.size() && line.items().get(at).kind == AnnotatedToken.Kind.RATE) {
            at++;
        }
        boolean next = at < line.size()
                && (FOR.contains(line.word(at)) || line.items().get(at).kind == AnnotatedToken.Kind.BOUNDARY);
        return next && at + 1 < line.size() && line.items().get(at + 1).kind == AnnotatedToken.Kind.AMOUNT
                ? at + 1
                : -1;
    }
}
