package dev.tunewise.chat;

/** `label`: a few words, at most 75 characters. */
public record Button(String label, Action action, Style style) {
    public enum Style {
        PRIMARY,
        PLAIN,
        QUIET,
        DANGER
    }

    public static Button plain(String label, Action action) {
        return new Button(label, action, Style.PLAIN);
    }

    /** A button for asides: why, skip, back; channels may put several in a menu. */
    public static Button quiet(String label, Action action) {
        return new Button(label, action, Style.QUIET);
    }
}
