package dev.tunewise.reading.text;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells an author's own words from code, links, mentions and the words of others. Every pass is linear in the length of the text. */
record QuoteMask(char[] text, byte[] layer) {
    private static final Pattern TAG = Pattern.compile("(?i)<(?:(?<line>br|/p|/li|/div)|/|\\p{L})[^>]{0,498}>");
    private static final Pattern DATA = Pattern.compile("[\":]");
    private static final Pattern ALL_QUOTED = Pattern.compile(" *\"[^\"]*\" *");

    /** Marks the layers of a text; tags of markup are blanked. */
    static void mark(char[] text, byte[] layer) {
        if (isOneWord(text)) {
            return;
        }
        QuoteMask layers = new QuoteMask(text, layer);
        MaskPattern.mark(MaskPattern.FENCES, text, layer);
        MaskPattern.mark(MaskPattern.MARKUP, text, layer);
        layers.tags();
        MaskPattern.mark(MaskPattern.QUOTED_LINES, text, layer);
        MaskPattern.mark(MaskPattern.FORWARDED, text, layer);
        layers.braces();
        MaskPattern.mark(MaskPattern.CODE, text, layer);
        if (!ALL_QUOTED.matcher(new String(text)).matches()) {
            MaskPattern.mark(MaskPattern.QUOTE, text, layer);
        }
        MaskPattern.mark(MaskPattern.SINGLE_QUOTE, text, layer);
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

    /** Tags vanish; some end a line. */
    private void tags() {
        Matcher tag = TAG.matcher(new String(text));
        while (tag.find()) {
            if (layer[tag.start()] == NormalizedText.OWN) {
                Arrays.fill(text, tag.start(), tag.end(), ' ');
                text[tag.start()] = tag.group("line") == null ? ' ' : '\n';
            }
        }
    }

    /** Outermost pairs of braces that hold what looks like data. */
    private void braces() {
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length; i++) {
            if (layer[i] != NormalizedText.OWN) {
                continue;
            }
            if (text[i] == '{') {
                start = depth++ == 0 ? i : start;
            } else if (text[i] == '}'
                    && depth > 0
                    && --depth == 0
                    && DATA.matcher(new String(text, start, i - start)).find()) {
                Arrays.fill(layer, start, i + 1, NormalizedText.FOREIGN);
            }
        }
    }
}
