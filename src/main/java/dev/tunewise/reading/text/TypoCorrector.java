package dev.tunewise.reading.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the known word that a misspelled one stands for: one letter too many, one missing, or two swapped; one wrong letter only in long
 * words, where few other words are that close. The first letter must be right. Words that are real but close to a known one are left alone.
 */
public final class TypoCorrector {
    private static final int LONGEST = 24;
    private static final int LONG = 9;

    private final int shortest;
    private final Set<String> known;
    private final Set<String> real;
    /** Known words by their letters with double ones made single; empty marks several. */
    private final Map<String, String> undoubled = new HashMap<>();
    /** Known words by what is left of them without one letter; null marks several. */
    private final Map<String, @Nullable String> shortened = new HashMap<>();

    public TypoCorrector(Collection<String> words, Collection<String> real, int shortest) {
        this.shortest = shortest;
        this.real = Set.copyOf(real);
        known = new HashSet<>(words);
        for (String word : known) {
            if (word.length() < shortest || word.length() > LONGEST) {
                continue;
            }
            undoubled.merge(undoubled(word), word, (a, b) -> a.equals(b) ? a : "");
            for (int i = 1; i < word.length() - 1; i++) {
                // another ending is no slip: "label" and "labels"
                shortened.merge(without(word, i), word, (a, b) -> a.equals(b) ? a : "");
            }
        }
    }

    private static String without(String word, int at) {
        return word.substring(0, at) + word.substring(at + 1);
    }

    /** The known word meant, or the word itself. */
    public String meant(String word) {
        if (word.length() < shortest || word.length() > LONGEST || known.contains(word) || real.contains(word)) {
            return word;
        }
        String found = unique(null, shortened.get(word));
        for (int i = 1; i < word.length() - 1; i++) {
            String rest = without(word, i);
            if (rest.length() >= shortest && known.contains(rest)) {
                found = unique(found, rest);
            }
            String near = shortened.get(rest);
            if (near != null && near.length() == word.length() && isSwapOrLongSlip(word, near)) {
                found = unique(found, near);
            }
        }
        if (found == null) {
            found = undoubled.get(undoubled(word));
        }
        return found == null || found.isEmpty() ? word : found;
    }

    /** "acurracy" and "accuracy" alike: people are unsure of double letters more than of others. */
    private static String undoubled(String word) {
        StringBuilder single = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            if (i == 0 || word.charAt(i) != word.charAt(i - 1)) {
                single.append(word.charAt(i));
            }
        }
        return single.toString();
    }

    private static @Nullable String unique(@Nullable String so, @Nullable String more) {
        return more == null ? so : so == null || so.equals(more) ? more : "";
    }

    private static boolean isSwapOrLongSlip(String word, String near) {
        int first = 0;
        while (first < word.length() && word.charAt(first) == near.charAt(first)) {
            first++;
        }
        int last = word.length() - 1;
        while (last > first && word.charAt(last) == near.charAt(last)) {
            last--;
        }
        boolean swap =
                last == first + 1 && word.charAt(first) == near.charAt(last) && word.charAt(last) == near.charAt(first);
        return swap || (last == first && word.length() >= LONG);
    }
}
