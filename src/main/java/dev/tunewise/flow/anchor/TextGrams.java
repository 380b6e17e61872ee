package dev.tunewise.flow.anchor;

/**
 * The runs of up to three letters that stand in a text, hashed: what they rule out is surely not in it, at the cost of a few bits instead of a walk
 * through the text for each of thousands of words.
 */
public final class TextGrams {
    private static final int LONGEST = 3;
    private static final int BITS = 1 << 15;

    private final long[] held = new long[BITS / Long.SIZE];

    public TextGrams(String text) {
        for (int start = 0; start < text.length(); start++) {
            int gram = 0;
            for (int end = start; end < Math.min(start + LONGEST, text.length()); end++) {
                gram = longer(gram, text.charAt(end));
                held[gram >> 6] |= 1L << gram;
            }
        }
    }

    /** The runs of a word by which it is looked for: the whole of a short one, all of three letters of a longer one. */
    static int[] of(String word) {
        int size = Math.min(LONGEST, word.length());
        int[] grams = new int[word.length() - size + 1];
        for (int start = 0; start < grams.length; start++) {
            for (int i = start; i < start + size; i++) {
                grams[start] = longer(grams[start], word.charAt(i));
            }
        }
        return grams;
    }

    private static int longer(int gram, char letter) {
        return (gram * 37 + letter + 1) * 0x9E3779B1 >>> 17;
    }

    /** Whether it seems to hold at least one of these words. */
    boolean holdsOne(int[][] words) {
        for (int[] word : words) {
            if (holds(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(int[] grams) {
        for (int gram : grams) {
            if ((held[gram >> 6] & 1L << gram) == 0) {
                return false;
            }
        }
        return true;
    }
}
