package dev.tunewise.record;

import dev.tunewise.chat.Text;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Characters and texts as Markdown in which nothing that people typed acts as mark-up, a link, a mention or HTML. */
final class MarkdownText {
    /** Marks anywhere in a line; the dot and the colon break up addresses that readers would turn into links. */
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_{}\\[\\]<>|~#@$^&]");

    private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(https?|ftp|mailto)(:)|\\b(www)(\\.)");
    private static final Pattern LINE_START = Pattern.compile("^(\\s*)([-+=])");
    private static final Pattern LIST_NUMBER = Pattern.compile("^(\\s*\\d+)([.)])");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029[\\p{Cf}&&[^\\u200D]]]+");

    private MarkdownText() {}

    /** Plain characters in one line. */
    static String escape(String characters) {
        String line = CONTROL.matcher(characters).replaceAll(" ");
        String marked = MARKS.matcher(line).replaceAll("\\\\$0");
        String unlinked = ADDRESS.matcher(marked)
                .replaceAll(match -> match.group(1) != null ? match.group(1) + "\\\\:" : match.group(3) + "\\\\.");
        String numbered = LIST_NUMBER.matcher(unlinked).replaceFirst("$1\\\\$2");
        return numbered.equals(unlinked)
                ? LINE_START.matcher(unlinked).replaceFirst("$1\\\\$2")
                : numbered;
    }

    /** A text with its looks, in one line. */
    static String write(Text text) {
        String written = text.spans().stream().map(MarkdownText::write).collect(Collectors.joining());
        return written.strip();
    }

    private static String write(Text.Span span) {
        return switch (span) {
            case Text.Plain plain -> escape(plain.text());
            case Text.Strong strong -> framed("**", strong.text());
            case Text.Emphasis emphasis -> framed("_", emphasis.text());
            case Text.Code code -> code(code.text());
            case Text.Link link -> "[" + escape(link.text()) + "](<" + link.url().replaceAll("[<>\\s]", "") + ">)";
        };
    }

    private static String framed(String mark, String characters) {
        String escaped = escape(characters);
        String inner = escaped.strip();
        return inner.isEmpty() ? escaped : escaped.replace(inner, mark + inner + mark);
    }

    /** Code holds any character once its fence is longer than the longest run of backticks in it; a bar would end a table cell. */
    private static String code(String characters) {
        String line = CONTROL.matcher(characters).replaceAll(" ");
        if (line.isBlank()) {
            return "";
        }
        if (line.indexOf('|') >= 0) {
            return escape(line);
        }
        int longest = Pattern.compile("`+").matcher(line).results().mapToInt(run -> run.end() - run.start()).max().orElse(0);
        String fence = "`".repeat(longest + 1);
        String space = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + space + line + space + fence;
    }
}
