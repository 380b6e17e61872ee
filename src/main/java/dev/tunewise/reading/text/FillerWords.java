package dev.tunewise.reading.text;

import java.util.Set;

/** Words that add nothing to an answer: "about 50k I think, at the moment". */
public final class FillerWords {
    private static final Set<String> WORDS = WordSet.set("filler words: words");

    public static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
