package dev.tunewise.advice.answer;

import dev.tunewise.flow.interview.NamedThings;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Chooses, where there is room for a few steps, those that speak of what was asked and the answer itself does not. */
final class FittingSteps {
    /** Longer words count by their beginning, shorter ones say little. */
    private static final int BEGINNING = 5;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z]+");

    static List<String> of(List<String> steps, int most, String asked, String text) {
        if (asked.isEmpty()) {
            return steps.stream().limit(most).toList();
        }
        String told = NamedThings.plain(text);
        List<String> words = BETWEEN_WORDS
                .splitAsStream(NamedThings.plain(asked))
                .filter(word -> word.length() > BEGINNING)
                .map(word -> word.substring(0, BEGINNING))
                .filter(word -> !told.contains(word))
                .toList();
        List<String> first = steps.stream()
                .sorted(Comparator.comparingLong(step -> -words.stream()
                        .filter(NamedThings.plain(step)::contains)
                        .count()))
                .limit(most)
                .toList();
        return steps.stream().filter(first::contains).toList();
    }
}
