package dev.tunewise.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Patterns by what they can begin with, so that at each item only few are tried.
 *
 * @param <T> what a pattern stands for
 */
final class PatternIndex<T> {
    private final Map<String, List<Entry<T>>> words = new HashMap<>();
    private final Map<String, List<Entry<T>>> prefixes = new HashMap<>();
    private final List<Entry<T>> amounts = new ArrayList<>();
    private final List<Entry<T>> names = new ArrayList<>();
    private int shortestPrefix = Integer.MAX_VALUE;
    private int longestPrefix;
    private int mostStates = 1;

    private record Entry<T>(Program program, T meaning) {}

    /** Adds a pattern; it must not be able to begin with anything at all. */
    void add(Program program, T meaning) {
        Entry<T> entry = new Entry<>(program, meaning);
        Program.Beginnings beginnings = program.beginnings();
        if (beginnings.anything()) {
            throw new IllegalArgumentException("A pattern that can begin with anything cannot be found");
        }
        beginnings.words().forEach(word -> words.computeIfAbsent(word, _ -> new ArrayList<>()).add(entry));
        for (String prefix : beginnings.prefixes()) {
            prefixes.computeIfAbsent(prefix, _ -> new ArrayList<>()).add(entry);
            shortestPrefix = Math.min(shortestPrefix, prefix.length());
            longestPrefix = Math.max(longestPrefix, prefix.length());
        }
        if (beginnings.amount()) {
            amounts.add(entry);
        }
        if (beginnings.name()) {
            names.add(entry);
        }
        mostStates = Math.max(mostStates, program.size());
    }

    int mostStates() {
        return mostStates;
    }

    /** Calls back with every pattern that can begin at an item. */
    void at(Item item, BiConsumer<Program, T> tried) {
        switch (item.kind) {
            case AMOUNT -> all(amounts, tried);
            case NAME -> all(names, tried);
            case WORD -> {
                all(words.getOrDefault(item.word, List.of()), tried);
                int longest = Math.min(longestPrefix, item.word.length());
                for (int length = shortestPrefix; length <= longest; length++) {
                    all(prefixes.getOrDefault(item.word.substring(0, length), List.of()), tried);
                }
            }
            case RATE, FOREIGN, BOUNDARY, STOP -> {}
        }
    }

    private static <T> void all(List<Entry<T>> entries, BiConsumer<Program, T> tried) {
        for (Entry<T> entry : entries) {
            tried.accept(entry.program(), entry.meaning());
        }
    }
}
