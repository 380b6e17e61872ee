package dev.tunewise.reading.encoder;

import dev.tunewise.reading.result.Span;
import dev.tunewise.reading.text.WordSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the questions in the sentences of a message, in their order; of a sentence that asks twice both halves. */
final class QuestionParts {
    private static final int MOST = 6;
    /** Fewer words of a list say nothing by themselves, */
    private static final int SHORTEST = 2;

    /** and what has no more may only complete the next question of its sentence. */
    private static final int SHORT = 4;

    private static final Pattern OPENS = WordSet.pattern("question parts: opens");
    private static final Pattern INDIRECT = WordSet.pattern("question parts: indirect");
    private static final Pattern JOINT = WordSet.pattern("question parts: joint");

    /** What looks like a question and asks nothing of its own. */
    private static final Pattern EMPTY = WordSet.pattern("question parts: empty");

    /** Words of which a question may consist that asks about what was told before. */
    private static final Set<String> OF_ANY_QUESTION = WordSet.set("question parts: of any question");

    private static final Pattern LETTERS = Pattern.compile("[^a-z0-9']+");

    private static final Pattern ECHO = WordSet.pattern("question parts: echo");

    /** Wonders and asks nothing. */
    private static final Pattern SOUND = Pattern.compile("(?:hm+|huh|eh|um+|uh)\\?+");

    private static final Pattern BACK = Pattern.compile("\\b(?:it|this|that|they|them|those|these|he|she)\\b");

    /** What is told is asked about. */
    private static final Pattern WHY = Pattern.compile("(?:and |but |so )?why(?: is (?:that|this|it))?\\?+");

    private static final Pattern TRAINING = WordSet.pattern("question parts: training");

    private static final Pattern COUNTS = WordSet.pattern("question parts: counts");

    /** "When I train, how …" is one question. */
    private static final Pattern CLAUSE = WordSet.pattern("question parts: clause");

    /** Asks whatever stands behind it. */
    private static final Pattern INVERTED = WordSet.pattern("question parts: inverted");

    /** "If you say yes, which …" puts what comes after. */
    private static final Pattern BESIDE = WordSet.pattern("question parts: beside");

    /** Whether it is put as a question, and not only spoken of. */
    static boolean isPut(TextSegment part) {
        return part.words().endsWith("?") || opens(part.words());
    }

    /** Whether it asks something that could be answered if only it were understood. */
    static boolean isWhole(TextSegment part) {
        return isPut(part) && words(part.words()) > SHORT && !isEmpty(part);
    }

    /** "Any ideas?", "Why?": what it asks about is all that was said before. */
    static boolean isEmpty(TextSegment part) {
        return words(part.words()) < SHORTEST
                || EMPTY.matcher(part.words().toLowerCase(Locale.ROOT)).matches();
    }

    /** "How would you do it?": no word of it says what it asks about; "which one" chooses between things that were named, and "make it" is about time. */
    static boolean isBare(TextSegment part) {
        String words = part.words().toLowerCase(Locale.ROOT);
        return isEmpty(part)
                || !words.startsWith("which one")
                        && !words.contains(" make it")
                        && LETTERS.splitAsStream(words).allMatch(OF_ANY_QUESTION::contains);
    }

    /** Beside another question an echo only asks the same again. */
    static List<TextSegment> withoutEchoes(List<TextSegment> asking) {
        List<TextSegment> parts = new ArrayList<>(asking);
        parts.removeIf(part -> isEmpty(part)
                || ECHO.matcher(part.words().toLowerCase(Locale.ROOT)).matches());
        return parts.isEmpty() ? new ArrayList<>(asking) : parts;
    }

    /** "Which options do we have?" means what was told. */
    static boolean isVague(TextSegment part) {
        return words(part.words()) <= SHORT + 1;
    }

    /** Whether it asks about all that was told and not just if to train, which the verdict answers. */
    static boolean isOfAll(TextSegment part) {
        return isBare(part) && !TRAINING.matcher(part.words()).find();
    }

    /** Whether only a number answers it. */
    static boolean counts(String words) {
        return COUNTS.matcher(words.toLowerCase(Locale.ROOT)).matches();
    }

    static boolean isShort(TextSegment part) {
        return words(part.words()) <= SHORT;
    }

    /** "Would it work?": what it asks about was said before. */
    static boolean pointsBack(TextSegment part) {
        return words(part.words()) <= SHORT + 1
                && BACK.matcher(part.words().toLowerCase(Locale.ROOT)).find();
    }

    /** Two of one sentence as one. */
    static TextSegment joined(TextSegment one, TextSegment other) {
        return new TextSegment(
                one.words() + ", " + other.words(),
                new Span(one.place().start(), other.place().end()),
                one.sentence());
    }

    private static boolean opens(String words) {
        return OPENS.matcher(words.toLowerCase(Locale.ROOT)).matches();
    }

    static List<TextSegment> of(List<TextSegment> sentences) {
        List<TextSegment> parts = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            TextSegment sentence = sentences.get(i);
            String words = sentence.words().toLowerCase(Locale.ROOT);
            int guesses = guesses(sentences.subList(i, sentences.size()));
            if (SOUND.matcher(words).matches()) {
                continue;
            }
            if (i > 0 && WHY.matcher(words).matches() && !isPut(sentences.get(i - 1))) {
                parts.add(joined(sentences.subList(i - 1, i + 1)));
            } else if (guesses > 1) {
                parts.add(joined(sentences.subList(i, i + guesses)));
                i += guesses - 1;
            } else if (words.endsWith("?")
                    || opens(words) && !words.endsWith(".")
                    || INVERTED.matcher(words).matches()
                    || INDIRECT.matcher(words).matches()) {
                split(sentence, parts);
            }
        }
        return new ArrayList<>(parts.subList(0, Math.min(MOST, parts.size())));
    }

    /** "More data? Bigger model? Or is the approach wrong?" guesses at one answer and asks for it: so many sentences do. */
    private static int guesses(List<TextSegment> sentences) {
        int guesses = 0;
        while (guesses < sentences.size() && isGuess(sentences.get(guesses))) {
            guesses++;
        }
        boolean ends = guesses > 0
                && guesses < sentences.size()
                && sentences.get(guesses).words().matches("(?i)or .*\\?");
        return guesses + (ends ? 1 : 0);
    }

    /** A few words with a question mark that are no question by themselves. */
    private static boolean isGuess(TextSegment sentence) {
        return sentence.words().endsWith("?") && isShort(sentence) && !opens(sentence.words()) && !isEmpty(sentence);
    }

    /** All sentences as one. */
    static TextSegment joined(List<TextSegment> sentences) {
        String words = sentences.stream().map(TextSegment::words).collect(Collectors.joining(" "));
        return new TextSegment(
                words,
                new Span(
                        sentences.getFirst().place().start(),
                        sentences.getLast().place().end()),
                words);
    }

    private static void split(TextSegment sentence, List<TextSegment> parts) {
        String words = sentence.words();
        int start = 0;
        Matcher joint = JOINT.matcher(words);
        while (joint.find()) {
            boolean both = words(words.substring(start, joint.start())) >= SHORTEST
                    && words(words.substring(joint.end())) >= SHORTEST;
            String before = BESIDE.matcher(words.substring(start, joint.start()).toLowerCase(Locale.ROOT))
                    .replaceFirst("");
            if (both && opens(before) && !CLAUSE.matcher(before).matches()) {
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
