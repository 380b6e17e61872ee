package dev.tunewise.reading.text;

import java.util.Arrays;

/** Marks what points elsewhere as foreign: links, mail addresses, mentions of people, ticket numbers, emoji by name. */
record LinkMask(char[] text, byte[] layer) {
    private static final int LONGEST_MENTION = 40;
    private static final int LONGEST_ADDRESS_PART = 64;

    private boolean own(int at) {
        return layer[at] == NormalizedText.OWN;
    }

    private void foreign(int start, int end) {
        Arrays.fill(layer, start, end, NormalizedText.FOREIGN);
    }

    /** Addresses of pages and of mailboxes. */
    void links() {
        for (int i = 0; i < text.length; i++) {
            if (text[i] == ':' && QuoteMask.at(text, i, "://")) {
                int start = i;
                while (start > 0 && Character.isLetter(text[start - 1])) {
                    start--;
                }
                i = address(start, i);
            } else if ((text[i] == 'w' || text[i] == 'W') && QuoteMask.at(text, i, "www.")) {
                i = address(i, i);
            } else if (text[i] == '@' && i > 0 && i + 1 < text.length && isPart(text[i - 1]) && isPart(text[i + 1])) {
                int start = i;
                while (start > 0 && i - start < LONGEST_ADDRESS_PART && isPart(text[start - 1])) {
                    start--;
                }
                int end = i + 1;
                while (end < text.length && end - i < LONGEST_ADDRESS_PART && isPart(text[end])) {
                    end++;
                }
                // `name@20260115` is how one vendor dates its models, not an address
                if (!allDigits(i + 1, end)) {
                    foreign(start, end);
                }
                i = end - 1;
            }
        }
    }

    private boolean allDigits(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isDigit(text[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '+' || c == '-';
    }

    private int address(int start, int from) {
        int end = from;
        while (end < text.length && text[end] > ' ' && text[end] != '>' && text[end] != '"' && text[end] != ')') {
            end++;
        }
        foreign(start, end);
        return Math.max(from, end - 1);
    }

    /** Mentions of people (@name), ticket numbers (#4521) and emoji by name (:tada:). */
    void references() {
        for (int i = 0; i < text.length; i++) {
            boolean starts = i == 0 || !Character.isLetterOrDigit(text[i - 1]);
            if (!own(i) || !starts || i + 1 >= text.length) {
                continue;
            }
            int end = i + 1;
            if (text[i] == '@' && Character.isLetter(text[end])) {
                while (end < text.length && isPart(text[end])) {
                    end++;
                }
                foreign(i, end);
                i = end - 1;
            } else if (text[i] == '#' && Character.isDigit(text[end])) {
                while (end < text.length && Character.isLetterOrDigit(text[end])) {
                    end++;
                }
                foreign(i, end);
                i = end - 1;
            } else if (text[i] == ':') {
                while (end < text.length && end - i < LONGEST_MENTION && isEmojiName(text[end])) {
                    end++;
                }
                if (end < text.length && text[end] == ':' && end - i > 2) {
                    foreign(i, end + 1);
                    i = end;
                }
            }
        }
    }

    private static boolean isEmojiName(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '+' || c == '-';
    }
}
