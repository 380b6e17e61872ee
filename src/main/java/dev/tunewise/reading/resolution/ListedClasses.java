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
public final class ListedClasses {
    private static final Set<String> LAST = Set.of("or", "and");
    private static final int FEWEST = 3;
    private static final int LONGEST_NAME = 3;
    private static final int NEAR = 3;
    private static final int LONGEST_QUOTE = 100;

    private final ResolutionContext context;
    private final TokenSequence line;

    private ListedClasses(ResolutionContext context) {
        this.context = context;
        line = context.line;
    }

    public static void take(ResolutionContext context) {
        new ListedClasses(context).take();
        examples(context);
    }

    private void take() {
        context.flow.facts().stream()
                .filter(fact -> fact.unit() != null && fact.unit().noun().equals("classes"))
                .filter(fact -> !fact.topic().isEmpty() && !context.isSettled(fact))
                .findFirst()
                .ifPresent(fact -> IntStream.range(0, line.size())
                        .filter(at -> leads(at) && context.isReal(at))
                        .forEach(at -> {
                            int end = end(at + 1);
                            int names = 1
                                    + (int) IntStream.range(at + 1, end)
                                            .filter(i -> isComma(i) && !LAST.contains(line.word(i + 1))
                                                    || LAST.contains(line.word(i)))
                                            .count();
                            if (names >= FEWEST) {
                                Value classes = Value.Quantity.of(BigDecimal.valueOf(names));
                                context.settled.propose(fact, classes, context.seen.span(at + 1, end));
                            }
                        }));
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
            boolean name = line.items().get(i).kind == AnnotatedToken.Kind.WORD
                    && !is("auxiliaries", i)
                    && !is("strangers", i);
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
        return at >= 0 && line.items().get(at).kind == AnnotatedToken.Kind.BOUNDARY;
    }

    private boolean is(String list, int at) {
        return context.seen.usual().list(list).contains(line.word(at));
    }

    /** "20 examples per type" times the classes of the message or of what is known. */
    private static void examples(ResolutionContext context) {
        Optional<Fact> all = counted(context, "examples");
        Optional<Value.Quantity> classes = classes(context);
        TokenSequence line = context.line;
        for (int i = 0; all.isPresent() && classes.isPresent() && i < line.size(); i++) {
            Amount each = line.items().get(i).amount;
            int end = each != null && each.isPlainCount() && !each.isUnclear() ? eachClass(context, i + 1) : -1;
            if (end < 0
                    || each == null
                    || !context.isReal(i)
                    || context.settled.reads.containsKey(all.get().id())
                    || IntStream.range(line.clauseStart(i), line.clauseEnd(i))
                            .anyMatch(word ->
                                    context.seen.usual().list("not-held").contains(line.word(word)))) {
                continue;
            }
            Value value = Value.Quantity.of(each.value().multiply(classes.get().value()));
            Span quote = quote(context, context.seen.span(i, end));
            if (OwnStatement.isOwn(new ClauseSubjects(context.seen), i)) {
                context.settled.read(all.get(), value, quote, false);
            } else {
                context.settled.propose(all.get(), value, quote);
            }
        }
    }

    /** Both figures in one quote where they stand near one another, so that it shows what the product was made of. */
    private static Span quote(ResolutionContext context, Span each) {
        return classFacts(context)
                .flatMap(fact -> Optional.ofNullable(context.settled.reads.get(fact.id())).stream())
                .map(read -> new Span(Math.min(read.start(), each.start()), Math.max(read.end(), each.end())))
                .filter(both -> both.end() - both.start() <= LONGEST_QUOTE)
                .findFirst()
                .orElse(each);
    }

    private static Stream<Fact> classFacts(ResolutionContext context) {
        return context.flow.facts().stream()
                .filter(fact -> fact.unit() != null && fact.unit().noun().equals("classes"));
    }

    /** The item behind "examples per type", or -1. */
    private static int eachClass(ResolutionContext context, int after) {
        TokenSequence line = context.line;
        Set<String> rows = context.seen.usual().list("rows");
        Set<String> kinds = context.seen.usual().list("kinds");
        for (int i = after; i < Math.min(line.size() - 2, after + NEAR); i++) {
            int each = i + 1;
            if (rows.contains(line.word(i)) && Set.of("for", "in").contains(line.word(each))) {
                each++;
            }
            if (rows.contains(line.word(i))
                    && context.seen.usual().list("apiece").contains(line.word(each))
                    && each + 1 < line.size()
                    && kinds.contains(line.word(each + 1))) {
                return each + 2;
            }
        }
        return -1;
    }

    /** The classes that the message names, in a question too, or that are known. */
    private static Optional<Value.Quantity> classes(ResolutionContext context) {
        return classFacts(context)
                .flatMap(fact -> CombinedFigures.told(context, fact.id()).stream())
                .flatMap(value -> value instanceof Value.Quantity number ? Stream.of(number) : Stream.empty())
                .findFirst();
    }

    private static Optional<Fact> counted(ResolutionContext context, String noun) {
        return context.flow.facts().stream()
                .filter(fact -> fact.unit() != null && fact.unit().noun().equals(noun))
                .findFirst();
    }
}
