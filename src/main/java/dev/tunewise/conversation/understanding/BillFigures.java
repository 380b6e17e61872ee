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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a question about a bill tells of the facts that a bill rests on. */
public record BillFigures(Flow flow, Intent.BillOf asked) {
    private static final int DECIMALS = 6;

    /**
     * The question of a message that says what a piece costs, or of which somebody said what model it is about; where the case alone says so,
     * nobody may have told what that really costs.
     */
    public static Optional<BillFigures> in(Interpretation heard, Flow flow, Answers known) {
        if (!(heard.inquiry() instanceof Intent.BillOf bill)) {
            return Optional.empty();
        }
        boolean ofCase = models(flow).anyMatch(model -> known.knows(model.id()));
        boolean beside = models(flow)
                .anyMatch(model ->
                        heard.fills().stream().anyMatch(fill -> fill.fact().equals(model.id())));
        boolean priced = flow.facts().stream()
                .anyMatch(fact -> isOf(fact, Unit.Kind.MONEY_PER_THOUSAND) && known.knows(fact.id()));
        return bill.names() || (ofCase || beside) && bill.tells() || ofCase && !priced
                ? Optional.of(new BillFigures(flow, bill))
                : Optional.empty();
    }

    /** The same inquiry, where a bill that says less than it needs has what was told before of the case. */
    public static Intent completed(Intent inquiry, Flow flow, Answers known) {
        if (!(inquiry instanceof Intent.BillOf bill) || bill.each() != null && bill.count() != null) {
            return inquiry;
        }
        List<String> models = !bill.models().isEmpty()
                ? bill.models()
                : models(flow)
                        .flatMap(model -> known.get(model.id()).stream())
                        .map(said -> String.valueOf(said.value().raw()))
                        .toList();
        if (bill.totals()) {
            return new Intent.BillOf(models, bill.name(), null, bill.in(), bill.out(), null, true, bill.batch(), false);
        }
        List<String> tokens = tokens(flow);
        BigDecimal in = bill.in() != null || tokens.isEmpty() ? bill.in() : told(tokens.getFirst(), known);
        BigDecimal out = bill.out() != null || tokens.isEmpty() ? bill.out() : told(tokens.getLast(), known);
        Intent.Counted count = bill.count() != null
                ? bill.count()
                : volumes(flow)
                        .findFirst()
                        .map(volume -> told(volume.id(), known))
                        .map(daily -> new Intent.Counted(daily, "day", daily, ""))
                        .orElse(null);
        boolean lent = !Objects.equals(in, bill.in()) || !Objects.equals(out, bill.out());
        return new Intent.BillOf(models, bill.name(), count, in, out, bill.each(), false, bill.batch(), lent);
    }

    private static Stream<Fact> models(Flow flow) {
        return flow.facts().stream().filter(fact -> fact.catalogue() != null);
    }

    private static Stream<Fact> volumes(Flow flow) {
        return flow.facts().stream().filter(fact -> isOf(fact, Unit.Kind.PER_DAY));
    }

    /** The facts of tokens in and out; none where the flow has no such. */
    private static List<String> tokens(Flow flow) {
        return flow.synonyms().getOrDefault("<billed tokens>", List.of());
    }

    private static @Nullable BigDecimal told(String fact, Answers known) {
        return known.stated()
                .get(fact)
                .map(said -> said.value() instanceof Value.Quantity quantity ? quantity.value() : null)
                .orElse(null);
    }

    private static boolean isOf(Fact fact, Unit.Kind kind) {
        return fact.unit() != null && fact.unit().kind() == kind;
    }

    /** Facts of which it may tell something. */
    public Set<String> facts() {
        return Stream.concat(Stream.concat(models(flow), volumes(flow)).map(Fact::id), tokens(flow).stream())
                .collect(Collectors.toSet());
    }

    /** What it tells, as if it were said of the asker's own case. */
    public List<ExtractedAnswer> fills() {
        List<ExtractedAnswer> fills = new ArrayList<>();
        if (asked.models().size() == 1) {
            Value model = new Value.Choice(asked.models().getFirst());
            models(flow).findFirst().ifPresent(fact -> fills.add(fill(fact.id(), model)));
        }
        BigDecimal daily = asked.count() == null || asked.each() != null
                ? null
                : asked.count().daily();
        if (daily != null) {
            volumes(flow).findFirst().ifPresent(fact -> fills.add(fill(fact.id(), quantity(daily))));
        }
        List<String> tokens = asked.totals() ? List.of() : tokens(flow);
        if (!tokens.isEmpty() && asked.in() != null) {
            fills.add(fill(tokens.getFirst(), quantity(asked.in())));
        }
        if (!tokens.isEmpty() && asked.out() != null) {
            fills.add(fill(tokens.getLast(), quantity(asked.out())));
        }
        return fills;
    }

    private static Value quantity(BigDecimal number) {
        return Value.Quantity.of(new BigDecimal(number.setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString()));
    }

    private static ExtractedAnswer fill(String fact, Value value) {
        return new ExtractedAnswer(fact, value, "", false);
    }
}
