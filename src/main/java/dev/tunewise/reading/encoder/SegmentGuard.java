package dev.tunewise.reading.encoder;

import dev.tunewise.flow.Flow;
import dev.tunewise.reading.pattern.UsualWords;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Doubts what the vectors do not see: denials, questions, suppositions and other people. Its words stand with the examples, under
 * {@code guard}.
 */
final class SegmentGuard {
    private static final float DENIED = 0.12f;
    private static final float NOT_DENIED = 0.3f;
    private static final float DOUBTED = 0.6f;
    private static final float OF_OTHERS = 0.5f;
    private static final Pattern OPENING = Pattern.compile(
            " (?:and |but |so |while )?(?:the|our|my|this|that|his|her|their|some|another|an|a) ((?:\\S+ ){1,3}).*");
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}']+");
    private static final int EARLY = 3;

    private final List<String> denying;
    private final List<String> waiving;
    private final List<String> supposing;
    private final List<String> others;
    private final Set<String> systems;

    SegmentGuard(Flow flow) {
        denying = words(flow, "denied");
        waiving = words(flow, "waived");
        supposing = words(flow, "supposed");
        others = words(flow, "others");
        systems = UsualWords.of(flow).list("systems");
    }

    private static List<String> words(Flow flow, String kind) {
        return flow.utterances().getOrDefault("guard." + kind, List.of());
    }

    /** Why a segment may not state what it is near to. `factor`: what its probability is worth, between 0 and 1. */
    enum Doubt {
        DENIED(SegmentGuard.DENIED),
        NOT_DENIED(SegmentGuard.NOT_DENIED),
        QUESTION(DOUBTED),
        SUPPOSED(DOUBTED),
        OTHERS(OF_OTHERS);

        final float factor;

        Doubt(float factor) {
            this.factor = factor;
        }
    }

    /** The doubt about a segment, given the lines of the value that are nearest to it; the gravest one where there are several. */
    Optional<Doubt> doubt(TextSegment segment, List<String> nearest) {
        boolean waived = has(segment.words(), waiving)
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
        long denied = nearest.stream().filter(line -> has(line, denying)).count();
        if (has(segment.words(), denying)) {
            if (denied * 2 <= nearest.size() - 2) {
                return Optional.of(Doubt.DENIED);
            }
        } else if (denied * 4 >= nearest.size() * 3) {
            return Optional.of(Doubt.NOT_DENIED);
        }
        if (segment.sentence().endsWith("?")) {
            return Optional.of(Doubt.QUESTION);
        }
        if (has(segment.words(), supposing)) {
            return Optional.of(Doubt.SUPPOSED);
        }
        boolean strange = isStrange(segment.words())
                && nearest.stream().filter(this::isStrange).count() * 4 <= nearest.size();
        return strange || has(segment.words(), others) ? Optional.of(Doubt.OTHERS) : Optional.empty();
    }

    /** Says whether it begins with something that is no part of a system: "the lease is fixed for years". */
    private boolean isStrange(String text) {
        Matcher opening = OPENING.matcher(spaced(text));
        return !systems.isEmpty()
                && opening.matches()
                && Arrays.stream(opening.group(1).split(" ")).noneMatch(systems::contains);
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
