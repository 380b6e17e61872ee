package dev.tunewise.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A run of text with light emphasis. Spans hold plain characters; each channel escapes them for the place where it shows them, so
 * nothing that people type can ping, link or format.
 */
public record Text(List<Span> spans) {
    /** A piece of text with one look. */
    public sealed interface Span {
        String text();

        /** Other characters with the same look. */
        default Span with(String characters) {
            return switch (this) {
                case Plain _ -> new Plain(characters);
                case Strong _ -> new Strong(characters);
                case Emphasis _ -> new Emphasis(characters);
                case Code _ -> new Code(characters);
                case Link link -> new Link(characters, link.url());
            };
        }
    }

    public record Plain(String text) implements Span {}

    /** Stressed characters. */
    public record Strong(String text) implements Span {}

    /** Lightly stressed characters, for asides. */
    public record Emphasis(String text) implements Span {}

    /** Characters shown as code. */
    public record Code(String text) implements Span {}

    /** A link of our own making, never one that a person typed. */
    public record Link(String text, String url) implements Span {}

    public static Text plain(String text) {
        return new Text(List.of(new Plain(text)));
    }

    public static Text strong(String text) {
        return new Text(List.of(new Strong(text)));
    }

    /** Our own wording, in which `**stressed**`, `_aside_` and `` `code` `` mark the look; never use it on what people typed. */
    public static Text marked(String wording) {
        return new Text(LightMarkup.parse(wording));
    }

    /** Wording of a flow, in which only `` `code` `` marks a look. */
    public static Text coded(String wording) {
        return new Text(LightMarkup.coded(wording));
    }

    public Text then(Text more) {
        List<Span> all = new ArrayList<>(spans);
        all.addAll(more.spans);
        return new Text(all);
    }

    /** The same with neighbours of one look joined, for channels that write marks around each span. */
    public Text joined() {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            boolean same = !joined.isEmpty()
                    && joined.getLast().getClass() == span.getClass()
                    && !(span instanceof Link || span instanceof Code);
            if (same) {
                joined.add(span.with(joined.removeLast().text() + span.text()));
            } else {
                joined.add(span);
            }
        }
        return new Text(joined);
    }

    public String characters() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
