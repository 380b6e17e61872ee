package dev.tunewise.conversation.answer;

import dev.tunewise.advice.result.CostComparison.Option;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which option of a comparison a question names: by words of its name, its model or its lever. */
final class OptionMention {
    private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{Nd}.]+");
    private static final Set<String> EMPTY = Set.of(
            "a", "an", "the", "just", "use", "using", "with", "of", "model", "prompt", "in", "it", "we", "to", "on", "not",
            "why", "go", "for", "do", "us", "our", "and", "or", "first");

    private OptionMention() {}

    /** The option with the most words of the question; of even ones those that may be recommended first, then the cheaper. */
    static Optional<Option> in(String text, List<Option> options) {
        Set<String> asked = words(text);
        return options.stream()
                .filter(option -> shared(option, asked) > 0)
                .max(Comparator.<Option>comparingInt(option -> shared(option, asked))
                        .thenComparing(Option::priced)
                        .thenComparing(option -> option.standing().eligible())
                        .thenComparing(option -> option.total().likely().negate()));
    }

    /** The line about something that was left out, where the question names it. */
    static Optional<String> leftOut(String text, List<String> lines) {
        Set<String> asked = words(text);
        return lines.stream()
                .filter(line -> words(line.substring(0, Math.max(0, line.indexOf(':')))).stream()
                        .anyMatch(asked::contains))
                .findFirst();
    }

    private static int shared(Option option, Set<String> asked) {
        Set<String> words = words(option.name() + " " + option.model() + " " + option.lever());
        words.retainAll(asked);
        return words.size();
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Arrays.stream(BREAK.split(text.toLowerCase(Locale.ROOT)))
                .map(OptionMention::stem)
                .filter(word -> word.length() > 1 && !EMPTY.contains(word))
                .forEach(words::add);
        return words;
    }

    /** "Caching", "cached" and "cache", "batches" and "batch" are one word. */
    private static String stem(String word) {
        String bare = word.replaceAll("[.]+$", "");
        return bare.length() > 4 ? bare.replaceAll("(ing|ed|es|e|s)$", "") : bare;
    }
}
