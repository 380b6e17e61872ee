package dev.tunewise.reading.encoder;

import dev.tunewise.flow.Flow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Doubts what the vectors do not see: denials, questions, suppositions and other people. Its words stand with the examples, under
 * {@code guard}.
 */
final class SegmentGuard {
    private static final float DENIED = 0.35f;
    private static final float NOT_DENIED = 0.6f;
    private static final float DOUBTED = 0.6f;

    private final List<String> denying;
    private final List<String> supposing;
    private final List<String> others;

    SegmentGuard(Flow flow) {
        denying = words(flow, "denied");
        supposing = words(flow, "supposed");
        others = words(flow, "others");
    }

    private static List<String> words(Flow flow, String kind) {
        return flow.utterances().getOrDefault("guard." + kind, List.of());
    }

    /**
     * Why a segment may not state what it is near to.
     *
     * @param factor what its probability is worth, between 0 and 1
     */
    enum Doubt {
        DENIED(SegmentGuard.DENIED),
        NOT_DENIED(SegmentGuard.NOT_DENIED),
        QUESTION(DOUBTED),
        SUPPOSED(DOUBTED),
        OTHERS(DOUBTED);

        final float factor;

        Doubt(float factor) {
            this.factor = factor;
        }
    }

    /** The doubt about a segment, given the lines of the value that are nearest to it; the gravest one where there are several. */
    Optional<Doubt> doubt(TextSegment segment, List<String> nearest) {
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
        return has(segment.words(), others) ? Optional.of(Doubt.OTHERS) : Optional.empty();
    }

    private static boolean has(String text, List<String> words) {
        String spaced = " "
                + text.toLowerCase(Locale.ROOT)
                        .replace('’', '\'')
                        .replace("n't", " not")
                        .replaceAll("[^\\p{L}\\p{N}']+", " ")
                + " ";
        return words.stream().anyMatch(word -> spaced.contains(" " + word + " "));
    }
}
