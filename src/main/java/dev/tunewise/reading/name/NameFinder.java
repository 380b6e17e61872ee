package dev.tunewise.reading.name;

import dev.tunewise.reading.text.NormalizedText;
import dev.tunewise.reading.text.Token;
import dev.tunewise.reading.text.TokenCursor;
import dev.tunewise.reading.text.WordSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds where a text names an entry of a catalogue. What the name stands for is left to {@link NameCatalogue}. */
public final class NameFinder {
    private static final int MOST_PARTS = 12;
    private static final int MOST_RETRIES = 3;
    private static final int LONGEST_NAME = 80;
    private static final Pattern VERSION = Pattern.compile("\\d{1,2}(\\.\\d{1,2})?");
    /** Words that show that the number before them counts: "sonnet 5 times a day". */
    private static final Set<String> COUNTED = WordSet.set("name finder: counted");

    private final String catalogue;
    private final NameCatalogue names;
    private final NameVocabulary words;

    /**
     * A name in a text.
     *
     * @param catalogue the catalogue it was looked up in
     * @param first index of its first token
     * @param end index after its last token
     * @param word its first word, in small letters
     */
    public record Mention(String catalogue, int first, int end, NameCatalogue.Match match, String word) {}

    public NameFinder(String catalogue, NameCatalogue names) {
        this.catalogue = catalogue;
        this.names = names;
        words = new NameVocabulary(names.names(catalogue));
    }

    public List<Mention> find(List<Token> read, NormalizedText plain) {
        List<Mention> found = new ArrayList<>();
        if (words.isEmpty()) {
            return found;
        }
        TokenCursor tokens = new TokenCursor(read);
        int floor = 0;
        for (int i = 0; i < read.size(); i++) {
            if (isStart(tokens, i)) {
                found.add(grow(tokens, plain, i, floor));
                floor = found.getLast().end();
                i = floor - 1;
            }
        }
        return found;
    }

    private boolean isStart(TokenCursor tokens, int i) {
        Token token = tokens.at(i);
        return token.isWord()
                && (words.isTelling(token.text()) || words.mayTell(token.text()) && hasCompany(tokens, i));
    }

    private boolean hasCompany(TokenCursor tokens, int i) {
        if (NameVocabulary.parts(tokens.at(i).text()).size() > 1) {
            return true;
        }
        int next = tokens.isMark(i + 1, '-') && !tokens.at(i + 1).spaced() ? i + 2 : i + 1;
        Token after = tokens.at(next);
        return tokens.isWord(i, "flash")
                ? after.isWord("lite")
                : isPart(after) && after.text().length() > 1 || after.isNumber() && isVersion(tokens, next);
    }

    private boolean isPart(Token token) {
        return token.isWord() && words.isPart(token.text());
    }

    private Mention grow(TokenCursor tokens, NormalizedText plain, int at, int floor) {
        int first = left(tokens, at, floor);
        List<Integer> ends = new ArrayList<>();
        ends.add(at + 1);
        int end = step(tokens, at + 1);
        while (end > ends.getLast() && ends.size() <= MOST_PARTS) {
            ends.add(end);
            end = step(tokens, end);
        }
        NameCatalogue.Match match = new NameCatalogue.Unknown(List.of());
        for (int retry = 0; retry <= MOST_RETRIES && retry < ends.size(); retry++) {
            int stop = ends.get(ends.size() - 1 - retry);
            match = resolve(tokens, plain, first, stop);
            end = stop;
            boolean mayShrink = stop > at + 1 && isOrdinary(tokens.at(stop - 1));
            if (!(match instanceof NameCatalogue.Unknown) || !mayShrink) {
                break;
            }
        }
        return new Mention(catalogue, first, end, match, tokens.at(first).text().toLowerCase(Locale.ROOT));
    }

    private static boolean isOrdinary(Token token) {
        return token.isWord() && token.spaced() && NameVocabulary.isOrdinary(token.text());
    }

    private NameCatalogue.Match resolve(TokenCursor tokens, NormalizedText plain, int first, int end) {
        String said = plain.text.substring(
                tokens.at(first).start(), tokens.at(end - 1).end());
        return said.length() > LONGEST_NAME ? new NameCatalogue.Unknown(List.of()) : names.resolve(catalogue, said);
    }

    private int left(TokenCursor tokens, int at, int floor) {
        int first = at;
        for (int steps = 0; steps < MOST_PARTS && first > floor; steps++) {
            Token before = tokens.at(first - 1);
            boolean tied = !tokens.at(first).spaced()
                    && isTie(before)
                    && !before.spaced()
                    && first - 2 >= floor
                    && (tokens.at(first - 2).isWord() || tokens.at(first - 2).isNumber());
            if (tied) {
                first -= 2;
            } else if (before.isWord()
                    && tokens.at(first).spaced()
                    && (NameVocabulary.SELLERS.contains(before.text()) || isTelling(before))
                    && !before.text().equals("us")
                    && !before.text().equals("together")
                    && !before.text().equals("models")) {
                first--;
            } else if (isDecimal(before) && tokens.at(first).spaced() && !before.glued()) {
                first--;
            } else {
                break;
            }
        }
        return first;
    }

    private static boolean isDecimal(Token token) {
        return token.isNumber()
                && token.suffix().isEmpty()
                && token.text().indexOf('.') > 0
                && VERSION.matcher(token.text()).matches();
    }

    private boolean isTelling(Token token) {
        return words.isTelling(token.text());
    }

    private static boolean isTie(Token token) {
        return "-/._:@".chars().anyMatch(mark -> token.isMark((char) mark));
    }

    /** The index after the next part of the name, or the same index when it ends here. */
    private int step(TokenCursor tokens, int end) {
        Token next = tokens.at(end);
        Token after = tokens.at(end + 1);
        if (isTie(next) && !next.spaced() && !after.spaced()) {
            boolean part = after.isNumber()
                    ? after.suffix().isEmpty() || isSize(after)
                    : after.isWord() && isIdPart(next, after);
            return part ? end + 2 : end;
        }
        if (!next.spaced() || next.mention() != tokens.at(end - 1).mention()) {
            return end;
        }
        if (next.isNumber()) {
            return isVersion(tokens, end) || isSize(next) ? end + 1 : end;
        }
        if (isPart(next)
                || next.isWord()
                        && words.tells(NameVocabulary.parts(next.text()).getFirst())) {
            return end + 1;
        }
        boolean seller = (next.isWord("on") || next.isWord("via"))
                && NameVocabulary.SELLERS.contains(after.text())
                && words.knows(after.text());
        return seller ? end + 2 : end;
    }

    /** After a hyphen any word of a name or date mark; after a slash or point only known parts, for "gpt-5.4/sonnet" are two. */
    private boolean isIdPart(Token tie, Token word) {
        boolean known = words.knows(word.text())
                || NameVocabulary.SIZE_OR_VERSION.matcher(word.text()).matches()
                || word.text().equals("latest")
                || word.text().equals("instruct")
                || word.text().equals("versatile");
        return known && (tie.isMark('-') || tie.isMark('_') || tie.isMark(':') || !words.tells(word.text()));
    }

    private static boolean isSize(Token token) {
        return token.suffix().equalsIgnoreCase("b");
    }

    /** Whether a number after a space is a version rather than a count. */
    private boolean isVersion(TokenCursor tokens, int at) {
        Token number = tokens.at(at);
        Token after = tokens.at(at + 1);
        Token then = tokens.at(at + 2);
        boolean sign = after.isMark('%')
                || after.isMark('$')
                || after.isMark('/') && !after.spaced()
                || after.isMark(':') && !then.spaced()
                || after.isMark('-') && !after.spaced() && !words.knows(then.text());
        return number.suffix().isEmpty()
                && VERSION.matcher(number.text()).matches()
                && !sign
                && !(after.isWord() && COUNTED.contains(after.text()));
    }
}
