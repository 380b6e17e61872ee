package dev.tunewise.api.consultation;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Text;
import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Parts of messages as JSON objects; which members one has depends on its `type`, and a list without items is left out. */
final class BlockJson {
    /** How far the interview is. */
    @Serdeable
    record ProgressView(int answered, int remaining) {}

    static List<Map<String, Object>> of(List<Block> blocks) {
        return blocks.stream().map(BlockJson::of).toList();
    }

    private static Map<String, Object> of(Block block) {
        return switch (block) {
            case Block.Heading(String text) -> object("heading", "title", text);
            case Block.Paragraph(Text text) -> object("paragraph", "text", text(text));
            case Block.Note(Block.Tone tone, Text text) ->
                object("note", "text", text(text), "tone", tone.name().toLowerCase(Locale.ROOT));
            case Block.Bullets(List<Text> items) -> object("bullets", "items", texts(items));
            case Block.Code(String language, String text) ->
                object("code", "language", language, "text", text(new Text(List.of(new Text.Code(text)))));
            case Block.Pairs(List<Block.Pair> pairs) ->
                object("pairs", "pairs", pairs.stream().map(BlockJson::pair).toList());
            case Block.Table table ->
                object(
                        "table",
                        "title",
                        table.caption(),
                        "columns",
                        table.columns(),
                        "rows",
                        table.rows().stream().map(BlockJson::texts).toList());
            case Block.Picture(String chart, String title, String alternative, var _) ->
                object("picture", "title", title, "content", chart, "alternative", alternative);
            case Block.Progress(int answered, int remaining) ->
                object("progress", "progress", new ProgressView(answered, remaining));
            case Block.Ask ask ->
                object("ask", "inputs", InputView.of(ask.inputs()), "why", ask.why(), "buttons", buttons(ask.asides()));
            case Block.Form(String title, var inputs) -> object("form", "title", title, "inputs", InputView.of(inputs));
            case Block.Buttons(var buttons) -> object("buttons", "buttons", buttons(buttons));
            case Block.Chips(List<Block.Chip> chips) ->
                object("chips", "chips", chips.stream().map(BlockJson::chip).toList());
            case Block.Details(String summary, List<Block> inner) ->
                object("details", "title", summary, "blocks", of(inner));
            case Block.File(String name, String _, String export) ->
                object("file", "content", export, "alternative", name);
        };
    }

    private static List<Map<String, Object>> texts(List<Text> texts) {
        return texts.stream().map(BlockJson::text).toList();
    }

    /** A run of text: its characters, and the same in spans for those who show emphasis. */
    private static Map<String, Object> text(Text text) {
        return members(
                "text",
                text.characters(),
                "spans",
                text.spans().stream()
                        .map(span -> switch (span) {
                            case Text.Plain(String plain) -> members("style", "plain", "text", plain);
                            case Text.Strong(String strong) -> members("style", "strong", "text", strong);
                            case Text.Emphasis(String aside) -> members("style", "emphasis", "text", aside);
                            case Text.Code(String code) -> members("style", "code", "text", code);
                            case Text.Link(String shown, String url) ->
                                members("style", "link", "text", shown, "url", url);
                        })
                        .toList());
    }

    /** What can be clicked, with the members of the event that a click sends, or an address to open instead. */
    private static List<Map<String, Object>> buttons(List<Button> buttons) {
        return buttons.stream()
                .map(button -> members(
                        "label",
                        button.label(),
                        "style",
                        button.style().name().toLowerCase(Locale.ROOT),
                        "event",
                        switch (button.action()) {
                            case Action.Answer(String fact, String value) -> members("fact", fact, "value", value);
                            case Action.Command(String name, Map<String, String> arguments) ->
                                arguments.isEmpty()
                                        ? members("command", name)
                                        : members("command", name, "arguments", arguments);
                            case Action.Open(String url) -> members("url", url);
                        }))
                .toList();
    }

    private static Map<String, Object> pair(Block.Pair pair) {
        return members("name", pair.name(), "value", text(pair.value()));
    }

    private static Map<String, Object> chip(Block.Chip chip) {
        return members("fact", chip.fact(), "label", chip.label(), "value", chip.value(), "quote", chip.quote());
    }

    private static Map<String, Object> object(String type, Object... members) {
        Map<String, Object> object = members("type", type);
        object.putAll(members(members));
        object.values().removeIf(value -> value instanceof List<?> list && list.isEmpty());
        return object;
    }

    /** Names and values in turn. */
    private static Map<String, Object> members(Object... members) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            object.put((String) members[i], members[i + 1]);
        }
        return object;
    }
}
