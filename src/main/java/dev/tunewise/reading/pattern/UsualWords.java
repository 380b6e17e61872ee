package dev.tunewise.reading.pattern;

import dev.tunewise.flow.Flow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that the lists of a flow hold, taken apart once.
 *
 * @param ours what people use for their system; beside any other word a choice may speak of something else
 * @param counted nouns of what is counted as calls
 */
public record UsualWords(Set<String> ours, Set<String> counted) {
    public UsualWords {
        ours = Set.copyOf(ours);
        counted = Set.copyOf(counted);
    }

    public static UsualWords of(Flow flow) {
        return new UsualWords(words(flow, "<ours>"), words(flow, "<calls>"));
    }

    private static Set<String> words(Flow flow, String list) {
        Set<String> words = new HashSet<>();
        for (String pattern : flow.synonyms().getOrDefault(list, List.of())) {
            for (String word : pattern.split("[()|\\s?*]+")) {
                if (word.startsWith("<")) {
                    words.addAll(words(flow, word));
                } else if (!word.isEmpty()) {
                    words.add(word);
                }
            }
        }
        return words;
    }
}
