package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Fact;
import dev.tunewise.flow.Value;
import dev.tunewise.reading.number.Amount;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.TokenSequence;
import dev.tunewise.reading.result.Span;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Counts classes that are told by their names: "each ticket is tagged as billing, refund, shipping or other". It is proposed: other things are
 * listed so too. "20 examples per type" with 45 types are 900.
 */
public record ListedClasses(ResolutionContext context, TokenSequence line) {
    private static final Set<String> LAST = Set.of("or", "and");
    private static final int FEWEST = 3;
    private static final int LONGEST_NAME = 3;
    private static final int NEAR = 3;
    private static final int LONGEST_QUOTE = 100;

    public static void take(ResolutionContext context) {
        ListedClasses listed = new ListedClasses(context, context.line);
        listed.counted("classes")
                .filter(fact -> !fact.topic().isEmpty() && !context.isSettled(fact))
                .findFirst()
                .ifPresent(listed::names);
        listed.counted("examples").findFirst().ifPresent(listed::examples);
    }

    private void names(Fact fact) {
        for (int at = 0; at < line.size(); at++) {
            int end = leads(at) && context.isReal(at) ? end(at + 1) : at;
            long others = IntStream.range(at + 1, end)
                    .filter(i -> isComma(i) && !LAST.contains(line.word(i + 1)) || LAST.contains(line.word(i)))
                    .count();
            if (others + 1 >= FEWEST) {
                Value classes = Value.Quantity.of(BigDecimal.valueOf(others + 1));
                context.settled.propose(fact, classes, context.seen.span(at + 1, end));
            }
        }
    }

    /** Whether the names of classes follow: "as" or "into" after a word for sorting in the same clause. */
    private boolean leads(int at) {
        return is("class leads", at)
                && IntStream.range(line.clauseStart(at), at).anyMatch(i -> is("class verbs", i));
    }

    /** Where a list of short names ends that begins at an item; the item itself where there is none. */
    private int end(int start) {
        int words = 0;
        boolean last = false;
        for (int i = start; i < line.size(); i++) {
            boolean name = !line.word(i).isEmpty() && !is("auxiliaries", i) && !is("strangers", i);
            if (isComma(i) && !last && words > 0) {
                words = LAST.contains(line.word(i + 1)) ? 1 : 0;
            } else if (LAST.contains(line.word(i)) && !last && (words > 0 || isComma(i - 1))) {
                last = true;
                words = 0;
            } else if (last && words > 0 && (line.endsClause(i) || is("joints", i) || is("openers", i) || !name)) {
                return i;
            } else if (!name || ++words > LONGEST_NAME) {
                return start;
            }
        }
        return last && words > 0 ? line.size() : start;
    }

    private boolean isComma(int at) {
        return line.items().get(at).kind == AnnotatedToken.Kind.BOUNDARY;
    }

    private boolean is(String list, int at) {
        return context.seen.is(list, at);
    }

    /** "20 examples per type" times the classes of the message, in a question too, or of what is known. */
    private void examples(Fact all) {
        BigDecimal classes = counted("classes")
                .flatMap(fact -> CombinedFigures.told(context, fact.id()).stream())
                .map(value -> value instanceof Value.Quantity number ? number.value() : BigDecimal.ZERO)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        for (int i = 0; classes.signum() > 0 && i < line.size(); i++) {
            Amount each = line.amount(i);
            int end = each != null && each.isPlainCount() && !each.isUnclear() ? eachClass(i + 1) : -1;
            if (each == null
                    || end < 0
                    || !context.isReal(i)
                    || context.settled.reads.containsKey(all.id())
                    || IntStream.range(line.clauseStart(i), line.clauseEnd(i)).anyMatch(word -> is("not-held", word))) {
                continue;
            }
            Value value = Value.Quantity.of(each.value().multiply(classes));
            Span quote = quote(context.seen.span(i, end));
            if (OwnStatement.isOwn(new ClauseSubjects(context.seen), i)) {
                context.settled.read(all, value, quote, false);
            } else {
                context.settled.propose(all, value, quote);
            }
        }
    }

    /** Both figures in one quote where they stand near one another, so that it shows what the product was made of. */
    private Span quote(Span each) {
        return counted("classes")
                .flatMap(fact -> Optional.ofNullable(context.settled.reads.get(fact.id())).stream())
                .map(read -> new Span(read.start(), read.end()).joined(each))
                .filter(both -> both.end() - both.start() <= LONGEST_QUOTE)
                .findFirst()
                .orElse(each);
    }

    /** The item behind "examples per type", or -1. */
    private int eachClass(int after) {
        for (int i = after; i < Math.min(line.size() - 2, after + NEAR); i++) {
            int each = Set.of("for", "in").contains(line.word(i + 1)) ? i + 2 : i + 1;
            if (is("rows", i) && is("apiece", each) && is("kinds", each + 1)) {
                return each + 2;
            }
        }
        return -1;
    }

    /** The facts whose unit counts some things. */
    private Stream<Fact> counted(String noun) {
        return context.flow.facts().stream()
                .filter(fact -> fact.unit() != null && fact.unit().noun().equals(noun));
    }
}
