package dev.tunewise.reading.encoder;

import dev.tunewise.reading.text.NormalizedText;
import dev.tunewise.reading.text.WordSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts what the author of a message says himself into sentences, and long sentences into clauses too. */
final class TextSegmenter {
    /** About a quarter of a second on one core: what comes later in a message is left to the rules. */
    private static final int MOST_WORDS = 300;

    /** A segment costs as much time as one of so many words, however short it is. */
    private static final int SHORTEST = 6;

    private static final int LONGEST = 50;
    private static final int SHORTEST_SPLIT = 8;
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?;:])\\s+|\\n+|\\uFFFC+");
    private static final Pattern CLAUSE = WordSet.pattern("text segmenter: clause");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    private final NormalizedText plain;
    private final String own;

    private TextSegmenter(NormalizedText plain) {
        this.plain = plain;
        own = plain.own();
    }

    /** The segments of a message, sentences first, as many as can be encoded in a quarter of a second. */
    static List<TextSegment> segments(String message) {
        TextSegmenter cut = new TextSegmenter(NormalizedText.of(message));
        List<TextSegment> sentences = new ArrayList<>();
        List<TextSegment> clauses = new ArrayList<>();
        cut.split(SENTENCE, 0, cut.own.length(), (start, end) -> {
            TextSegment sentence = cut.segment(start, end, cut.own.substring(start, end));
            sentences.add(sentence);
            if (sentence.length() >= SHORTEST_SPLIT) {
                cut.split(CLAUSE, start, end, (from, to) -> {
                    if (to - from < end - start) {
                        clauses.add(cut.segment(from, to, sentence.words()));
                    }
                });
            }
        });
        sentences.addAll(clauses);
        return within(sentences);
    }

    private TextSegment segment(int start, int end, String sentence) {
        return new TextSegment(own.substring(start, end), plain.typed(start, end), sentence);
    }

    private void split(Pattern border, int from, int to, BiConsumer<Integer, Integer> piece) {
        Matcher found = border.matcher(own).region(from, to);
        int start = from;
        while (found.find()) {
            trimmed(start, found.start(), piece);
            start = found.end();
        }
        trimmed(start, to, piece);
    }

    /** Gives on what has two words at least or asks in one, without the space around it. */
    private void trimmed(int from, int to, BiConsumer<Integer, Integer> piece) {
        int start = from;
        int end = to;
        while (start < end && own.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && own.charAt(end - 1) <= ' ') {
            end--;
        }
        Matcher word = WORD.matcher(own).region(start, end);
        boolean alone = end > start
                && (own.charAt(end - 1) == '?'
                        || start == 0 && end == own.strip().length());
        if (word.find() && (alone || word.find())) {
            piece.accept(start, end);
        }
    }

    private static List<TextSegment> within(List<TextSegment> segments) {
        List<TextSegment> within = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int spent = 0;
        for (TextSegment segment : segments) {
            int words = Math.clamp(segment.length(), SHORTEST, LONGEST);
            if (spent + words <= MOST_WORDS && seen.add(segment.words())) {
                within.add(segment);
                spent += words;
            }
        }
        return within;
    }
}
