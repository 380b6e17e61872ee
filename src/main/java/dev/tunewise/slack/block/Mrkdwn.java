package dev.tunewise.slack.block;

import dev.tunewise.chat.Text;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text in Slack's own markup, for the places that take nothing else. Characters that people typed cannot ping, link or format: the three
 * control characters become entities, and marks that would format are replaced by their look-alikes.
 */
public final class Mrkdwn {
    private static final Pattern MARK_AT_EDGE =
            Pattern.compile("(?<![\\p{L}\\p{N}])[*_~`]|[*_~`](?![\\p{L}\\p{N}])|(?m:^>)");

    public static String of(Text text) {
        return text.joined().spans().stream().map(Mrkdwn::span).collect(Collectors.joining());
    }

    /** Characters without any look, for the top-level text of messages. */
    public static String plain(String characters) {
        return escape(MARK_AT_EDGE
                .matcher(characters)
                .replaceAll(mark -> lookAlike(mark.group().charAt(0))));
    }

    /** The three characters that Slack's markup gives a meaning. */
    static String escape(String characters) {
        return characters.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String span(Text.Span span) {
        return switch (span) {
            case Text.Plain plain -> plain(plain.text());
            case Text.Strong strong -> marked(strong.text(), '*');
            case Text.Emphasis aside -> marked(aside.text(), '_');
            case Text.Code code -> marked(code.text(), '`');
            case Text.Link link -> link(link);
        };
    }

    private static String marked(String characters, char mark) {
        String inner = escape(
                        characters.replace(mark, lookAlike(mark).charAt(0)).replace('\n', ' '))
                .strip();
        return inner.isEmpty() ? characters : mark + inner + mark;
    }

    private static String link(Text.Link link) {
        String label = escape(link.text().replace('\n', ' '));
        return LinkMarkup.usable(link.url()) ? "<" + LinkMarkup.encode(link.url()) + "|" + label + ">" : label;
    }

    private static String lookAlike(char mark) {
        return switch (mark) {
            case '*' -> "∗";
            case '_' -> "ˍ";
            case '~' -> "∼";
            case '`' -> "ˋ";
            default -> "›";
        };
    }
}
