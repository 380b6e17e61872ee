package dev.tunewise.reading.pattern;

import dev.tunewise.flow.Flow;
import dev.tunewise.flow.interview.RecentResults;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that the lists of a flow hold, taken apart once: `ours` what people use for their system, `systems` what is the speaker's own at the
 * beginning of a clause, `told` what else may stand before a figure of it, `calls` what is counted as calls, `heard` the words of the flow's
 * patterns and those that stand in several of its example sentences, and by the id of a list's item the words that name it.
 */
public record UsualWords(Map<String, Set<String>> lists) {
    /** In so many example sentences a word stands that people use of their systems, whatever these are about. */
    private static final int OFTEN = 2;

    private static final Pattern WORDS = Pattern.compile("[^a-z0-9]+");
    /** Whoever reads messages and whoever answers them take the same. */
    private static final RecentResults<List<Map<String, List<String>>>, UsualWords> MADE = new RecentResults<>(4);

    public static UsualWords of(Flow flow) {
        return MADE.of(List.of(flow.synonyms(), flow.utterances()), () -> made(flow));
    }

    private static UsualWords made(Flow flow) {
        Map<String, Set<String>> lists = new HashMap<>();
        flow.synonyms().keySet().stream()
                .filter(key -> key.startsWith("<"))
                .forEach(key -> lists.put(key.substring(1, key.length() - 1), words(flow, key, new HashSet<>())));
        lists.put("heard", heard(flow));
        return new UsualWords(lists);
    }

    private static Set<String> heard(Flow flow) {
        Map<String, Integer> counts = new HashMap<>();
        flow.utterances().entrySet().stream()
                .filter(told -> !told.getKey().equals("none") && !told.getKey().startsWith("guard"))
                .flatMap(told -> told.getValue().stream())
                .forEach(line -> WORDS.splitAsStream(line.toLowerCase(Locale.ROOT))
                        .distinct()
                        .forEach(word -> counts.merge(word, 1, Integer::sum)));
        counts.values().removeIf(lines -> lines < OFTEN);
        Set<String> heard = new HashSet<>(counts.keySet());
        flow.synonyms()
                .forEach((key, patterns) -> patterns.stream()
                        .filter(pattern ->
                                !key.startsWith("<") && !pattern.contains("+not") && !pattern.contains("+maybe"))
                        .flatMap(WORDS::splitAsStream)
                        .forEach(heard::add));
        return heard;
    }

    /** The words of a list; none where the flow has no such list. */
    public Set<String> list(String name) {
        return lists.getOrDefault(name, Set.of());
    }

    /** `open`: lists that refer to it, for those that refer to each other are refused elsewhere. */
    private static Set<String> words(Flow flow, String list, Set<String> open) {
        Set<String> words = new HashSet<>();
        if (!open.add(list)) {
            return words;
        }
        for (String pattern : flow.synonyms().getOrDefault(list, List.of())) {
            for (String word : pattern.split("[()|\\s?*]+")) {
                if (word.startsWith("<")) {
                    words.addAll(words(flow, word, open));
                } else if (!word.isEmpty()) {
                    words.add(word);
                }
            }
        }
        open.remove(list);
        return words;
    }
}
