package dev.tunewise.reading.text;

import java.util.Locale;
import java.util.Set;

/** Words that take something out of a list at the beginning of a sentence: "remove the format problem", "ok, drop too slow". */
public final class RemovalPhrases {
    private static final Set<String> REMOVING = WordSet.set("removal phrases: removing");
    private static final Set<String> LEADS = WordSet.set("removal phrases: leads");
    private static final int MOST_LEADS = 4;

    /** Whether a word takes something away. */
    public static boolean is(String word) {
        return REMOVING.contains(word);
    }

    /** Whether a word may stand before it, at that place of a sentence. */
    public static boolean leads(String word, int place) {
        return place < MOST_LEADS && LEADS.contains(word);
    }

    /** Whether a text begins so. */
    public static boolean begins(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).strip().split("[^\\p{L}']+");
        int at = 0;
        while (at < words.length - 1 && leads(words[at], at)) {
            at++;
        }
        return is(words[at]);
    }
}
