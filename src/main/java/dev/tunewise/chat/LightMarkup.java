package dev.tunewise.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the light marks of our own wording into spans. */
final class LightMarkup {
    private static final Pattern MARK =
            Pattern.compile("\\*\\*(?<strong>[^*]+)\\*\\*|`(?<code>[^`]+)`|(?<![\\w])_(?<aside>[^_]+)_(?![\\w])");

    private static final Pattern CODE = Pattern.compile("`(?<code>[^`]+)`");

    private LightMarkup() {}

    static List<Text.Span> coded(String wording) {
        List<Text.Span> spans = new ArrayList<>();
        Matcher mark = CODE.matcher(wording);
        int end = 0;
        while (mark.find()) {
            if (mark.start() > end) {
                spans.add(new Text.Plain(wording.substring(end, mark.start())));
            }
            spans.add(new Text.Code(mark.group("code")));
            end = mark.end();
        }
        if (end < wording.length()) {
            spans.add(new Text.Plain(wording.substring(end)));
        }
        return spans;
    }

    static List<Text.Span> parse(String wording) {
        List<Text.Span> spans = new ArrayList<>();
        Matcher mark = MARK.matcher(wording);
        int end = 0;
        while (mark.find()) {
            if (mark.start() > end) {
                spans.add(new Text.Plain(wording.substring(end, mark.start())));
            }
            spans.add(span(mark));
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
