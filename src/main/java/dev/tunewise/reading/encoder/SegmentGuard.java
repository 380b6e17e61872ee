package dev.tunewise.reading.encoder;

import dev.tunewise.flow.Flow;
import dev.tunewise.reading.text.WordSet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Doubts what the vectors do not see: denials, wishes, questions and suppositions. Its words stand with the examples, under {@code guard}. What is
 * said of others the rules know.
 */
final class SegmentGuard {
    private static final float DENIED = 0.12f;
    private static final float DOUBTED = 0.6f;
    private static final double IN_PASSING = Math.log(0.6);
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}']+");
    /** Where a sentence goes on with something else; what a thing is without is no denial of it either. */
    private static final Pattern PARTS = WordSet.pattern("segment guard: parts");

    /** "…, that isn't it": denies what stands before it. */
    private static final Pattern BACK = Pattern.compile(" (?:that|this|it|which|true|so|case) ");

    private static final int LED_BY = 4;
    private static final int REACH = 4;
    /** Shorter words say little. */
    private static final int STEM = 4;

    private final List<String> denying;
    private final List<String> isNot;
    private final List<String> opening;
    private final List<String> inPassing;
    private final List<String> waiving;
    private final List<String> wishing;
    private final List<String> supposing;
    /** The facts that a wish states: who would like to have summaries has that task. */
    private final List<String> stated;

    SegmentGuard(Flow flow) {
        denying = words(flow, "denied");
        isNot = words(flow, "is_not");
        opening = words(flow, "opening");
        inPassing = words(flow, "in_passing");
        waiving = words(flow, "waived");
        wishing = words(flow, "wished");
        supposing = words(flow, "supposed");
        stated = words(flow, "stated_by_wish");
    }

    private static List<String> words(Flow flow, String kind) {
        return flow.utterances().getOrDefault("guard." + kind, List.of());
    }

    /** Why a segment may not state what it is near to. `factor`: what its probability is worth, between 0 and 1. */
    enum Doubt {
        DENIED(SegmentGuard.DENIED),
        /** "We need valid JSON" tells nothing of what is done today, and lines of problems wish themselves. */
        WISHED(SegmentGuard.DENIED),
        QUESTION(DOUBTED),
        SUPPOSED(DOUBTED);

        final float factor;

        Doubt(float factor) {
            this.factor = factor;
        }
    }

    /** The doubt about a segment, given the lines of the value that are nearest to it; the gravest one where there are several. */
    Optional<Doubt> doubt(TextSegment segment, String fact, List<String> nearest) {
        boolean waived = has(segment.led(LED_BY), waiving)
                && nearest.stream().filter(line -> has(line, waiving)).count() * 4 <= nearest.size();
        if (waived || opens(segment.sentence()) || isDenied(segment.words(), nearest)) {
            return Optional.of(Doubt.DENIED);
        }
        if (!stated.contains(fact)
                && has(segment.words(), wishing)
                && nearest.stream().filter(line -> has(line, wishing)).count() * 4 <= nearest.size()) {
            return Optional.of(Doubt.WISHED);
        }
        if (segment.sentence().endsWith("?")) {
            return Optional.of(Doubt.QUESTION);
        }
        return has(segment.words(), supposing) ? Optional.of(Doubt.SUPPOSED) : Optional.empty();
    }

    /** Whether a sentence begins like one that tells of others, of long ago or of nothing real. */
    private boolean opens(String sentence) {
        String spaced = spaced(sentence);
        return opening.stream().anyMatch(words -> spaced.startsWith(" " + words + " "));
    }

    /** The odds of a fact before anything is known of the sentence, as their logarithm. */
    double odds(String fact) {
        return inPassing.contains(fact) ? IN_PASSING : 0;
    }

    /** Most denials are the cause itself, "it never stops", "who trained it no longer works here": only that it is not so denies one. */
    boolean doubtsCause(TextSegment segment, String nearest) {
        return doubt(segment, "", List.of(nearest))
                .filter(doubt -> doubt != Doubt.DENIED || has(segment.words(), isNot))
                .isPresent();
    }

    private boolean isDenied(String words, List<String> nearest) {
        return has(words, denying)
                && !isOfSomethingElse(words, nearest)
                && !isShared(words, nearest)
                && nearest.stream().filter(line -> has(line, denying)).count() * 2 <= nearest.size();
    }

    /** "We tried a style guide, no luck": what is near to the line is not what is denied. */
    private boolean isOfSomethingElse(String words, List<String> nearest) {
        Set<String> line = stems(nearest.isEmpty() ? "" : nearest.getFirst());
        long told = 0;
        long denied = 0;
        for (String part : PARTS.split(words)) {
            long alike = stems(part).stream().filter(line::contains).count();
            boolean denies = has(part, denying);
            if (denies && BACK.matcher(spaced(part)).find()) {
                return false;
            }
            told = denies ? told : Math.max(told, alike);
            denied = denies ? Math.max(denied, alike) : denied;
        }
        return told > 1 && told > denied;
    }

    /** "Three interns who never agreed" lies near a line that denies the same word. */
    private boolean isShared(String words, List<String> nearest) {
        Set<String> theirs = nearest.stream()
                .flatMap(line -> denied(line).stream().flatMap(Set::stream))
                .collect(Collectors.toSet());
        return denied(words).stream().allMatch(some -> some.stream().anyMatch(theirs::contains));
    }

    /** For each word that denies the few behind it. */
    private List<Set<String>> denied(String text) {
        List<String> words = List.of(spaced(text).strip().split(" "));
        return IntStream.range(0, words.size())
                .filter(i -> denying.contains(words.get(i)))
                .mapToObj(i -> stems(String.join(" ", words.subList(i + 1, Math.min(words.size(), i + 1 + REACH)))))
                .toList();
    }

    private static Set<String> stems(String text) {
        return Arrays.stream(spaced(text).strip().split(" "))
                .filter(word -> word.length() >= STEM)
                .map(word -> word.substring(0, STEM))
                .collect(Collectors.toSet());
    }

    private static String spaced(String text) {
        return " "
                + MARKS.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\'').replace("n't", " not"))
                        .replaceAll(" ")
                + " ";
    }

    private static boolean has(String text, List<String> words) {
        String spaced = spaced(text);
        return words.stream().anyMatch(word -> spaced.contains(" " + word + " "));
    }
}
