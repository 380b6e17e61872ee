package dev.tunewise.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the light marks of our own wording into spans. */
final class LightMarkup {
    private static final Pattern MARK =
            Pattern.compile("\\*\\*(?<strong>[^*]+)\\*\\*|`(?<code>[^`]+)`|(?<![\\w])_(?<aside>[^_]+)_(?![\\w])");

    private static final Pattern CODE = Pattern.compile("`(?<code>[^`]+)`");

    static List<Text.Span> coded(String wording) {
        return spans(wording, CODE, mark -> new Text.Code(mark.group("code")));
    }

    static List<Text.Span> parse(String wording) {
        return spans(wording, MARK, LightMarkup::span);
    }

    /** What is marked, as a reader of marks says, and plain what stands between. */
    private static List<Text.Span> spans(String wording, Pattern marks, Function<Matcher, Text.Span> reader) {
        List<Text.Span> spans = new ArrayList<>();
        Matcher mark = marks.matcher(wording);
        int end = 0;
        while (mark.find()) {
            if (mark.start() > end) {
                spans.add(new Text.Plain(wording.substring(end, mark.start())));
            }
            spans.add(reader.apply(mark));
            end = mark.end();
        }
        if (end < wording.length()) {
            spans.add(new Text.Plain(wording.substring(end)));
        }
        return spans;
    }

    private static Text.Span span(Matcher mark) {
        if (mark.group("strong") != null) {
            return new Text.Strong(mark.group("strong"));
        }
        if (mark.group("code") != null) {
            return new Text.Code(mark.group("code"));
        }
        return new Text.Emphasis(mark.group("aside"));
    }
}
