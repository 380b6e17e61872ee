package dev.tunewise.storage.document;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text as a search compares them: small letters without accents, of long words the beginning; in scripts without blanks each
 * ideograph is a word.
 */
public final class SearchWords {
    /** A word is found by each of its beginnings from so many letters on; a shorter word as a whole. */
    private static final int LEAST = 3;

    private static final int MOST = 12;

    private static final Pattern WORD = Pattern.compile("\\p{IsIdeographic}|[\\p{L}\\p{N}&&[^\\p{IsIdeographic}]]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    /** The words of a text, each once, in their order. */
    public static Set<String> of(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        Set<String> words = new LinkedHashSet<>();
        Matcher found = WORD.matcher(plain);
        while (found.find()) {
            words.add(beginning(found.group(), MOST));
        }
        return words;
    }

    /** All that the words of a text are found by. */
    static Set<String> beginnings(String text) {
        Set<String> all = new LinkedHashSet<>();
        for (String word : of(text)) {
            all.add(word);
            for (int length = LEAST; length < word.codePointCount(0, word.length()); length++) {
                all.add(beginning(word, length));
            }
        }
        return all;
    }

    /** Whether a text has for each word that is looked for one that begins so. */
    public static boolean holds(String text, Set<String> wanted) {
        return beginnings(text).containsAll(wanted);
    }

    private static String beginning(String word, int most) {
        return word.codePointCount(0, word.length()) <= most
                ? word
                : word.substring(0, word.offsetByCodePoints(0, most));
    }
}
