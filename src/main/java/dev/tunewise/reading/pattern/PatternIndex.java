package dev.tunewise.reading.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Patterns by what they can begin with, so that at each item only few are tried. */
public final class PatternIndex<T> {
    private static final String AMOUNT = "<amount>";
    private static final String NAME = "<name>";
    private static final String REST_OF_WORD = "*";
    private static final String ANYTHING = "";

    private final Map<String, List<Entry<T>>> byBeginning = new HashMap<>();
    private int longestPrefix;

    /** `seconds`: what can come second, which keeps most patterns from being tried; empty where that is not known. */
    private record Entry<T>(PatternAst pattern, T meaning, Set<String> seconds) {
        boolean mayGoOn(@Nullable AnnotatedToken next) {
            return seconds.isEmpty()
                    || next != null && (next.kind == AnnotatedToken.Kind.RATE || seconds.contains(beginning(next)));
        }
    }

    public void add(PatternAst pattern, T meaning) {
        Set<String> beginnings = new HashSet<>();
        isPassed(pattern, beginnings);
        Entry<T> entry = new Entry<>(pattern, meaning, seconds(pattern));
        for (String beginning : beginnings) {
            byBeginning.computeIfAbsent(beginning, _ -> new ArrayList<>()).add(entry);
            if (beginning.endsWith(REST_OF_WORD)) {
                longestPrefix = Math.max(longestPrefix, beginning.length() - 1);
            }
        }
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
            case PatternAst.Captured _, PatternAst.Number _ -> beginnings.add(AMOUNT);
            case PatternAst.Name _ -> beginnings.add(NAME);
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

    private static Set<String> seconds(PatternAst pattern) {
        List<PatternAst> parts = pattern instanceof PatternAst.Sequence(List<PatternAst> all)
                ? all.stream().dropWhile(PatternAst.Start.class::isInstance).toList()
                : List.of();
        Set<String> seconds = new HashSet<>();
        boolean known = !parts.isEmpty()
                && (parts.getFirst() instanceof PatternAst.Single
                        || parts.getFirst() instanceof PatternAst.Either either && either.isOfWords())
                && !isEverywhere(new PatternAst.Sequence(parts.subList(1, parts.size())), seconds)
                && seconds.stream().noneMatch(second -> second.endsWith(REST_OF_WORD));
        return known ? seconds : Set.of();
    }

    /** Calls back with every pattern that can begin at an item of a line. */
    public void at(TokenSequence line, int at, BiConsumer<PatternAst, T> tried) {
        String beginning = beginning(line.items().get(at));
        AnnotatedToken next = at + 1 < line.size() ? line.items().get(at + 1) : null;
        all(beginning, next, tried);
        int longest = Math.min(longestPrefix, line.word(at).length());
        for (int length = 1; length <= longest; length++) {
            all(beginning.substring(0, length) + REST_OF_WORD, next, tried);
        }
    }

    private static String beginning(AnnotatedToken item) {
        return switch (item.kind) {
            case AMOUNT -> AMOUNT;
            case NAME -> NAME;
            case WORD -> item.word;
            case RATE, FOREIGN, BOUNDARY, STOP -> ANYTHING;
        };
    }

    private void all(String beginning, @Nullable AnnotatedToken next, BiConsumer<PatternAst, T> tried) {
        for (Entry<T> entry : byBeginning.getOrDefault(beginning, List.of())) {
            if (entry.mayGoOn(next)) {
                tried.accept(entry.pattern(), entry.meaning());
            }
        }
    }
}
