package dev.tunewise.reading.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a plain text into tokens, in one pass. */
public final class Tokenizer {
    private static final int LONGEST_WORD = 60;
    /** Their number follows them, so that it names and does not count: "version 3", "step 4", "sonnet 5". */
    private static final Set<String> NUMBERED = WordSet.set("numbered nouns: words");
    /** Letters directly after digits that belong to the number; all others make the whole a word ("4o", "2fa"). */
    private static final Set<String> SUFFIXES = WordSet.set("tokenizer: suffixes");

    /** "2 M calls": a million is read alike with a blank and without. */
    private static final Pattern SCALE_APART = Pattern.compile(" (MM?|m|B)(?![\\p{L}\\p{N}'’])");
    /** "20 Mio. calls": the point behind such a word ends no sentence. */
    private static final Pattern SHORTENED = Pattern.compile("(?i:mio|mill|mln|mn|bn)\\.(?= \\p{Ll})");

    private final NormalizedText plain;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean spaced = true;

    private Tokenizer(NormalizedText plain) {
        this.plain = plain;
        this.text = plain.text;
    }

    public static List<Token> of(NormalizedText plain) {
        Tokenizer cut = new Tokenizer(plain);
        while (cut.at < cut.text.length()) {
            cut.next();
        }
        return cut.tokens;
    }

    /** The words of a pattern or of a name: as the same words in a message would be cut. */
    public static List<Token> of(String words) {
        return of(NormalizedText.of(words));
    }

    private void next() {
        char c = text.charAt(at);
        if (plain.layer[at] == NormalizedText.FOREIGN) {
            foreign();
        } else if (c == '\n') {
            add(Token.Kind.BREAK, "\n", at, at + 1);
        } else if (c == ' ' || isJoint(c)) {
            spaced = true;
            at++;
        } else if (Character.isDigit(c) || isPointed(c)) {
            number();
        } else if (Character.isLetter(c)) {
            word();
        } else {
            add(Token.Kind.MARK, String.valueOf(c), at, at + 1);
        }
    }

    /** The point of ".5". */
    private boolean isPointed(char c) {
        boolean alone = at == 0 || (!Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '.');
        return c == '.' && alone && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    }

    /** The underscore in "name_of_this". */
    private boolean isJoint(char c) {
        return c == '_'
                && at > 0
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at - 1))
                && Character.isLetter(text.charAt(at + 1));
    }

    private void foreign() {
        int start = at;
        boolean lines = false;
        while (at < text.length() && plain.layer[at] == NormalizedText.FOREIGN) {
            lines |= text.charAt(at) == '\n';
            at++;
        }
        int end = at;
        add(lines ? Token.Kind.BREAK : Token.Kind.FOREIGN, "", start, end);
    }

    private void add(Token.Kind kind, String text, int start, int end) {
        tokens.add(Token.plain(kind, text, start, end, spaced, plain.layer[start] == NormalizedText.MENTION));
        at = end;
        spaced = kind == Token.Kind.BREAK;
    }

    private void word() {
        int start = at;
        int end = at;
        while (end < text.length() && end - start < LONGEST_WORD && continues(start, end)) {
            end++;
        }
        String whole = text.substring(start, end).toLowerCase(Locale.ROOT);
        boolean mention = plain.layer[start] == NormalizedText.MENTION;
        boolean first = true;
        int behind = end;
        for (String word : Contractions.expand(whole, () -> following(behind))) {
            tokens.add(Token.plain(Token.Kind.WORD, word, start, end, spaced || !first, mention));
            first = false;
        }
        at = end;
        boolean counts = tokens.size() > 1 && tokens.get(tokens.size() - 2).isNumber();
        if (counts && SHORTENED.matcher(text).region(start, text.length()).lookingAt()) {
            at++;
        }
        spaced = false;
    }

    /** The word behind a blank. */
    private String following(int end) {
        int from = Math.min(end + 1, text.length());
        int to = from;
        while (to < text.length() && to - from < LONGEST_WORD && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }

    private boolean continues(int start, int at) {
        char c = text.charAt(at);
        if (Character.isLetterOrDigit(c)) {
            return plain.layer[at] == plain.layer[start];
        }
        boolean between = at > start && at + 1 < text.length();
        if (c == '\'') {
            return between && Character.isLetter(text.charAt(at + 1)) && Character.isLetter(text.charAt(at - 1));
        }
        // "gpt5.4" and "qwen3.7" are one word
        return c == '.'
                && between
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1))
                && Character.isLetter(text.charAt(start));
    }

    private void number() {
        int start = at;
        boolean pointed = text.charAt(start) == '.';
        int end = pointed ? run(start + 1) : digits(start);
        String raw = pointed ? "0" + text.substring(start, end) : text.substring(start, end);
        int after = end;
        while (after < text.length() && Character.isLetter(text.charAt(after)) && after - end < LONGEST_WORD) {
            after++;
        }
        String suffix = text.substring(end, after);
        Matcher apart = SCALE_APART.matcher(text).region(end, text.length());
        if (suffix.isEmpty() && apart.lookingAt()) {
            suffix = apart.group(1);
            after = apart.end();
        }
        boolean mixed = after < text.length() && Character.isDigit(text.charAt(after)) && after > end;
        if (mixed || (!suffix.isEmpty() && !SUFFIXES.contains(suffix.toLowerCase(Locale.ROOT)))) {
            // "8xH100" are eight of them
            boolean times = text.charAt(end) == 'x' && after + 1 < text.length() && after > end + 1;
            if (times) {
                after = end + 1;
            }
            while (!times
                    && after < text.length()
                    && after - start < LONGEST_WORD
                    && Character.isLetterOrDigit(text.charAt(after))) {
                after++;
            }
            add(Token.Kind.WORD, text.substring(start, after).toLowerCase(Locale.ROOT), start, after);
            return;
        }
        if (suffix.equalsIgnoreCase("gb")) {
            // a size is read alike with a blank and without
            suffix = "";
            after = end;
        }
        boolean mention = plain.layer[start] == NormalizedText.MENTION;
        tokens.add(new Token(Token.Kind.NUMBER, raw, suffix, start, after, spaced, isGlued(start, after), mention));
        at = after;
        spaced = false;
    }

    /** Whether a mark ties the number to the word before it or makes a name of it: "500_examples". */
    private boolean isGlued(int start, int end) {
        if (text.startsWith("_", end) && end + 1 < text.length() && Character.isLetter(text.charAt(end + 1))) {
            return true;
        }
        if (start < 2 || tokens.size() < 2 && text.charAt(start - 1) != '.') {
            return false;
        }
        char before = text.charAt(start - 1);
        boolean tied = before == '-' || before == '_' || before == '.' || before == '@';
        if (!tied || !Character.isLetterOrDigit(text.charAt(start - 2))) {
            return false;
        }
        return before != '-' || tokens.get(tokens.size() - 2).isWord();
    }

    /** Digits with the separators people put between them; a space only between groups of three. */
    private int digits(int start) {
        int end = run(start);
        while (end + 1 < text.length()) {
            char mark = text.charAt(end);
            if (mark != '.' && mark != ',' && mark != '\'' && mark != '_' && mark != ' ') {
                break;
            }
            if (!Character.isDigit(text.charAt(end + 1))) {
                break;
            }
            int next = run(end + 1);
            if (mark == ' ' && !spacesGroups(start, end, next)) {
                break;
            }
            end = next;
        }
        return end;
    }

    private int run(int from) {
        int end = from;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean spacesGroups(int start, int end, int next) {
        int first = run(start) - start;
        boolean onlySpaces = text.substring(start, end).chars().allMatch(c -> c == ' ' || Character.isDigit(c));
        boolean wholeGroups = first <= 3 && first >= 1 && next - end - 1 == 3 && text.charAt(start) != '0';
        boolean ends = next >= text.length() || !Character.isLetter(text.charAt(next)) || text.charAt(next) == 'k';
        return onlySpaces && wholeGroups && ends && text.charAt(end + 1) != 0 && !isListed(start);
    }

    /** "top 5 100 items", "sonnet 5 200 calls": the first number belongs to the word before it. */
    private boolean isListed(int start) {
        if (tokens.isEmpty() || isGlued(start, start)) {
            return isGlued(start, start);
        }
        Token last = tokens.getLast();
        return last.isWord() && NUMBERED.contains(last.text());
    }
}
