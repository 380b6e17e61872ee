package dev.tunewise.reading.text;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that is not the author's own word and can be told by a pattern; a group named `words` is it where more has to be looked at. Every
 * pattern is linear in the length of the text.
 *
 * @param anywhere whether it is marked in what was marked before, too
 */
record MaskPattern(Pattern pattern, boolean anywhere) {
    private static final String NAME = "[\\p{L}\\p{Nd}._+-]";
    private static final String ADDRESS = "[^\\x00-\\x20>\")]*+";
    private static final String WORDS = "words";

    /** Code between fences; one that is not closed goes on to the end. */
    static final List<MaskPattern> FENCES = List.of(own("(?s)```.*?(?:```|\\z)"));

    /** Lines quoted as mails do; `>>>` quotes all that follows, and `>5` is a limit. */
    static final List<MaskPattern> QUOTED_LINES = List.of(own("(?md)^ *+(?<words>>>>(?s:.*)|>(?!\\p{Nd})[^\\n]*+)"));

    /** What was struck out (~like this~); then links, addresses of mailboxes; then mentions of people, ticket numbers and emoji by name. */
    static final List<MaskPattern> POINTERS = List.of(
            own("(?<![^ \\n])~++[^ ][^~\\n]{0,97}+(?<![ (])~(?![\\p{L}\\p{Nd}])"),
            new MaskPattern(
                    Pattern.compile("(?:(?<!\\p{L})\\p{L}++)?+://" + ADDRESS + "|[wW]{3}\\." + ADDRESS
                            // `name@20260115` is how one vendor dates its models, not an address
                            + "|(?:(?<!" + NAME + ")" + NAME + "++|(?<=" + NAME + "))@(?!\\p{Nd}++(?!" + NAME + "))"
                            + NAME + "{1,63}+"),
                    true),
            own("(?<![\\p{L}\\p{Nd}])(?:@\\p{L}" + NAME + "*+|#\\p{Nd}[\\p{L}\\p{Nd}]*+|:[a-z0-9_+-]{2,39}+:)"));

    private static MaskPattern own(String pattern) {
        return new MaskPattern(Pattern.compile(pattern), false);
    }

    /** Marks what these find, one after the other. */
    static void mark(List<MaskPattern> patterns, char[] text, byte[] layer) {
        String all = new String(text);
        patterns.forEach(each -> each.mark(all, layer));
    }

    private void mark(String text, byte[] layer) {
        Matcher found = pattern.matcher(text);
        boolean grouped = pattern.namedGroups().containsKey(WORDS);
        for (int from = 0; from <= text.length() && found.find(from); ) {
            int start = grouped ? found.start(WORDS) : found.start();
            boolean marked = start < layer.length && (anywhere || layer[start] == NormalizedText.OWN);
            if (marked) {
                Arrays.fill(layer, start, found.end(), NormalizedText.FOREIGN);
            }
            from = Math.max(marked ? found.end() : start + 1, found.start() + 1);
        }
    }
}
