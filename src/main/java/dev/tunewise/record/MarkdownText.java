package dev.tunewise.record;

import dev.tunewise.chat.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Characters and texts as Markdown in which nothing that people typed acts as mark-up, a link, a mention or HTML. */
final class MarkdownText {
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_{}\\[\\]<>|~#$^&]");
    private static final Pattern LINE_START = Pattern.compile("^([-+=])(?=[-= ]|$)");
    private static final Pattern LIST_NUMBER = Pattern.compile("^(\\d+)([.)])(?= |$)");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u2028\\u2029[\\p{Cf}&&[^\\u200D]]\\s]+");

    /** What many readers would turn into a link or a mention on their own. */
    private static final Pattern ADDRESS = Pattern.compile("\\S*(?:://|@|(?i:www\\.))\\S*");

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    /** Plain characters in one line. Addresses are shown as code, which nobody links. */
    static String escape(String characters) {
        String line = UNSEEN.matcher(characters).replaceAll(" ");
        Matcher address = ADDRESS.matcher(line);
        StringBuilder written = new StringBuilder();
        int end = 0;
        while (address.find()) {
            written.append(marks(line.substring(end, address.start()))).append(code(address.group()));
            end = address.end();
        }
        String escaped = written.append(marks(line.substring(end))).toString();
        String numbered = LIST_NUMBER.matcher(escaped).replaceFirst("$1\\\\$2");
        return LINE_START.matcher(numbered).replaceFirst("\\\\$1");
    }

    private static String marks(String characters) {
        return MARKS.matcher(characters).replaceAll("\\\\$0");
    }

    /** A text with its looks, in one line. */
    static String write(Text text) {
        return text.spans().stream()
                .map(MarkdownText::write)
                .collect(Collectors.joining())
                .strip();
    }

    private static String write(Text.Span span) {
        return switch (span) {
            case Text.Plain plain -> escape(plain.text());
            case Text.Strong strong -> framed("**", strong.text());
            case Text.Emphasis emphasis -> framed("_", emphasis.text());
            case Text.Code code -> code(UNSEEN.matcher(code.text()).replaceAll(" "));
            case Text.Link link -> "[" + escape(link.text()) + "](" + target(link.url()) + ")";
        };
    }

    /** An address of ours as the target of a link or picture. */
    static String target(String address) {
        return "<" + address.replaceAll("[<>\\s\\\\]", "") + ">";
    }

    /** Lines as they are, indented, so that no mark in them acts and none can end them. */
    static String lines(String characters) {
        return characters.lines().map(line -> "    " + line).collect(Collectors.joining("\n"));
    }

    /** The mark must touch the words, so spaces at the ends go outside. */
    private static String framed(String mark, String characters) {
        String line = UNSEEN.matcher(characters).replaceAll(" ");
        if (line.isBlank()) {
            return line;
        }
        String before = line.startsWith(" ") ? " " : "";
        String after = line.endsWith(" ") ? " " : "";
        return before + mark + escape(line.strip()) + mark + after;
    }

    /** Code holds any character once its fence is longer than the longest run of backticks in it; only a bar would end a table cell. */
    private static String code(String line) {
        int bar = line.indexOf('|');
        if (bar >= 0) {
            return code(line.substring(0, bar)) + "\\|" + code(line.substring(bar + 1));
        }
        if (line.isBlank()) {
            return line;
        }
        int longest = BACKTICKS
                .matcher(line)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
        String fence = "`".repeat(longest + 1);
        String space = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + space + line + space + fence;
    }
}
