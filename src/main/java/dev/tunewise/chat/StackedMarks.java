package dev.tunewise.chat;

/**
 * Marks that stand above and below a letter. Many scripts stack two or three; hundreds only blur what stands around them, and searching words in
 * them takes time that grows with the square of their number.
 */
public final class StackedMarks {
    private static final int MOST = 10;

    /** The text with at most ten marks in a row; itself where there are no more. */
    public static String limited(String text) {
        int row = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            row = mark(text.codePointAt(i)) ? row + 1 : 0;
            if (row > MOST) {
                return shortened(text);
            }
        }
        return text;
    }

    private static String shortened(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int row = 0;
        for (int point : text.codePoints().toArray()) {
            row = mark(point) ? row + 1 : 0;
            if (row <= MOST) {
                kept.appendCodePoint(point);
            }
        }
        return kept.toString();
    }

    private static boolean mark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
