package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Texts;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.format.FactValueFormatter;
import dev.tunewise.reading.cue.Annotations;
import dev.tunewise.reading.cue.PatternCandidate;
import dev.tunewise.reading.name.NameCatalogue;
import dev.tunewise.reading.name.NameFinder;
import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.pattern.PatternParser;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.result.Clarification;
import dev.tunewise.reading.result.ReadingContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what each candidate says: whose an amount is, what it is in the fact's unit, which entry a name means. */
final class CandidateResolver {
    private static final int MOST_NAMES = 8;
    private static final Set<String> MULTIPLIERS = Set.of("per", "each");

    private final Annotations seen;
    private final TokenSequence line;
    private final AddedAmounts added;
    private final Texts texts;
    private final Map<Integer, List<PatternCandidate>> claims = new HashMap<>();

    CandidateResolver(Flow flow, Annotations seen, ReadingContext context) {
        this.seen = seen;
        line = seen.line();
        added = new AddedAmounts(seen.usual(), line);
        texts = flow.texts();
        for (PatternCandidate one : seen.candidates()) {
            if (one.match().captured() < 0 || one.waits(context)) {
                continue;
            }
            for (int i = one.match().start(); i < one.match().end(); i++) {
                if (one.match().holds(i) && line.isAmount(i)) {
                    claims.computeIfAbsent(i, _ -> new ArrayList<>()).add(one);
                }
            }
        }
    }

    /** What a candidate says, or null when its amount belongs to another or is none of this fact. */
    @Nullable
    CandidateResult of(PatternCandidate one) {
        Value fixed = one.meaning().value();
        int captured = one.match().captured();
        if (captured >= 0 && !owns(one, captured)) {
            return null;
        }
        if (fixed != null) {
            return new CandidateResult.Says(one, fixed);
        }
        if (captured >= 0) {
            return quantity(one, captured);
        }
        return one.meaning().fact().catalogue() == null
                ? new CandidateResult.Asks(one, Clarification.Reason.UNSURE, List.of())
                : name(one);
    }

    /** The pattern that names most of the text has the amount; between equals the one that is not turned, then the one that
     * reads rather than asks, then the tighter one. */
    private boolean owns(PatternCandidate one, int amount) {
        for (PatternCandidate other : claims.getOrDefault(amount, List.of())) {
            boolean same = other.meaning().fact().equals(one.meaning().fact())
                    && other.match().captured() == amount;
            // "from 71 to 84" keeps 71 from other shares, not from other counts
            boolean rival = other.match().captured() == amount
                    || (isAlike(other, one)
                            && other.match().weight() > one.match().weight());
            // what a question supposes is read beside what is so, never in its place
            boolean apart = other.meaning().has(PatternParser.Flag.QUESTION)
                    != one.meaning().has(PatternParser.Flag.QUESTION);
            boolean shared = other.meaning().has(PatternParser.Flag.ALSO)
                    || one.meaning().has(PatternParser.Flag.ALSO);
            if (!same && rival && !apart && !shared && other != one && beats(other, one)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlike(PatternCandidate other, PatternCandidate one) {
        Unit own = one.meaning().fact().unit();
        return own != null && other.meaning().fact().measures(own.kind());
    }

    private boolean beats(PatternCandidate other, PatternCandidate one) {
        boolean loose = other.meaning().has(PatternParser.Flag.MAYBE);
        if (loose != one.meaning().has(PatternParser.Flag.MAYBE)) {
            return !loose;
        }
        int more = other.match().weight() - one.match().weight();
        if (more != 0) {
            return more > 0;
        }
        boolean open = other.isOpen(seen.lifted());
        if (open != one.isOpen(seen.lifted())) {
            return open;
        }
        boolean asks = other.meaning().has(PatternParser.Flag.ASK);
        if (asks != one.meaning().has(PatternParser.Flag.ASK)) {
            return !asks;
        }
        int tighter = (one.match().end() - one.match().start())
                - (other.match().end() - other.match().start());
        // with nothing between them nobody has it
        return tighter >= 0;
    }

    private @Nullable CandidateResult quantity(PatternCandidate one, int item) {
        Fact fact = one.meaning().fact();
        Amount amount = Objects.requireNonNull(line.items().get(item).amount);
        if (fact.measures(Unit.Kind.PER_DAY) && amount.rate() != null && MULTIPLIERS.contains(line.word(item + 1))) {
            return null;
        }
        if (added.isRestOfSum(one.match(), item, claims.keySet())) {
            return null;
        }
        boolean noun = one.match().holds(item + 1) && !line.word(item + 1).isEmpty();
        return switch (together(one, item, amount, noun)) {
            case QuantityResolver.Fits(Value.Quantity value) -> new CandidateResult.Says(one, value);
            case QuantityResolver.Unclear(Clarification.Reason reason, List<Clarification.Option> options) ->
                new CandidateResult.Asks(one, reason, options);
        };
    }

    /** What an amount says together with those that its rate counts too; where that is not sure both are offered. */
    private QuantityResolver.Outcome together(PatternCandidate one, int item, Amount amount, boolean noun) {
        QuantityResolver.Outcome alone = outcome(one, item, amount, noun);
        List<Integer> before = added.before(one.meaning().fact(), item);
        if (before.isEmpty() || before.stream().anyMatch(this::isClaimed)) {
            return alone;
        }
        Amount sum = amount;
        for (int other : before) {
            sum = sum.plus(Objects.requireNonNull(line.items().get(other).amount));
        }
        QuantityResolver.Outcome all = outcome(one, item, sum, noun);
        if (added.comesIn(before) || !(all instanceof QuantityResolver.Fits(Value.Quantity together))) {
            return all;
        }
        List<Clarification.Option> options = new ArrayList<>();
        options.add(option(one.meaning().fact(), together, texts));
        if (alone instanceof QuantityResolver.Fits(Value.Quantity value)) {
            options.add(option(one.meaning().fact(), value, texts));
        }
        return new QuantityResolver.Unclear(Clarification.Reason.SEVERAL, options);
    }

    private boolean isClaimed(int item) {
        return claims.getOrDefault(item, List.of()).stream().anyMatch(one -> one.isOpen(seen.lifted()));
    }

    private QuantityResolver.Outcome outcome(PatternCandidate one, int item, Amount amount, boolean noun) {
        Fact fact = one.meaning().fact();
        boolean plain = amount.kind() == Amount.Kind.MONEY && amount.per() == null;
        return switch (one.meaning().as()) {
            case EACH -> QuantityResolver.outcome(fact, plain ? amount.withPer(BigDecimal.ONE) : amount, noun);
            case THOUSAND ->
                QuantityResolver.outcome(fact, plain ? amount.withPer(BigDecimal.valueOf(1_000)) : amount, noun);
            case BARE ->
                QuantityResolver.bare(fact, line, item).orElseGet(() -> QuantityResolver.outcome(fact, amount, noun));
            case REST -> QuantityResolver.outcome(fact, amount.rest(), noun);
            case SAID -> QuantityResolver.outcome(fact, isLimit(one, amount) ? amount.exactly() : amount, noun);
        };
    }

    /** Of what is yet to come a count of at most so many is the goal itself: "under 1 second". */
    private static boolean isLimit(PatternCandidate one, Amount amount) {
        return one.meaning().has(PatternParser.Flag.WILL)
                && one.meaning().fact().measures(Unit.Kind.COUNT)
                && amount.said().limit() == Amount.Limit.AT_MOST;
    }

    private @Nullable CandidateResult name(PatternCandidate one) {
        for (int i = one.match().start(); i < one.match().end(); i++) {
            NameFinder.Mention mention = line.items().get(i).name;
            if (mention != null && one.match().holds(i)) {
                return mention.catalogue().equals(one.meaning().fact().catalogue()) ? name(one, mention) : null;
            }
        }
        return null;
    }

    private static CandidateResult name(PatternCandidate one, NameFinder.Mention mention) {
        return switch (mention.match()) {
            case NameCatalogue.Found(NameCatalogue.Entry entry) ->
                new CandidateResult.Says(one, new Value.Choice(entry.id()));
            case NameCatalogue.Ambiguous(List<NameCatalogue.Entry> entries) ->
                new CandidateResult.Asks(one, Clarification.Reason.NAME, options(entries));
            case NameCatalogue.Unknown(List<NameCatalogue.Entry> nearest) ->
                new CandidateResult.Asks(one, Clarification.Reason.UNKNOWN_NAME, options(nearest));
        };
    }

    private static List<Clarification.Option> options(List<NameCatalogue.Entry> entries) {
        return entries.stream()
                .limit(MOST_NAMES)
                .map(entry -> new Clarification.Option(new Value.Choice(entry.id()), entry.label()))
                .toList();
    }

    static Clarification.Option option(Fact fact, Value value, Texts texts) {
        return new Clarification.Option(value, FactValueFormatter.format(fact, value, texts));
    }
}
