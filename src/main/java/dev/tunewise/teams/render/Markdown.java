package dev.tunewise.teams.render;

import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes text in the part of Markdown that Teams reads: bold, italic, links. Everything that people typed is escaped. */
final class Markdown {
    private static final String SPECIAL = "\\*[]`~<>#|&";
    private static final Pattern MENTION = Pattern.compile("<(/?)(?=at\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST = Pattern.compile("(?m)^(\\s*)(?:([-+])|(\\d{1,9})([.)]))(?=\\s)");

    /** Text of at most so many characters of what people read. */
    static String of(Text text, int most) {
        StringBuilder written = new StringBuilder();
        int left = most;
        for (Text.Span span : text.joined().spans()) {
            if (left <= 0) {
                break;
            }
            written.append(span(span, Truncate.to(span.text(), left)));
            left -= span.text().length();
        }
        return written.toString();
    }

    private static String span(Text.Span span, String characters) {
        return switch (span) {
            case Text.Plain _ -> escaped(characters);
            case Text.Strong _ -> marked("**", characters);
            case Text.Emphasis _ -> marked("_", characters);
            // There is no look for code; bold stands out as well.
            case Text.Code _ -> marked("**", characters);
            case Text.Link link ->
                address(link.url())
                        .map(url -> "[" + escaped(characters) + "](" + url + ")")
                        .orElse(escaped(characters));
        };
    }

    /** Marks stick to words only, and never span lines. */
    private static String marked(String mark, String characters) {
        return characters
                .lines()
                .map(line -> {
                    String inner = line.strip();
                    int at = line.indexOf(inner);
                    return inner.isEmpty()
                            ? line
                            : line.substring(0, at)
                                    + mark
                                    + escaped(inner)
                                    + mark
                                    + line.substring(at + inner.length());
                })
                .collect(Collectors.joining("\n\n"));
    }

    /** What people typed, so that it shows as typed: no emphasis, no list, no link, no mention. */
    static String escaped(String typed) {
        String unmentioned = MENTION.matcher(typed).replaceAll("‹$1");
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < unmentioned.length(); i++) {
            char c = unmentioned.charAt(i);
            if (SPECIAL.indexOf(c) >= 0 || (c == '_' && !isInsideWord(unmentioned, i))) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return LIST.matcher(escaped).replaceAll("$1$3\\\\$2$4").replaceAll("\r?\n", "\n\n");
    }

    private static boolean isInsideWord(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    /** Plain text for places without Markdown: labels and titles. */
    static String plain(String typed, int most) {
        return Truncate.to(
                MENTION.matcher(typed).replaceAll("‹$1").replaceAll("\\s+", " ").strip(), most);
    }

    /** A web address that fits into a link; empty for anything else. */
    static Optional<String> address(String url) {
        try {
            URI uri = URI.create(url);
            boolean web = ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
            return web ? Optional.of(uri.toASCIIString().replace("(", "%28").replace(")", "%29")) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
