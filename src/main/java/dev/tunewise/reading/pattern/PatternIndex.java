package dev.tunewise.reading.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Patterns by what they can begin with, so that at each item only few are tried. */
public final class PatternIndex<T> {
    private final Map<String, List<Entry<T>>> words = new HashMap<>();
    private final Map<String, List<Entry<T>>> prefixes = new HashMap<>();
    private final List<Entry<T>> amounts = new ArrayList<>();
    private final List<Entry<T>> names = new ArrayList<>();
    private int shortestPrefix = Integer.MAX_VALUE;
    private int longestPrefix;
    private int mostStates = 1;

    /** Words that can come second keep most patterns from being tried at all; null where anything can. */
    private record Entry<T>(
            CompiledPattern program, T meaning, @Nullable Set<String> second, boolean amount, boolean name) {
        boolean mayGoOn(@Nullable AnnotatedToken next) {
            if (second == null || (next != null && next.kind == AnnotatedToken.Kind.RATE)) {
                return true;
            }
            if (next == null) {
                return false;
            }
            return switch (next.kind) {
                case WORD, RATE -> second.contains(next.word);
                case AMOUNT -> amount;
                case NAME -> name;
                case FOREIGN, BOUNDARY, STOP -> false;
            };
        }
    }

    private static <T> Entry<T> entry(CompiledPattern program, T meaning, @Nullable String first) {
        CompiledPattern.Beginnings seconds = program.seconds(first);
        boolean any = seconds.anything() || !seconds.prefixes().isEmpty();
        return new Entry<>(
                program,
                meaning,
                any ? null : Set.copyOf(seconds.words()),
                seconds.amount(),
                seconds.ops().contains(CompiledPattern.Op.NAME));
    }

    /** Adds a pattern; it must not be able to begin with anything at all. */
    public void add(CompiledPattern program, T meaning) {
        CompiledPattern.Beginnings beginnings = program.beginnings();
        if (beginnings.anything()) {
            throw new IllegalArgumentException("A pattern that can begin with anything cannot be found");
        }
        beginnings
                .words()
                .forEach(word ->
                        words.computeIfAbsent(word, _ -> new ArrayList<>()).add(entry(program, meaning, word)));
        for (String prefix : beginnings.prefixes()) {
            prefixes.computeIfAbsent(prefix, _ -> new ArrayList<>())
                    .add(new Entry<>(program, meaning, null, true, true));
            shortestPrefix = Math.min(shortestPrefix, prefix.length());
            longestPrefix = Math.max(longestPrefix, prefix.length());
        }
        if (beginnings.amount()) {
            amounts.add(entry(program, meaning, null));
        }
        if (beginnings.ops().contains(CompiledPattern.Op.NAME)) {
            names.add(entry(program, meaning, null));
        }
        mostStates = Math.max(mostStates, program.size());
    }

    public int mostStates() {
        return mostStates;
    }

    /** Calls back with every pattern that can begin at an item of a line. */
    public void at(TokenSequence line, int at, BiConsumer<CompiledPattern, T> tried) {
        AnnotatedToken item = line.items().get(at);
        AnnotatedToken next = at + 1 < line.size() ? line.items().get(at + 1) : null;
        switch (item.kind) {
            case AMOUNT -> all(amounts, next, tried);
            case NAME -> all(names, next, tried);
            case WORD -> {
                all(words.getOrDefault(item.word, List.of()), next, tried);
                int longest = Math.min(longestPrefix, item.word.length());
                for (int length = shortestPrefix; length <= longest; length++) {
                    all(prefixes.getOrDefault(item.word.substring(0, length), List.of()), next, tried);
                }
            }
            case RATE, FOREIGN, BOUNDARY, STOP -> {}
        }
    }

    private static <T> void all(
            List<Entry<T>> entries, @Nullable AnnotatedToken next, BiConsumer<CompiledPattern, T> tried) {
        for (Entry<T> entry : entries) {
            if (entry.mayGoOn(next)) {
                tried.accept(entry.program(), entry.meaning());
            }
        }
    }
}
