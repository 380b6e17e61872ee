package dev.tunewise.slack.block;

import dev.tunewise.chat.Text;
import dev.tunewise.chat.Truncate;
import java.util.ArrayList;
import java.util.List;

/** Shortens and splits texts without losing the look of what stays. */
public final class TextTruncation {
    public static int length(Text text) {
        return text.spans().stream().mapToInt(span -> span.text().length()).sum();
    }

    /** The text, or its beginning with an ellipsis. */
    public static Text to(Text text, int max) {
        if (length(text) <= max) {
            return text;
        }
        return head(text, max - 1).then(Text.plain("…"));
    }

    /** The text in parts of at most so many characters each. */
    public static List<Text> parts(Text text, int max) {
        List<Text> parts = new ArrayList<>();
        Text rest = text;
        while (length(rest) > max) {
            Text head = head(rest, max);
            parts.add(head);
            rest = tail(rest, length(head));
        }
        parts.add(rest);
        return parts;
    }

    private static Text head(Text text, int max) {
        List<Text.Span> spans = new ArrayList<>();
        int left = Math.max(0, max);
        for (Text.Span span : text.spans()) {
            String piece = Truncate.head(span.text(), left);
            if (!piece.isEmpty()) {
                spans.add(span.with(piece));
            }
            left -= piece.length();
            if (piece.length() < span.text().length()) {
                break;
            }
        }
        return new Text(spans);
    }

    private static Text tail(Text text, int from) {
        List<Text.Span> spans = new ArrayList<>();
        int skip = from;
        for (Text.Span span : text.spans()) {
            int length = span.text().length();
            if (skip < length) {
                spans.add(span.with(span.text().substring(skip)));
            }
            skip = Math.max(0, skip - length);
        }
        return new Text(spans);
    }
}
