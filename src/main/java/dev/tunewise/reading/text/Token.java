package dev.tunewise.reading.text;

/**
 * A word, a number or a mark of a plain text.
 *
 * @param text lower case; for a number its digits and separators; for a mark the mark itself
 * @param suffix for a number the letters written directly after it, as typed ("k", "M", "ms"), else empty
 * @param start index in the plain text
 * @param end index after it
 * @param spaced whether a space or nothing comes before it
 * @param glued for a number, whether a hyphen or underscore ties it to a word before it, as in "gpt-5.4"
 * @param mention whether it stands in a short quote or in code, where only names are read
 */
public record Token(
        Kind kind, String text, String suffix, int start, int end, boolean spaced, boolean glued, boolean mention) {
    public enum Kind {
        WORD,
        NUMBER,
        MARK,
        BREAK,
        FOREIGN
    }

    public static Token plain(Kind kind, String text, int start, int end, boolean spaced, boolean mention) {
        return new Token(kind, text, "", start, end, spaced, false, mention);
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }

    public boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    public boolean isMark(char mark) {
        return kind == Kind.MARK && text.charAt(0) == mark;
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }
}
