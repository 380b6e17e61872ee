package dev.tunewise.conversation.understanding;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Flow;
import dev.tunewise.flow.Unit;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.interview.Answers;
import dev.tunewise.reading.result.ExtractedAnswer;
import dev.tunewise.reading.result.Intent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a question about a bill tells of the facts that a bill rests on. */
public record BillFigures(Flow flow, Intent.BillOf asked) {
    private static final int DECIMALS = 6;

    /** The question of a message as far as it tells enough, or the case knows what model it is about and nobody told what that really costs. */
    public static Optional<BillFigures> in(Interpretation heard, Flow flow, Answers known) {
        return heard.inquiry() instanceof Intent.BillOf bill
                        && isPriced(bill, heard, flow, known)
                        && (bill.tells()
                                || flow.facts().stream()
                                                .anyMatch(fact -> fact.catalogue() != null && known.knows(fact.id()))
                                        && flow.facts().stream()
                                                .noneMatch(fact -> isPrice(fact) && known.knows(fact.id())))
                ? Optional.of(new BillFigures(flow, bill))
                : Optional.empty();
    }

    /** Whether it says what a piece costs, or somebody said which model it is about. */
    private static boolean isPriced(Intent.BillOf bill, Interpretation heard, Flow flow, Answers known) {
        return bill.each() != null
                || !bill.models().isEmpty()
                || !bill.name().isEmpty()
                || flow.facts().stream()
                        .filter(fact -> fact.catalogue() != null)
                        .anyMatch(fact -> known.knows(fact.id())
                                || heard.fills().stream()
                                        .anyMatch(fill -> fill.fact().equals(fact.id())));
    }

    /** The same inquiry, where a bill that says less than it needs has what was told before of the case. */
    public static Intent completed(Intent inquiry, Flow flow, Answers known) {
        if (!(inquiry instanceof Intent.BillOf bill) || bill.each() != null && bill.count() != null) {
            return inquiry;
        }
        List<String> models = bill.models().isEmpty()
                ? flow.facts().stream()
                        .filter(fact -> fact.catalogue() != null)
                        .flatMap(fact -> known.get(fact.id()).stream())
                        .map(said -> String.valueOf(said.value().raw()))
                        .toList()
                : bill.models();
        if (bill.totals()) {
            return new Intent.BillOf(models, bill.name(), null, bill.in(), bill.out(), null, true, bill.batch(), false);
        }
        List<String> tokens = flow.synonyms().getOrDefault("<billed tokens>", List.of());
        BigDecimal in = bill.in() != null || tokens.size() != 2 ? bill.in() : told(tokens.getFirst(), known);
        BigDecimal out = bill.out() != null || tokens.size() != 2 ? bill.out() : told(tokens.getLast(), known);
        BigDecimal daily = bill.count() != null
                ? null
                : flow.facts().stream()
                        .filter(fact -> isOf(fact, Unit.Kind.PER_DAY))
                        .findFirst()
                        .map(fact -> told(fact.id(), known))
                        .orElse(null);
        Intent.Counted count = daily == null ? bill.count() : new Intent.Counted(daily, "day", daily, "");
        boolean lent = !Objects.equals(in, bill.in()) || !Objects.equals(out, bill.out());
        return new Intent.BillOf(models, bill.name(), count, in, out, bill.each(), false, bill.batch(), lent);
    }

    private static @Nullable BigDecimal told(String fact, Answers known) {
        return known.stated()
                .get(fact)
                .map(said -> said.value() instanceof Value.Quantity quantity ? quantity.value() : null)
                .orElse(null);
    }

    private static boolean isPrice(Fact fact) {
        return isOf(fact, Unit.Kind.MONEY_PER_THOUSAND);
    }

    private static boolean isOf(Fact fact, Unit.Kind kind) {
        return fact.unit() != null && fact.unit().kind() == kind;
    }

    /** Facts of which it may tell something. */
    public Set<String> facts() {
        Set<String> facts = new HashSet<>(flow.synonyms().getOrDefault("<billed tokens>", List.of()));
        flow.facts().stream()
                .filter(fact -> fact.catalogue() != null || isOf(fact, Unit.Kind.PER_DAY))
                .forEach(fact -> facts.add(fact.id()));
        return facts;
    }

    /** What it tells, as if it were said of the asker's own case. */
    public List<ExtractedAnswer> fills() {
        List<ExtractedAnswer> fills = new ArrayList<>();
        if (asked.models().size() == 1) {
            fill(
                    fills,
                    fact -> fact.catalogue() != null,
                    new Value.Choice(asked.models().getFirst()));
        }
        Intent.Counted count = asked.count();
        BigDecimal daily = count == null || asked.each() != null ? null : count.daily();
        if (daily != null) {
            fill(fills, fact -> isOf(fact, Unit.Kind.PER_DAY), quantity(daily));
        }
        List<String> tokens = flow.synonyms().getOrDefault("<billed tokens>", List.of());
        if (!asked.totals() && tokens.size() == 2) {
            Optional.ofNullable(asked.in())
                    .ifPresent(in -> fill(fills, fact -> fact.id().equals(tokens.getFirst()), quantity(in)));
            Optional.ofNullable(asked.out())
                    .ifPresent(out -> fill(fills, fact -> fact.id().equals(tokens.getLast()), quantity(out)));
        }
        return fills;
    }

    private static Value quantity(BigDecimal number) {
        return Value.Quantity.of(new BigDecimal(number.setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString()));
    }

    private void fill(List<ExtractedAnswer> fills, Predicate<Fact> wanted, Value value) {
        flow.facts().stream()
                .filter(wanted)
                .findFirst()
                .ifPresent(fact -> fills.add(new ExtractedAnswer(fact.id(), value, "", false)));
    }
}
