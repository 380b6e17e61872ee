package dev.tunewise.teams.handle;

import dev.tunewise.teams.deliver.Activity;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes mentions out of what was typed: our own one goes, those of others become their names. */
final class Mentions {
    private static final Pattern TAG =
            Pattern.compile("<at\\b[^>]*>(.*?)</at>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern BREAK = Pattern.compile("<br\\s*/?>|</p>|</div>", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTE = Pattern.compile(
            "<blockquote\\b[^>]*>((?:(?!<blockquote\\b).)*?)</blockquote>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** The tags that Teams itself writes; anything else in angle brackets was typed. */
    private static final Pattern OTHER_TAG = Pattern.compile(
            "</?(p|div|span|b|i|u|s|strong|em|del|a|ul|ol|li|pre|code|codeblock|blockquote|h[1-6]|img|emoji|attachment"
                    + "|table|tbody|tr|td|th|hr)(\\s[^<>]*)?/?>",
            Pattern.CASE_INSENSITIVE);

    /** What is left of an activity's text, without mentions, tags and spaces around it. */
    static String stripped(Activity activity) {
        String text = activity.typed();
        boolean found = false;
        for (Activity.Mention mention : activity.mentions()) {
            if (mention.id().equals(activity.bot())) {
                String tag = mention.text().isEmpty() ? "<at>" + mention.name() + "</at>" : mention.text();
                found |= text.contains(tag);
                text = text.replace(tag, " ");
            }
        }
        // Some clients write the tag with attributes that the entity does not repeat; the first one is then ours.
        if (!found && activity.mentionsUs()) {
            text = TAG.matcher(text).replaceFirst(" ");
        }
        return plain(TAG.matcher(text).replaceAll(match -> Matcher.quoteReplacement(match.group(1))));
    }

    /** Text of a message that may be HTML. */
    static String plain(String text) {
        String quoted = QUOTE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(quote(match.group(1))));
        String lines = BREAK.matcher(quoted).replaceAll("\n");
        return OTHER_TAG
                .matcher(lines)
                .replaceAll("")
                .replace("&nbsp;", " ")
                .replace('\u00a0', ' ')
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("[ \\t]+", " ")
                .strip();
    }

    /** What somebody else wrote stays marked as such: a reader takes nothing of it for the words of who quotes it. */
    private static String quote(String html) {
        return "\n> " + BREAK.matcher(html).replaceAll("\n").strip().replaceAll("\\s*\n\\s*", "\n> ") + "\n";
    }
}
