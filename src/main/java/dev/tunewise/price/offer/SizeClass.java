package dev.tunewise.price.offer;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How large a model is, roughly: what an unknown or vanished model is placed by. */
public enum SizeClass {
    SMALL("small"),
    MEDIUM("medium"),
    LARGE("large");

    private static final Set<String> SMALL_WORDS = Set.of("""
                nano micro mini lite haiku flash luna small tiny ministral scout phi gemma instant ada babbage curie
                nemo
                """.strip().split("\\s+"));
    private static final Set<String> MEDIUM_WORDS =
            Set.of("sonnet terra medium maverick codestral sol mixtral 4o 4.1 command grok qwen deepseek".split(" "));
    private static final Set<String> LARGE_WORDS =
            Set.of("opus", "fable", "astra", "large", "max", "ultra", "behemoth", "o1", "davinci");
    private static final double SMALL_BILLIONS = 25;
    private static final double MEDIUM_BILLIONS = 130;

    private final String label;

    SizeClass(String label) {
        this.label = label;
    }

    /** The word in data files and sentences. */
    public String label() {
        return label;
    }

    public static Optional<SizeClass> labelled(String label) {
        return List.of(values()).stream()
                .filter(size -> size.label.equals(label))
                .findFirst();
    }

    /** The class of a model with so many billions of parameters. */
    public static SizeClass ofBillions(double billions) {
        return billions <= SMALL_BILLIONS ? SMALL : billions <= MEDIUM_BILLIONS ? MEDIUM : LARGE;
    }

    /** A guess from the words of a model's name; empty when none of them says anything. */
    public static Optional<SizeClass> guess(List<String> words) {
        for (String word : words) {
            if (word.matches("\\d+(\\.\\d+)?b")) {
                double billions = Double.parseDouble(word.substring(0, word.length() - 1));
                return Optional.of(ofBillions(billions));
            }
        }
        if (words.stream().anyMatch(SMALL_WORDS::contains)) {
            return Optional.of(SMALL);
        }
        if (words.stream().anyMatch(LARGE_WORDS::contains)) {
            return Optional.of(LARGE);
        }
        if (words.stream().anyMatch(MEDIUM_WORDS::contains)) {
            return Optional.of(MEDIUM);
        }
        return Optional.empty();
    }
}
