package dev.tunewise.chat;

/** Text as it may be shown; what has no shape or hides what follows is replaced by a visible sign. Markup is for the channel to escape. */
public final class VisibleText {
    private static final char SUBSTITUTE = '\uFFFD';

    /** The text with a visible sign in place of each control character other than line breaks and tabs. */
    public static String of(String text) {
        StringBuilder legible = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (hidden(c, text, i)) {
                if (legible == null) {
                    legible = new StringBuilder(text);
                }
                legible.setCharAt(i, SUBSTITUTE);
            }
        }
        return legible == null ? text : legible.toString();
    }

    private static boolean hidden(char c, String text, int i) {
        if (c == '\n' || c == '\t' || c == '\r') {
            return false;
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        // Overrides of the writing direction could make words read as others.
        return Character.isISOControl(c) || (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    }
}
