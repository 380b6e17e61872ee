package dev.tunewise.reading.name;

import dev.tunewise.reading.text.TypoCorrector;
import dev.tunewise.reading.text.WordSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that the names of a catalogue are made of, and which of them tell that a name is meant. */
final class NameVocabulary {
    static final Pattern SIZE_OR_VERSION = Pattern.compile("\\d+b|v\\d+");

    private static final int SHORTEST_MISSPELLED = 5;
    private static final Pattern CUT = Pattern.compile("[^a-z0-9.]+");
    private static final Pattern LETTERS_THEN_DIGITS = Pattern.compile("([a-z]{2,})(\\d[\\d.]*[a-z]*)");
    /** Ordinary words: part of a name beside a telling word, no name by themselves. */
    private static final Set<String> ORDINARY = WordSet.set("name vocabulary: ordinary");
    /** Ordinary words that do name something when another part of a name stands beside them. */
    private static final Set<String> WEAK = WordSet.set("name vocabulary: weak");
    /** Those who sell: they may stand before a name, and name nothing by themselves. */
    static final Set<String> SELLERS = WordSet.set("name vocabulary: sellers");

    private static final Set<String> NEVER_SPACED = WordSet.set("name vocabulary: never spaced");

    private final Set<String> vocabulary = new HashSet<>();
    private final Set<String> telling = new HashSet<>();
    private final TypoCorrector typos;

    NameVocabulary(List<String> names) {
        for (String name : names) {
            for (String part : CUT.split(name.toLowerCase(Locale.ROOT))) {
                parts(part).forEach(this::learn);
            }
        }
        typos = new TypoCorrector(telling, Set.of(), SHORTEST_MISSPELLED);
    }

    boolean isEmpty() {
        return telling.isEmpty();
    }

    /** Says whether a word, misspelled or not, tells that a name is meant. */
    boolean isTelling(String word) {
        return tells(first(word));
    }

    /** Says whether a word as it stands does so. */
    boolean tells(String word) {
        return telling.contains(word);
    }

    /** Says whether a word does so beside another part of a name. */
    boolean mayTell(String word) {
        String first = first(word);
        return (WEAK.contains(first) || first.equals("flash")) && vocabulary.contains(first);
    }

    private String first(String word) {
        return parts(typos.meant(word)).getFirst();
    }

    boolean knows(String word) {
        return vocabulary.contains(word);
    }

    /** Says whether a word after a space can go on with a name. */
    boolean isPart(String word) {
        return vocabulary.contains(word) && !NEVER_SPACED.contains(word);
    }

    /** Says whether a word by itself is a word like any other. */
    static boolean isOrdinary(String word) {
        return ORDINARY.contains(word) || SELLERS.contains(word) || WEAK.contains(word);
    }

    private void learn(String part) {
        if (part.isEmpty()) {
            return;
        }
        vocabulary.add(part);
        boolean letters = part.chars().allMatch(Character::isLetter);
        boolean mixed = !letters
                && part.chars().anyMatch(Character::isLetter)
                && !SIZE_OR_VERSION.matcher(part).matches();
        boolean ordinary = ORDINARY.contains(part) || WEAK.contains(part) || SELLERS.contains(part);
        if ((letters && part.length() >= 3 && !ordinary) || (mixed && part.length() >= 2)) {
            telling.add(part);
        }
    }

    /** "gpt5.4" in its two parts, any other word as it is. */
    static List<String> parts(String word) {
        var cut = LETTERS_THEN_DIGITS.matcher(word);
        return cut.matches() ? List.of(cut.group(1), cut.group(2)) : List.of(word);
    }
}
