package dev.tunewise.reading.text;

import java.util.Arrays;

/** Tells text struck out as chats write it: ~like this~. */
record StruckMask(char[] text, byte[] layer) {
    private static final int LONGEST = 100;

    void mark() {
        for (int i = 0; i < text.length; i++) {
            if (text[i] != '~' || layer[i] != NormalizedText.OWN) {
                continue;
            }
            int start = i;
            while (i + 1 < text.length && text[i + 1] == '~') {
                i++;
            }
            boolean opens = (start == 0 || text[start - 1] == ' ' || text[start - 1] == '\n')
                    && i + 1 < text.length
                    && text[i + 1] != ' ';
            if (!opens) {
                continue;
            }
            for (int end = i + 2; end < text.length && end - i < LONGEST && text[end] != '\n'; end++) {
                if (text[end] == '~') {
                    boolean closes = text[end - 1] != ' '
                            && text[end - 1] != '('
                            && (end + 1 == text.length || !Character.isLetterOrDigit(text[end + 1]));
                    if (closes) {
                        Arrays.fill(layer, start, end + 1, NormalizedText.FOREIGN);
                        i = end;
                    }
                    break;
                }
            }
        }
    }
}
