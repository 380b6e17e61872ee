package dev.tunewise.chat;

/** Shortens text to what fits, never in the middle of a character. */
public final class Truncate {
    private static final String MORE = "…";
    private static final int BUTTON = 75;

    /** The text, or its beginning with an ellipsis. `max`: at most so many UTF-16 characters, at least 1. */
    public static String to(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return head(text, max - MORE.length()).stripTrailing() + MORE;
    }

    /** The first characters, one less where a pair would be torn. */
    public static String head(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Math.max(0, max);
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** One line of at most so many characters, cut at a word where one is near. */
    public static String atWord(String text, int max) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= max) {
            return line;
        }
        int space = line.lastIndexOf(' ', max - 1);
        return head(line, space > max * 2 / 3 ? space : max - 1).stripTrailing() + MORE;
    }

    /** What a button can hold. */
    public static String button(String label) {
        return atWord(label, BUTTON);
    }

    /** Text for a place that may not be empty. */
    public static String filled(String text, int max) {
        return text.isBlank() ? MORE : to(text, max);
    }
}
