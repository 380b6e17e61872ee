package dev.tunewise.slack.decode;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people typed, as they typed it: Slack's references and entities become ordinary characters. */
public final class SlackText {
    private static final Pattern REFERENCE = Pattern.compile("<([^<>|]*)(?:\\|([^<>]*))?>");

    /** `bot`: id of our own user, whose mentions are left out. */
    public static String plain(String text, String bot) {
        Matcher reference = REFERENCE.matcher(text);
        String plain = reference.replaceAll(match ->
                Matcher.quoteReplacement(shown(match.group(1), match.group(2) == null ? "" : match.group(2), bot)));
        return plain.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("[ \\t]{2,}", " ")
                .strip();
    }

    public static boolean mentions(String text, String bot) {
        return !bot.isEmpty() && (text.contains("<@" + bot + ">") || text.contains("<@" + bot + "|"));
    }

    private static String shown(String target, String label, String bot) {
        if (target.equals("@" + bot)) {
            return "";
        }
        // An id says nothing to people, and is shown to nobody.
        if (target.startsWith("@")) {
            return label.isEmpty() ? "@somebody" : "@" + label;
        }
        if (target.startsWith("#")) {
            return label.isEmpty() ? "#channel" : "#" + label;
        }
        if (target.startsWith("!")) {
            return label.isEmpty() ? "@" + target.substring(1).replaceAll("\\^.*", "") : label;
        }
        return label.isEmpty() ? target.replaceFirst("^mailto:", "") : label;
    }
}
