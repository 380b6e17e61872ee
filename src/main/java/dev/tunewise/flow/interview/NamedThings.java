package dev.tunewise.flow.interview;

import dev.tunewise.flow.Guidance;
import dev.tunewise.flow.Value;
import dev.tunewise.flow.anchor.AnchoredPattern;
import dev.tunewise.flow.anchor.TextGrams;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Things that people name or tell, found by their words alone, whatever the sentence does with them. They are no answers and decide nothing; they
 * only choose what is said to a case.
 *
 * @param phrases a regular expression over plain text, by the choice of the fact `mentions` that it stands for
 */
public record NamedThings(Map<String, AnchoredPattern> phrases) {
    private static final String FACT = Guidance.MENTIONS;

    /** Characters that are looked at. */
    private static final int MOST = 8_000;

    private static final Pattern JOINED = Pattern.compile("(?<=\\p{L})['’](?=\\p{L})");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?;:]+(?=\\s|$|[\"”')])|\\n+");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9.%+|$]+");
    private static final Pattern LOOSE_DOT = Pattern.compile("(?<![0-9a-z])\\.|\\.(?![0-9])");
    private static final Pattern SPACES = Pattern.compile(" {2,}");

    /**
     * Phrases, made executable as one: where words begin is looked for once, not for each of them.
     *
     * @param phrases words in small letters with single spaces, with the signs of regular expressions; ` ~ ` stands for up to 60 characters of
     *     the same sentence
     * @throws java.util.regex.PatternSyntaxException where one is none
     */
    public static Pattern phrases(List<String> phrases) {
        return Pattern.compile(phrases.stream()
                .map(phrase -> phrase.replace(" ~ ", "[^|]{0,60}?[^a-z0-9|]"))
                .collect(Collectors.joining(")|(?:", "(?<![a-z0-9])(?:(?:", "))(?![a-z0-9])")));
    }

    public List<String> in(String text) {
        String plain = plain(text.length() > MOST ? text.substring(0, MOST) : text);
        TextGrams grams = new TextGrams(plain);
        return phrases.entrySet().stream()
                .filter(each -> each.getValue().mayMatch(grams)
                        && each.getValue().pattern().matcher(plain).find())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Whether a text names one thing. */
    public boolean names(String id, String text) {
        return found(id, text).isPresent();
    }

    /** The words of a text that name one thing, with the groups of what names it. */
    public Optional<Matcher> found(String id, String text) {
        return Optional.ofNullable(phrases.get(id))
                .map(phrase -> phrase.pattern().matcher(plain(text)))
                .filter(Matcher::find);
    }

    /** Answers with what a text names beside what was named before; how a question is put belongs to its own message. */
    public Answers added(Answers answers, String text) {
        List<String> named = new ArrayList<>(in(text));
        answers.get(FACT).map(SourcedAnswer::value).ifPresent(value -> {
            if (value instanceof Value.Choices(List<String> before)) {
                before.stream()
                        .filter(id -> !named.contains(id) && !Guidance.FORMS.contains(id))
                        .forEach(named::add);
            }
        });
        named.sort(null);
        return named.isEmpty() ? answers : answers.with(FACT, SourcedAnswer.of(new Value.Choices(named)));
    }

    /** Small letters, single spaces, and a bar at the end of each sentence. */
    public static String plain(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String joined = JOINED.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        String parted = SENTENCE_END.matcher(joined).replaceAll(" | ");
        String worded = OTHER.matcher(parted).replaceAll(" ");
        return SPACES.matcher(LOOSE_DOT.matcher(worded).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }
}
