package dev.tunewise.reading.text;

import java.util.List;
import java.util.Set;

/** Looks at tokens by index without ever running off their ends. */
public record TokenCursor(List<Token> tokens) {
    private static final Token NOTHING = Token.plain(Token.Kind.BREAK, "", 0, 0, true, false);

    public Token at(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : NOTHING;
    }

    public boolean isWord(int index, String word) {
        return at(index).isWord(word);
    }

    public boolean isWord(int index, Set<String> words) {
        Token token = at(index);
        return token.isWord() && words.contains(token.text());
    }

    public boolean isMark(int index, char mark) {
        return at(index).isMark(mark);
    }

    /** A mark that touches the tokens on both its sides. */
    public boolean isTight(int index, char mark) {
        return at(index).isMark(mark) && !at(index).spaced() && !at(index + 1).spaced();
    }

    /** Says whether these words stand here, one after the other. */
    public boolean isPhrase(int index, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!at(index + i).isWord(words[i])) {
                return false;
            }
        }
        return true;
    }
}
