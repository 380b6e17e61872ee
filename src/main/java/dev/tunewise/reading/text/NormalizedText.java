package dev.tunewise.reading.text;

import dev.tunewise.reading.result.Span;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;

/**
 * A message made plain: letters without accents and in one width, quotes, dashes and spaces of one kind, entities resolved, marks that only
 * decorate dropped. Every character knows its place in the message as typed and whose words it belongs to.
 */
public final class NormalizedText {
    /** The author's own words. */
    static final byte OWN = 0;
    /** Short quotes and inline code: only a name can be read from them. */
    static final byte MENTION = 1;
    /** Code, links, mentions of people, words of others: nothing is read. */
    static final byte FOREIGN = 2;

    private static final Map<String, Character> ENTITIES =
            Map.of("lt", '<', "gt", '>', "amp", '&', "nbsp", ' ', "quot", '"', "apos", '\'', "#39", '\'', "#34", '"');
    private static final int LONGEST_ENTITY = 6;
    private static final char SYMBOL = '\uFFFC';

    public final String text;
    final byte[] layer;
    private final int[] from;
    private final int[] to;

    private NormalizedText(String text, byte[] layer, int[] from, int[] to) {
        this.text = text;
        this.layer = layer;
        this.from = from;
        this.to = to;
    }

    public static NormalizedText of(String typed) {
        Builder builder = new Builder(typed);
        builder.run();
        char[] chars = builder.out.toString().toCharArray();
        byte[] layer = new byte[chars.length];
        QuoteMask.mark(chars, layer);
        return new NormalizedText(new String(chars), layer, builder.from, builder.to);
    }

    /** The same characters, with a line break in place of each that is not the author's own word: code, links, words of others. */
    public String own() {
        char[] own = text.toCharArray();
        for (int i = 0; i < own.length; i++) {
            own[i] = layer[i] == FOREIGN ? '\n' : own[i];
        }
        return new String(own);
    }

    /** The span as typed of some plain characters; at least one. */
    public Span typed(int start, int end) {
        return new Span(from[start], Math.max(from[start], to[end - 1]));
    }

    private static final class Builder {
        private final String typed;
        private final StringBuilder out;
        private int[] from;
        private int[] to;

        Builder(String typed) {
            this.typed = typed;
            out = new StringBuilder(typed.length() + 16);
            from = new int[typed.length() + 16];
            to = new int[typed.length() + 16];
        }

        void run() {
            int at = 0;
            while (at < typed.length()) {
                char c = typed.charAt(at);
                if (c >= ' ' && c < 127 && c != '&') {
                    put(c, at, at + 1);
                    at++;
                } else if (c == '&') {
                    at = entity(at);
                } else {
                    int point = typed.codePointAt(at);
                    int next = at + Character.charCount(point);
                    other(point, at, next);
                    at = next;
                }
            }
        }

        private int entity(int at) {
            int end = typed.indexOf(';', at);
            if (end > at && end - at <= LONGEST_ENTITY) {
                Character meant = ENTITIES.get(typed.substring(at + 1, end));
                if (meant != null) {
                    put(meant, at, end + 1);
                    return end + 1;
                }
            }
            put('&', at, at + 1);
            return at + 1;
        }

        private void other(int point, int at, int next) {
            switch (point) {
                case '\n', '\r', 0x85, 0x2028, 0x2029, 0x0B, 0x0C -> put('\n', at, next);
                case 0x2019, 0x2018, 0x201B, 0x02BC, 0x00B4, 0x2032 -> put('\'', at, next);
                case 0x201C, 0x201D, 0x201E, 0x00AB, 0x00BB, 0x2033 -> put('"', at, next);
                case 0x2010, 0x2011, 0x2012, 0x2013, 0x2212 -> put('-', at, next);
                case 0x2014, 0x2015 -> put('—', at, next);
                case 0x2026 -> put('…', at, next);
                case 0x00D7 -> put('x', at, next);
                case 0x2248, 0x223C, 0x2243 -> put('~', at, next);
                case 0x2192, 0x21D2, 0x27A1, 0x279C -> put('→', at, next);
                case 0x2022, 0x25CF, 0x25E6, 0x00B7, 0x2023 -> put('•', at, next);
                case 0x20E3 -> unmakeKeycap(at, next);
                case 0x1F644, 0x1F921, 0x1F643 -> " irony ".chars().forEach(c -> put((char) c, at, next));
                case '\t' -> put(' ', at, next);
                case 0x00B1, 0x2265, 0x2264, 0x20AC, 0x00A3, 0x00A2, 0x20B9, 0x00A5, 0x00BD, 0x00BC, 0x00BE ->
                    put((char) point, at, next);
                default -> general(point, at, next);
            }
        }

        private void general(int point, int at, int next) {
            switch (Character.getType(point)) {
                case Character.NON_SPACING_MARK,
                        Character.ENCLOSING_MARK,
                        Character.COMBINING_SPACING_MARK,
                        Character.FORMAT,
                        Character.SURROGATE -> {}
                case Character.SPACE_SEPARATOR, Character.CONTROL -> put(' ', at, next);
                case Character.DECIMAL_DIGIT_NUMBER -> put((char) ('0' + Character.digit(point, 10)), at, next);
                case Character.UPPERCASE_LETTER,
                        Character.LOWERCASE_LETTER,
                        Character.TITLECASE_LETTER,
                        Character.MODIFIER_LETTER,
                        Character.OTHER_LETTER -> letter(point, at, next);
                default -> symbol(point, at, next);
            }
        }

        private void letter(int point, int at, int next) {
            String flat = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
            boolean put = false;
            for (int i = 0; i < flat.length(); i++) {
                char c = flat.charAt(i);
                if (Character.isLetterOrDigit(c)) {
                    put(c, at, next);
                    put = true;
                }
            }
            if (!put) {
                put(SYMBOL, at, next);
            }
        }

        private void symbol(int point, int at, int next) {
            if (point >= 0xFF01 && point <= 0xFF5E) {
                put((char) (point - 0xFEE0), at, next);
            } else {
                put(SYMBOL, at, next);
            }
        }

        /** A digit in a box is a picture, not a number. */
        private void unmakeKeycap(int at, int next) {
            int last = out.length() - 1;
            if (last >= 0 && Character.isDigit(out.charAt(last))) {
                out.setCharAt(last, SYMBOL);
                to[last] = next;
            } else {
                put(SYMBOL, at, next);
            }
        }

        private void put(char c, int start, int end) {
            if (out.length() == from.length) {
                from = Arrays.copyOf(from, from.length * 2);
                to = Arrays.copyOf(to, to.length * 2);
            }
            from[out.length()] = start;
            to[out.length()] = end;
            out.append(c);
        }
    }
}
