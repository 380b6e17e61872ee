package dev.tunewise.reading.encoder;

import dev.tunewise.reading.result.Span;
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

    private static final String OPENERS =
            "how|what|whats|what's|which|why|where|when|who|should|can|could|would|is|are|do|does|will";
    private static final Pattern OPENS =
            Pattern.compile("^(?:[0-9a-z]{1,2}[.)] ?|(?:tl;?dr|hi|hey|hello|quick question)[ ,:;-]+)?"
                    + "(?:(?:and|or|but|so|also|then|ok|plus)[, ]+){0,2}(?:" + OPENERS
                    + "|any (?:idea|advice|tips|thoughts|experience))\\b.*");
    private static final Pattern INDIRECT = Pattern.compile(
            ".*\\b(?:not sure|unsure|wonder|wondering|curious|asks|(?:has|have|was|were|been) asked|asked (?:me|us)|asking|confused|wants? to know|question is|no idea|unclear)"
                    + " (?:(?:me|us|about|is) )?(?:if|whether|how|what|which|why|where)\\b.*");
    private static final Pattern JOINT = Pattern.compile(
            "(?:,? and |, |; | - )(?:if (?:so|yes|not),? )?(?=(?:" + OPENERS + ")\\b)", Pattern.CASE_INSENSITIVE);

    /** What looks like a question and asks nothing of its own. */
    private static final Pattern EMPTY = Pattern.compile(
            "(?:(?:any|some) (?:idea|advice|tip|thought|experience|help|suggestion|pointer|recommendation)s?|thoughts|ideas|right"
                    + "|what do you (?:think|all think|recommend)|does (?:this|that|it) make sense|can (?:any|some)(?:one|body)"
                    + "|has any(?:one|body)|any(?:one|body) (?:here |else )?(?:working|using|doing|done|tried|with)\\b|(?:what )?am i (?:missing|crazy|overlooking)|what are we missing"
                    + "|(?:is there )?(?:any|some)thing (?:else )?(?:that )?(?:i|we)(?:'m|'re| am| are)? (?:miss|overlook|forget)(?:ing|t)?"
                    + "|(?:and |so )?(?:did|do|have|am|are|was) (?:i|we) (?:[a-z]+ ){0,4}wrong\\b|.*\\bdoes (?:that|this|it) change (?:the|your|that) answer"
                    + "|sounds? (?:good|right)|is (?:this|that) (?:just )?(?:normal|expected|right|how it is|the way it is)"
                    + "|what(?:.?s| is| has)? (?:going on|happening|wrong|happened|went wrong)|what (?:did|are) (?:i|we) do(?:ing)? wrong"
                    + "|what (?:would|should|do) (?:you|i|we) (?:check|try|look at|do) (?:next|first|now))\\b.*");

    /** Words of which a question may consist that asks about what was told before. */
    private static final Set<String> OF_ANY_QUESTION =
            Set.of(("a an the i we you it this that these those me us my our your its and or but so then"
                            + " what how why is are was were am be been do does did doing done can could would will shall have has had to of for"
                            + " in on at with not no yes just even really maybe still also too here there now all any some one if else way best right wrong"
                            + " thing things something anything going go work works handle approach solve fix try case situation"
                            + " should make makes which first next last before look worthless result results check choose take pick prefer option options sense help helps here's worth it's"
                            + " idea good bad better worse getting point waste time normal expected suggest recommend advise advice place"
                            + " bug setting settings library mistake reason cause actually model train training trained tune tuning"
                            + " tuned fine finetune finetuning")
                    .split(" "));

    private static final Pattern LETTERS = Pattern.compile("[^a-z0-9']+");

    private static final Pattern ECHO = Pattern.compile("(?:is|was|are) (?:he|she|they) right\\b.*"
            + "|what (?:do|should|can|would) (?:i|we) (?:tell|say to|answer|reply to) (?:him|her|them|it)\\W*");

    /** Wonders and asks nothing. */
    private static final Pattern SOUND = Pattern.compile("(?:hm+|huh|eh|um+|uh)\\?+");

    private static final Pattern BACK = Pattern.compile("\\b(?:it|this|that|they|them|those|these|he|she)\\b");

    /** What is told is asked about. */
    private static final Pattern WHY = Pattern.compile("(?:and |but |so )?why(?: is (?:that|this|it))?\\?+");

    private static final Pattern TRAINING =
            Pattern.compile("\\b(?:train|tun|fine-?tun)(?:e|ed|ing)?\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern COUNTS = Pattern.compile(
            "(?:(?:and|so|also|hi|hello),? )*how (?:many|much (?:more )?(?:data|material|text|audio|speech|rows))\\b.*");

    /** "When I train, how …" is one question. */
    private static final Pattern CLAUSE = Pattern.compile(
            "^(?:and |but |so )?(?:when|where|while|if|since) (?!do|does|is|are|can|should|would|will|to\\b).*");

    /** Asks whatever stands behind it. */
    private static final Pattern INVERTED = Pattern.compile(
            "(?:(?:oh|and|or|so|but|also)[, ]+){0,2}"
                    + "(?:(?:are|is|can|could|should|do|does|would|will) (?:we|i|it|they|that|this|you|there|one)\\b"
                    + "|how (?:many|much|long|do|can|should|would)\\b|what (?:would|does|should|do) (?:that|this|it|we|i)\\b).*");

    /** "If you say yes, which …" puts what comes after. */
    private static final Pattern BESIDE =
            Pattern.compile("^(?:and |but |so )?if [^,?]{2,30}, (?=(?:" + OPENERS + ")\\b)");

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
