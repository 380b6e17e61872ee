package dev.tunewise.reading.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Patterns by what they can begin with, so that at each item only few are tried. */
public final class PatternIndex<T> {
    private static final String REST_OF_WORD = "*";
    private static final String ANYTHING = "";
    private static final long ANY = -1;

    private final Map<String, List<Entry<T>>> byBeginning = new HashMap<>();
    private final Map<String, List<Entry<T>>> byPrefix = new HashMap<>();

    /**
     * A pattern with what has to stand where it matches, which keeps most from being tried.
     *
     * @param starts whether it matches only where a clause starts
     * @param next marks of what can come second; all where that is not known
     * @param first marks of what the first part that may not be missing can begin with
     * @param later the same for each such part behind it
     */
    private record Entry<T>(PatternAst pattern, T meaning, boolean starts, long next, long first, long[] later) {
        static <T> Entry<T> of(PatternAst pattern, T meaning, String beginning) {
            List<PatternAst> parts = parts(pattern).toList();
            boolean starts = parts.getFirst() instanceof PatternAst.Start;
            List<PatternAst> rest = starts ? parts.subList(1, parts.size()) : parts;
            PatternAst head = rest.getFirst();
            boolean either = head instanceof PatternAst.Either(var _, var byWord, var others)
                    && byWord.containsKey(beginning)
                    && others.isEmpty();
            if (!either && !(head instanceof PatternAst.Single)) {
                return new Entry<>(
                        pattern, meaning, starts, ANY, needed(rest).findFirst().orElse(ANY), later(rest, 1));
            }
            PatternAst begun = new PatternAst.Sequence(rest.subList(1, rest.size()));
            if (head instanceof PatternAst.Either(var _, var byWord, var _)) {
                begun = new PatternAst.Sequence(List.of(byWord.getOrDefault(beginning, begun), begun));
            }
            return new Entry<>(
                    pattern,
                    meaning,
                    starts,
                    marks(begun),
                    ANY,
                    later(parts(begun).toList(), 0));
        }

        private static LongStream needed(List<PatternAst> parts) {
            return parts.stream()
                    .filter(part -> !isPassed(part, new HashSet<>()))
                    .mapToLong(PatternIndex::marks);
        }

        private static long[] later(List<PatternAst> parts, int from) {
            return needed(parts).skip(from).filter(marks -> marks != ANY).toArray();
        }

        boolean mayMatch(TokenSequence line, int at) {
            long behind = line.marksBehind(at);
            if (starts && !line.startsClause(at)
                    || (next & line.mark(at + 1)) == 0 && next != ANY
                    || (first & (line.mark(at) | behind)) == 0) {
                return false;
            }
            for (long one : later) {
                if ((one & behind) == 0) {
                    return false;
                }
            }
            return true;
        }
    }

    public void add(PatternAst pattern, T meaning) {
        Set<String> beginnings = new HashSet<>();
        isPassed(pattern, beginnings);
        for (String beginning : beginnings) {
            boolean prefix = beginning.endsWith(REST_OF_WORD);
            (prefix ? byPrefix : byBeginning)
                    .computeIfAbsent(
                            prefix ? beginning.substring(0, beginning.length() - 1) : beginning, _ -> new ArrayList<>())
                    .add(Entry.of(pattern, meaning, beginning));
        }
    }

    /** The parts one after the other, those of sequences within it too. */
    private static Stream<PatternAst> parts(PatternAst pattern) {
        return pattern instanceof PatternAst.Sequence(List<PatternAst> parts)
                ? parts.stream().flatMap(PatternIndex::parts)
                : Stream.of(pattern);
    }

    /** The marks of what a part can begin with; all where that may be anything or nothing. */
    private static long marks(PatternAst part) {
        Set<String> beginnings = new HashSet<>();
        boolean known = !isEverywhere(part, beginnings)
                && beginnings.stream().noneMatch(beginning -> beginning.endsWith(REST_OF_WORD));
        return known ? beginnings.stream().mapToLong(AnnotatedToken::mark).reduce(0, (a, b) -> a | b) : ANY;
    }

    /** Whether a pattern can begin with a gap or match nothing, so that it would have to be tried everywhere. */
    static boolean isEverywhere(PatternAst pattern) {
        return isEverywhere(pattern, new HashSet<>());
    }

    private static boolean isEverywhere(PatternAst pattern, Set<String> beginnings) {
        return isPassed(pattern, beginnings) || beginnings.contains(ANYTHING);
    }

    /** Collects what a part can begin with; says whether what follows the part can come first as well. */
    private static boolean isPassed(PatternAst part, Set<String> beginnings) {
        switch (part) {
            case PatternAst.Word(String word) -> beginnings.add(word);
            case PatternAst.Prefix(String beginning) -> beginnings.add(beginning + REST_OF_WORD);
            case PatternAst.Captured _, PatternAst.Number _, PatternAst.Count _ ->
                beginnings.add(AnnotatedToken.AMOUNT);
            case PatternAst.Name _ -> beginnings.add(AnnotatedToken.NAME);
            case PatternAst.Sequence(List<PatternAst> parts) -> {
                return parts.stream().allMatch(each -> isPassed(each, beginnings));
            }
            case PatternAst.Either either -> {
                return either.options().stream()
                                .filter(each -> isPassed(each, beginnings))
                                .count()
                        > 0;
            }
            case PatternAst.Maybe(PatternAst inner) -> {
                isPassed(inner, beginnings);
                return true;
            }
            case PatternAst.Gap _, PatternAst.End _ -> beginnings.add(ANYTHING);
            case PatternAst.Start _ -> {
                return true;
            }
        }
        return false;
    }

    /** Calls back with every pattern that can begin at an item of a line. */
    public void at(TokenSequence line, int at, BiConsumer<PatternAst, T> tried) {
        String beginning = line.items().get(at).beginning();
        each(byBeginning.getOrDefault(beginning, List.of()), line, at, tried);
        byPrefix.forEach((prefix, entries) -> {
            if (beginning.startsWith(prefix)) {
                each(entries, line, at, tried);
            }
        });
    }

    private static <T> void each(List<Entry<T>> entries, TokenSequence line, int at, BiConsumer<PatternAst, T> tried) {
        for (Entry<T> entry : entries) {
            if (entry.mayMatch(line, at)) {
                tried.accept(entry.pattern(), entry.meaning());
            }
        }
    }
}
