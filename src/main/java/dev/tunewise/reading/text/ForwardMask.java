package dev.tunewise.reading.text;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks what is forwarded or copied from somebody else: all that follows a forwarding line, the head of a letter or "Anna wrote:". A blank line
 * ends what was copied out of a chat ("Bob, 10:42: ..."), for that is one line of it.
 */
record ForwardMask(char[] text, byte[] layer) {
    /** Whoever forwards a letter writes above it. */
    private static final Pattern REST = Pattern.compile(
            "(?im)^[ \\t*_>-]*(?:-{2,}[ ]*(?:forwarded|original) message\\b|begin forwarded message\\b|original message[ ]*:|forwarded(?: message| from [^\\n:]{1,60})?[ ]*:"
                    + "|(?:fw|fwd)[ ]*:|from[ ]*:[ ][^\\n]{0,120}(?:@|subject[ ]*:)"
                    + "|(?:on [^\\n:]{3,60}[, ])?[\\p{L}.'-]{2,30}(?: [\\p{Lu}][\\p{L}.'-]{0,30})? (?:wrote|schrieb|a écrit)[ ]*:)");

    private static final Pattern LINE = Pattern.compile(
            "(?m)^\\[?(?:\\p{Lu}[\\p{L}.'-]{1,30}(?: \\p{Lu}[\\p{L}.'-]{0,30})?,? )?[\\[(]?\\d{1,2}[:.]\\d{2}(?: ?[AaPp][Mm])?[\\])]?(?: \\p{Lu}[\\p{L}.'-]{1,30}(?: \\p{Lu}[\\p{L}.'-]{0,30})?)?[ ]*:[ ][^\\n]*");

    void mark() {
        String all = new String(text);
        Matcher rest = REST.matcher(all);
        while (rest.find()) {
            if (layer[rest.start()] == NormalizedText.OWN && !isOwn(all, rest)) {
                Arrays.fill(layer, rest.start(), text.length, NormalizedText.FOREIGN);
                return;
            }
        }
        Matcher line = LINE.matcher(all);
        while (line.find()) {
            if (layer[line.start()] == NormalizedText.OWN) {
                Arrays.fill(layer, line.start(), line.end(), NormalizedText.FOREIGN);
            }
        }
    }

    /** "I wrote:" and "we wrote:" are the speaker's own. */
    private static boolean isOwn(String all, Matcher found) {
        String head = found.group().strip().toLowerCase(java.util.Locale.ROOT);
        return head.startsWith("i ") || head.startsWith("we ");
    }
}
