package dev.tunewise.reading.resolution;

import dev.tunewise.flow.Value;
import dev.tunewise.reading.pattern.AnnotatedToken;
import dev.tunewise.reading.pattern.TokenSequence;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.IntStream;

/** Counts classes that are told by their names: "each ticket is tagged as billing, refund, shipping or other". It is proposed: other things are listed so too. */
public final class ListedClasses {
    private static final Set<String> LAST = Set.of("or", "and");
    private static final int FEWEST = 3;
    private static final int LONGEST_NAME = 3;

    private final ResolutionContext context;
    private final TokenSequence line;

    private ListedClasses(ResolutionContext context) {
        this.context = context;
        line = context.line;
    }

    public static void take(ResolutionContext context) {
        new ListedClasses(context).take();
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
}
