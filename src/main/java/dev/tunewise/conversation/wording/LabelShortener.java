package dev.tunewise.conversation.wording;

/** Fits characters into the room that a button or title has. */
public final class LabelShortener {
    private static final int BUTTON = 75;

    public static String button(String label) {
        return shortened(label, BUTTON);
    }

    /** At most so many characters, cut at a word where one is near, whole code points only. */
    public static String shortened(String text, int most) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= most) {
            return line;
        }
        int end = most - 1;
        int space = line.lastIndexOf(' ', end);
        if (space > most * 2 / 3) {
            end = space;
        }
        if (Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end).stripTrailing() + "…";
    }
}
