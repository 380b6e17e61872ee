package dev.tunewise.reading.text;

import java.util.Set;

/** Words whose number follows them, so that it names and does not count: "version 3", "step 4", "sonnet 5". */
final class NumberedNouns {
    private static final Set<String> WORDS = WordSet.of(WordSet.named("numbered nouns: words"));

    static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
