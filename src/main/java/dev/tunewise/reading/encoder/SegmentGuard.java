package dev.tunewise.reading.encoder;

import dev.tunewise.flow.Flow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Doubts what the vectors do not see: denials, wishes, questions and suppositions. Its words stand with the examples, under {@code guard}. What is
 * said of others the rules know.
 */
final class SegmentGuard {
    private static final float DENIED = 0.12f;
    private static final float DOUBTED = 0.6f;
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}']+");
    private static final Pattern NOT_TO_BE = Pattern.compile(" (?:is|are|was|were) (?:really |even |all )?not ");
    private static final int EARLY = 3;
    private static final int LED_BY = 4;

    private final List<String> denying;
    private final List<String> waiving;
    private final List<String> wishing;
    private final List<String> supposing;

    SegmentGuard(Flow flow) {
        denying = words(flow, "denied");
        waiving = words(flow, "waived");
        wishing = words(flow, "wished");
        supposing = words(flow, "supposed");
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
    Optional<Doubt> doubt(TextSegment segment, List<String> nearest) {
        boolean waived = has(segment.led(LED_BY), waiving)
                && nearest.stream().filter(line -> has(line, waiving)).count() * 4 <= nearest.size();
        if (waived) {
            return Optional.of(Doubt.DENIED);
        }
        // "it never makes things up" lies near lines that deny something else further on: what counts is the denial of
        // the verb
        if (deniesEarly(segment.words())
                && nearest.stream().filter(this::deniesEarly).count() * 2 <= nearest.size() - 2) {
            return Optional.of(Doubt.DENIED);
        }
        if (isDeniedToBe(segment.words()) && nearest.stream().noneMatch(SegmentGuard::isDeniedToBe)) {
            return Optional.of(Doubt.DENIED);
        }
        if (has(segment.words(), denying)
                && nearest.stream().filter(line -> has(line, denying)).count() * 2 <= nearest.size() - 2) {
            return Optional.of(Doubt.DENIED);
        }
        if (has(segment.words(), wishing)
                && nearest.stream().filter(line -> has(line, wishing)).count() * 4 <= nearest.size()) {
            return Optional.of(Doubt.WISHED);
        }
        if (segment.sentence().endsWith("?")) {
            return Optional.of(Doubt.QUESTION);
        }
        return has(segment.words(), supposing) ? Optional.of(Doubt.SUPPOSED) : Optional.empty();
    }

    /** "It isn't confidential" lies near lines of what may not be done with it. */
    private static boolean isDeniedToBe(String text) {
        return NOT_TO_BE.matcher(spaced(text)).find();
    }

    /** Says whether one of the first words denies. */
    private boolean deniesEarly(String text) {
        String[] words = spaced(text).strip().split(" ");
        return has(String.join(" ", List.of(words).subList(0, Math.min(EARLY, words.length))), denying);
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
