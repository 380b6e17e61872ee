package dev.tunewise.reading.encoder;

import dev.tunewise.reading.result.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the questions in the sentences of a message, in their order; of a sentence that asks twice both halves. */
final class AskedParts {
    private static final int MOST = 6;
    /** Fewer words say nothing by themselves. */
    private static final int SHORTEST = 5;

    private static final String OPENERS =
            "how|what|which|why|where|when|who|should|can|could|would|is|are|do|does|will";
    private static final Pattern OPENS =
            Pattern.compile("^(?:[0-9a-z]{1,2}[.)] ?)?(?:(?:and|or|but|so|also|then|ok|plus)[, ]+){0,2}(?:" + OPENERS
                    + "|any (?:idea|advice|tips|thoughts|experience))\\b.*");
    private static final Pattern INDIRECT = Pattern.compile(
            ".*\\b(?:not sure|unsure|wonder|wondering|curious|asks|asking|confused|want to know|question is|no idea|unclear)"
                    + " (?:about |is )?(?:if|whether|how|what|which|why|where)\\b.*");
    private static final Pattern JOINT =
            Pattern.compile("(?:,? and |, |; | - )(?=(?:" + OPENERS + ")\\b)", Pattern.CASE_INSENSITIVE);

    private AskedParts() {}

    static List<TextSegment> of(List<TextSegment> sentences) {
        List<TextSegment> parts = new ArrayList<>();
        for (TextSegment sentence : sentences) {
            String words = sentence.words().toLowerCase(Locale.ROOT);
            if (words.endsWith("?")
                    || OPENS.matcher(words).matches() && !words.endsWith(".")
                    || INDIRECT.matcher(words).matches()) {
                split(sentence, parts);
            }
        }
        return parts.subList(0, Math.min(MOST, parts.size()));
    }

    private static void split(TextSegment sentence, List<TextSegment> parts) {
        String words = sentence.words();
        int start = 0;
        Matcher joint = JOINT.matcher(words);
        while (joint.find()) {
            boolean both = words(words.substring(start, joint.start())) >= SHORTEST
                    && words(words.substring(joint.end())) >= SHORTEST;
            if (both
                    && OPENS.matcher(words.substring(start).toLowerCase(Locale.ROOT))
                            .matches()) {
                parts.add(part(sentence, start, joint.start()));
                start = joint.end();
            }
        }
        parts.add(part(sentence, start, words.length()));
    }

    private static long words(String text) {
        return text.strip().chars().filter(c -> c == ' ').count() + 1;
    }

    /** The letters of a segment stand in the message as typed, except for a few that were made plain. */
    private static TextSegment part(TextSegment sentence, int from, int to) {
        Span whole = sentence.place();
        boolean all = from == 0 && to == sentence.words().length();
        Span place = all || whole.end() - whole.start() != sentence.words().length()
                ? whole
                : new Span(whole.start() + from, whole.start() + to);
        return new TextSegment(sentence.words().substring(from, to).strip(), place, sentence.words());
    }
}
