package dev.tunewise.reading.text;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Something that is not the author's own word and can be told by a pattern; a group named `words` is it where more has to be looked at. Every
 * pattern is linear in the length of the text.
 *
 * @param signs it stands in no text that has none of these, which saves a walk through most
 * @param anywhere whether it is marked in what was marked before, too
 * @param toTheEnd whether all behind it goes with it
 * @param quotes whether a name or a term may stand in it; whole sentences are somebody's words
 */
record MaskPattern(Pattern pattern, List<String> signs, boolean anywhere, boolean quotes, boolean toTheEnd) {
    private static final String WORDS = "words";

    /** Code between fences; one that is not closed goes on to the end. */
    static final List<MaskPattern> FENCES = List.of(own("```", "(?s)```.*?(?:```|\\z)"));

    /**
     * What is forwarded or copied from somebody else: all that follows a forwarding line, the head of a letter or "Anna wrote:", which is not
     * "I wrote:"; then single lines that were copied out of a chat ("Bob, 10:42: ...").
     */
    static final List<MaskPattern> FORWARDED = List.of(
            of(": essage ESSAGE", WordSet.pattern("mask pattern: forwarded"), false, true),
            of(":", WordSet.pattern("mask pattern: chat"), false, false));

    /** Links and mentions in angle brackets, and what stands between tags of code or of a quotation. */
    static final List<MaskPattern> MARKUP = List.of(
            own("<", "<(?:[@#!]|(?i:http|mailto))[^>]{0,498}>"),
            own("<", "(?is)<(?:blockquote|pre|code)[^>]{0,490}>.*?(?:</(?:blockquote|pre|code)[^>]{0,490}+>|\\z)"));

    static final List<MaskPattern> CODE = List.of(quote("`", "`[^`\\n]{1,400}`"));
    static final List<MaskPattern> QUOTE = List.of(quote("\"", "\"[^\"\\n]{1,400}\""));
    /** Only where no apostrophe can be meant. */
    static final List<MaskPattern> SINGLE_QUOTE =
            List.of(quote("'", "(?<![^ \\n(:])'[\\p{L}\\p{Nd}][^\\n]{0,198}?(?<! )'(?![\\p{L}\\p{Nd}])"));

    private static final int LONGEST_NAME = 40;
    private static final int MOST_WORDS = 5;

    /** Lines quoted as mails do; `>>>` quotes all that follows, and `>5` is a limit. */
    static final List<MaskPattern> QUOTED_LINES =
            List.of(own(">", "(?md)^ *+(?<words>>>>(?s:.*)|>(?!\\p{Nd})[^\\n]*+)"));

    /** What was struck out (~like this~); then links, addresses of mailboxes; then mentions of people, ticket numbers and emoji by name. */
    static final List<MaskPattern> POINTERS = List.of(
            own("~", "(?<![^ \\n])~++[^ ][^~\\n]{0,97}+(?<![ (])~(?![\\p{L}\\p{Nd}])"),
            // `name@20260115` is how one vendor dates its models, not an address
            new MaskPattern(
                    WordSet.pattern("mask pattern: address"),
                    List.of("://", "www.", "WWW.", "Www.", "@"),
                    true,
                    false,
                    false),
            of("@ # :", WordSet.pattern("mask pattern: person"), false, false));

    private static MaskPattern own(String signs, String pattern) {
        return of(signs, Pattern.compile(pattern), false, false);
    }

    private static MaskPattern quote(String signs, String pattern) {
        return of(signs, Pattern.compile(pattern), true, false);
    }

    private static MaskPattern of(String signs, Pattern pattern, boolean quotes, boolean toTheEnd) {
        return new MaskPattern(pattern, List.of(signs.split(" ")), false, quotes, toTheEnd);
    }

    /** Marks what these find, one after the other. */
    static void mark(List<MaskPattern> patterns, char[] text, byte[] layer) {
        String all = new String(text);
        patterns.forEach(each -> each.mark(all, layer));
    }

    private void mark(String text, byte[] layer) {
        if (signs.stream().noneMatch(text::contains)) {
            return;
        }
        Matcher found = pattern.matcher(text);
        boolean grouped = pattern.namedGroups().containsKey(WORDS);
        for (int from = 0; from <= text.length() && found.find(from); ) {
            int start = grouped ? found.start(WORDS) : found.start();
            int looked = quotes ? found.end() : Math.min(start + 1, layer.length);
            boolean marked = start < layer.length
                    && (anywhere || IntStream.range(start, looked).allMatch(i -> layer[i] == NormalizedText.OWN));
            if (marked) {
                boolean name = quotes && isName(found.group());
                int end = toTheEnd ? text.length() : found.end();
                Arrays.fill(layer, start, end, name ? NormalizedText.MENTION : NormalizedText.FOREIGN);
            }
            from = Math.max(marked ? found.end() : start + 1, found.start() + 1);
        }
    }

    private static boolean isName(String quote) {
        return quote.length() <= LONGEST_NAME + 1 && quote.split(" ", -1).length <= MOST_WORDS;
    }
}
