package dev.tunewise.conversation.figure;

import dev.tunewise.advice.result.CostComparison.Option;
import dev.tunewise.advice.result.LadderStep;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which option of a comparison a question names: by words of its name, its model or its lever. */
final class OptionMention {
    private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{Nd}.]+");
    private static final Set<String> EMPTY = Set.of(
            "a", "an", "the", "just", "use", "using", "with", "of", "model", "prompt", "in", "it", "we", "to", "on",
            "not", "why", "go", "for", "do", "us", "our", "and", "or", "first", "token", "by");

    /** A family with its version and its size: "gpt-5.5", "sonnet 4", "gpt-5.4 mini". */
    private static final Pattern VERSION =
            Pattern.compile("(\\p{L}+)[ -]?(\\d+(?:[.]\\d+)?)(?:[ -](mini|nano|micro|lite|flash|pro|turbo|max)\\b)?");

    /** Other words for what a table calls otherwise. */
    private static final Map<String, String> SAME = Map.of(
            "nothing",
            "today",
            "stay",
            "today",
            "retrieval",
            "rag",
            "finetune",
            "fine",
            "training",
            "tune",
            "train",
            "tune");

    /** The option with the most words of the question; of even ones those that add least and may be recommended first, then the cheaper. */
    static Optional<Option> in(String text, List<Option> options) {
        Set<String> asked = words(text);
        return options.stream()
                .filter(option -> shared(option, asked) > 0 && !isAnotherVersion(called(option), text))
                .max(Comparator.<Option>comparingInt(option -> shared(option, asked))
                        .thenComparing(option -> -option.name().split(", ").length)
                        .thenComparing(Option::priced)
                        .thenComparing(option -> option.standing().eligible())
                        .thenComparing(option -> option.total().likely().negate()));
    }

    /** Whether the question names a model of which this is another version or size, or of which it has no more than the size. */
    private static boolean isAnotherVersion(String name, String text) {
        Set<String> own = words(name);
        return VERSION.matcher(text.toLowerCase(Locale.ROOT)).results().anyMatch(named -> {
            String size = named.group(3);
            boolean family = own.contains(stem(named.group(1)));
            return family
                    ? !own.contains(named.group(2)) || size != null && !own.contains(size)
                    : size != null && own.contains(size);
        });
    }

    /** Whether the question names no more of an option than its model, and not what would be done with it. */
    static boolean isModelAlone(String text, Option option) {
        Set<String> asked = words(text);
        asked.removeAll(words(option.model()));
        return shared(option, asked) == 0;
    }

    private static String called(Option option) {
        return option.name() + " " + option.model();
    }

    /** The rung of the ladder that the question names. */
    static Optional<LadderStep> rung(String text, List<LadderStep> ladder) {
        Set<String> asked = words(text);
        return ladder.stream()
                .filter(step -> shared(step.lever() + " " + step.label(), asked) > 0)
                .max(Comparator.comparingInt(step -> shared(step.lever() + " " + step.label(), asked)));
    }

    /** The rung whose lever the question names by its own word, where none of the options pulls it. */
    static Optional<LadderStep> withoutOption(String text, List<LadderStep> ladder, List<Option> options) {
        Set<String> asked = words(text);
        return ladder.stream()
                .filter(step -> shared(step.lever(), asked) > 0)
                .filter(_ -> options.stream().noneMatch(option -> shared(option.lever(), asked) > 0))
                .filter(_ -> options.stream().noneMatch(option -> shared(option.model(), asked) > 0))
                .findFirst();
    }

    /** The line about something that was left out, where the question names it. */
    static Optional<String> leftOut(String text, List<String> lines) {
        Set<String> asked = words(text);
        return lines.stream()
                .filter(line -> {
                    String name = line.substring(0, Math.max(0, line.indexOf(':')));
                    return words(name).stream().anyMatch(asked::contains) && !isAnotherVersion(name, text);
                })
                .findFirst();
    }

    /** The lever says most, then the name, then the model that it may share with others. */
    private static int shared(Option option, Set<String> asked) {
        return 3 * shared(option.lever(), asked) + 2 * shared(option.name(), asked) + shared(option.model(), asked);
    }

    private static int shared(String text, Set<String> asked) {
        Set<String> words = words(text);
        words.retainAll(asked);
        // A number alone names nothing: many models have a version 5.5.
        words.removeIf(word -> word.chars().noneMatch(Character::isLetter));
        return words.size();
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Arrays.stream(BREAK.split(text.toLowerCase(Locale.ROOT)))
                .map(OptionMention::stem)
                .filter(word -> !EMPTY.contains(word)
                        && !word.isEmpty()
                        && (word.length() > 1 || Character.isDigit(word.charAt(0))))
                .forEach(words::add);
        return words;
    }

    /** "Caching", "cached" and "cache", "batches" and "batch" are one word. */
    private static String stem(String word) {
        String bare = word.replaceAll("[.]+$", "");
        bare = SAME.getOrDefault(bare, bare);
        return bare.length() > 4 ? bare.replaceAll("(ing|ed|es|e|s)$", "") : bare;
    }
}
