package dev.tunewise.slack.block;

/** Which addresses become links, and how they are written. */
public final class LinkMarkup {
    public static boolean usable(String url) {
        return (url.startsWith("https://") || url.startsWith("http://"))
                && url.length() <= SlackLimits.URL
                && url.chars().noneMatch(c -> c <= ' ');
    }

    /** The characters that would end a link in Slack's markup are written as percent codes. */
    static String encode(String url) {
        return url.replace("&", "&amp;").replace("<", "%3C").replace(">", "%3E").replace("|", "%7C");
    }
}
