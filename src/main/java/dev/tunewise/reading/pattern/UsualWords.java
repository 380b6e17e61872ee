package dev.tunewise.reading.pattern;

import dev.tunewise.flow.FactType;
import dev.tunewise.flow.Flow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that the lists of a flow hold, taken apart once.
 *
 * @param ours what people use for their system; beside any other word a choice may speak of something else
 * @param systems what is the speaker's own at the beginning of a clause
 * @param common facts whose figures people use of anything
 * @param told what else may stand before a figure of it
 * @param counted nouns of what is counted as calls
 * @param items by the id of a list's item the words that name it, as far as the flow has a list of its name
 */
public record UsualWords(
        Set<String> ours,
        Set<String> systems,
        Set<String> common,
        Set<String> told,
        Set<String> counted,
        Map<String, Set<String>> items) {
    public UsualWords {
        items = Map.copyOf(items);
        ours = Set.copyOf(ours);
        systems = Set.copyOf(systems);
        common = Set.copyOf(common);
        told = Set.copyOf(told);
        counted = Set.copyOf(counted);
    }

    public static UsualWords of(Flow flow) {
        Map<String, Set<String>> items = new HashMap<>();
        flow.facts().stream()
                .filter(fact -> fact.type() == FactType.CHOICES)
                .flatMap(fact -> fact.choices().stream())
                .forEach(choice -> items.put(choice, words(flow, "<" + choice + ">")));
        return new UsualWords(
                words(flow, "<ours>"),
                words(flow, "<systems>"),
                words(flow, "<common>"),
                words(flow, "<told>"),
                words(flow, "<calls>"),
                items);
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
