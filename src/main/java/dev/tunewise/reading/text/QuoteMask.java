package dev.tunewise.reading.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Tells an author's own words from code, links, mentions and the words of others. Every pass is linear in the length of the text. */
record QuoteMask(char[] text, byte[] layer) {
    private static final int LONGEST_QUOTE = 400;
    private static final int LONGEST_TAG = 500;
    private static final int LONGEST_MENTION = 40;
    private static final int MOST_WORDS = 5;

    /** Marks the layers of a text; tags of markup are blanked. */
    static void mark(char[] text, byte[] layer) {
        if (isOneWord(text)) {
            return;
        }
        QuoteMask layers = new QuoteMask(text, layer);
        MaskPattern.mark(MaskPattern.FENCES, text, layer);
        layers.tags();
        MaskPattern.mark(MaskPattern.QUOTED_LINES, text, layer);
        new ForwardMask(text, layer).mark();
        layers.braces();
        layers.pairs('`', LONGEST_QUOTE, NormalizedText.MENTION);
        layers.quotes();
        MaskPattern.mark(MaskPattern.POINTERS, text, layer);
    }

    /** Nothing but letters quotes nobody; the words of patterns come one by one, in thousands. */
    private static boolean isOneWord(char[] text) {
        for (char c : text) {
            if (!Character.isLetter(c)) {
                return false;
            }
        }
        return true;
    }

    private boolean own(int at) {
        return layer[at] == NormalizedText.OWN;
    }

    private void foreign(int start, int end) {
        Arrays.fill(layer, start, end, NormalizedText.FOREIGN);
    }

    /** Says whether these letters stand at a place, in either case. */
    private boolean at(int index, String what) {
        if (index + what.length() > text.length) {
            return false;
        }
        for (int i = 0; i < what.length(); i++) {
            if (Character.toLowerCase(text[index + i]) != what.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Links and mentions in angle brackets are foreign, tags vanish, and what stands in code or quote tags is foreign. */
    private void tags() {
        int next = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] != '<' || !own(i) || i + 1 >= text.length) {
                continue;
            }
            char first = text[i + 1];
            if (next <= i) {
                next = find('>', i, text.length);
            }
            if (next < 0) {
                return;
            }
            if (next - i > LONGEST_TAG) {
                continue;
            }
            if (first == '@' || first == '#' || first == '!' || at(i + 1, "http") || at(i + 1, "mailto")) {
                foreign(i, next + 1);
            } else if (first == '/' || Character.isLetter(first)) {
                boolean quoting = at(i + 1, "blockquote") || at(i + 1, "pre") || at(i + 1, "code");
                boolean line = at(i + 1, "br") || at(i + 1, "/p") || at(i + 1, "/li") || at(i + 1, "/div");
                int end = next + 1;
                if (quoting) {
                    int close = closing(next);
                    foreign(i, close);
                    i = close - 1;
                    continue;
                }
                Arrays.fill(text, i, end, ' ');
                if (line) {
                    text[i] = '\n';
                }
                i = end - 1;
            }
        }
    }

    private int closing(int from) {
        for (int i = from; i + 1 < text.length; i++) {
            if (text[i] == '<'
                    && text[i + 1] == '/'
                    && (at(i + 2, "blockquote") || at(i + 2, "pre") || at(i + 2, "code"))) {
                int end = find('>', i, text.length);
                return end < 0 ? text.length : end + 1;
            }
        }
        return text.length;
    }

    private int find(char wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Outermost pairs of braces that hold what looks like data. */
    private void braces() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length; i++) {
            if (!own(i)) {
                continue;
            }
            if (text[i] == '{') {
                open.push(i);
            } else if (text[i] == '}' && !open.isEmpty()) {
                int start = open.pop();
                if (open.isEmpty() && (find('"', start, i) >= 0 || find(':', start, i) >= 0)) {
                    foreign(start, i + 1);
                }
            }
        }
    }

    private void pairs(char mark, int longest, byte short_) {
        for (int i = 0; i < text.length; i++) {
            if (text[i] != mark || !own(i)) {
                continue;
            }
            int end = i + 1;
            while (end < text.length && end - i <= longest && text[end] != mark && text[end] != '\n' && own(end)) {
                end++;
            }
            if (end < text.length && text[end] == mark && end > i + 1) {
                Arrays.fill(layer, i, end + 1, isShort(i, end) ? short_ : NormalizedText.FOREIGN);
                i = end;
            }
        }
    }

    /** A name or a term may stand between marks; whole sentences are somebody's words. */
    private boolean isShort(int open, int close) {
        int gaps = 0;
        for (int i = open; i < close; i++) {
            gaps += text[i] == ' ' ? 1 : 0;
        }
        return close - open <= LONGEST_MENTION && gaps < MOST_WORDS;
    }

    /** Quotation marks, unless the whole text stands between them; single ones only where no apostrophe can be meant. */
    private void quotes() {
        int first = 0;
        int last = text.length - 1;
        while (first < last && text[first] == ' ') {
            first++;
        }
        while (last > first && text[last] == ' ') {
            last--;
        }
        boolean whole = first < last && text[first] == '"' && text[last] == '"' && find('"', first + 1, last) < 0;
        if (!whole) {
            pairs('"', LONGEST_QUOTE, NormalizedText.MENTION);
        }
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\'' && own(i) && opens(i)) {
                int end = closingApostrophe(i);
                if (end > 0) {
                    Arrays.fill(layer, i, end + 1, isShort(i, end) ? NormalizedText.MENTION : NormalizedText.FOREIGN);
                    i = end;
                }
            }
        }
    }

    private boolean opens(int at) {
        boolean before =
                at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n' || text[at - 1] == '(' || text[at - 1] == ':';
        return before && at + 1 < text.length && Character.isLetterOrDigit(text[at + 1]);
    }

    private int closingApostrophe(int open) {
        for (int i = open + 2; i < text.length && i - open <= LONGEST_QUOTE / 2 && text[i] != '\n'; i++) {
            if (text[i] == '\''
                    && text[i - 1] != ' '
                    && (i + 1 == text.length || !Character.isLetterOrDigit(text[i + 1]))) {
                return i;
            }
        }
        return -1;
    }
}
