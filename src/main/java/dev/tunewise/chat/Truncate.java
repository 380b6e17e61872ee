package dev.tunewise.chat;

/** Shortens text to what fits, never in the middle of a character. */
public final class Truncate {
    private static final String MORE = "…";

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

    /** Text for a place that may not be empty. */
    public static String filled(String text, int max) {
        return text.isBlank() ? MORE : to(text, max);
    }
}
