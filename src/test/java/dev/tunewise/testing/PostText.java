package dev.tunewise.testing;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes posts as plain lines, for tests to compare and for people to read. */
public final class PostText {
    private PostText() {}

    /** Posts below one another. */
    public static String of(List<Post> posts) {
        return posts.stream().map(PostText::of).collect(Collectors.joining("\n"));
    }

    /** One post with its key. */
    public static String of(Post post) {
        String place = post.place() instanceof Post.Private(String person) ? " only for " + person : "";
        return "[" + post.key() + place + "]\n" + blocks(post.blocks(), "  ");
    }

    private static String blocks(List<Block> blocks, String margin) {
        return blocks.stream()
                .map(block -> margin + block(block, margin) + "\n")
                .collect(Collectors.joining());
    }

    private static String block(Block block, String margin) {
        String next = "\n" + margin;
        return switch (block) {
            case Block.Heading(String text) -> "# " + text;
            case Block.Paragraph(Text text) -> text.characters();
            case Block.Bullets(List<Text> items) ->
                items.stream().map(item -> "- " + item.characters()).collect(Collectors.joining(next));
            case Block.Code code -> "code " + code.language() + ": " + code.text();
            case Block.Pairs(List<Block.Pair> pairs) ->
                pairs.stream()
                        .map(pair -> pair.name() + " = " + pair.value().characters())
                        .collect(Collectors.joining(next));
            case Block.Table table ->
                table.caption()
                        + next
                        + String.join(" | ", table.columns())
                        + next
                        + table.rows().stream()
                                .map(row -> row.stream().map(Text::characters).collect(Collectors.joining(" | ")))
                                .collect(Collectors.joining(next));
            case Block.Picture picture -> "picture " + picture.chart() + ": " + picture.alternative();
            case Block.Note(Block.Tone tone, Text text) -> tone + ": " + text.characters();
            case Block.Progress(int answered, int remaining) -> answered + " answered, about " + remaining + " to go";
            case Block.Ask ask ->
                ask.inputs().stream().map(PostText::input).collect(Collectors.joining(next))
                        + next
                        + buttons(ask.asides());
            case Block.Form(String title, List<Input> inputs) ->
                "form " + title + next + inputs.stream().map(PostText::input).collect(Collectors.joining(next));
            case Block.Buttons(List<Button> buttons) -> buttons(buttons);
            case Block.Chips(List<Block.Chip> chips) ->
                chips.stream()
                        .map(chip -> "<" + chip.label() + ": " + chip.value() + " “" + chip.quote() + "”>")
                        .collect(Collectors.joining(" "));
            case Block.Details(String summary, List<Block> inside) ->
                "> " + summary + "\n" + blocks(inside, margin + "  ").stripTrailing();
            case Block.File file -> "file " + file.name();
        };
    }

    private static String input(Input input) {
        String current = input.current().isEmpty() ? "" : " = " + input.current();
        return "? " + input.question() + current + " " + kind(input.kind());
    }

    private static String kind(Input.Kind kind) {
        return switch (kind) {
            case Input.One(List<Input.Option> options) -> options(options);
            case Input.Many(List<Input.Option> options) -> "any of " + options(options);
            case Input.YesNo() -> "[yes] [no]";
            case Input.Number number -> options(number.picks()) + " " + number.unit();
            case Input.Search(List<Input.Option> suggestions) -> "search " + options(suggestions);
        };
    }

    private static String options(List<Input.Option> options) {
        return options.stream().map(option -> "[" + option.label() + "]").collect(Collectors.joining(" "));
    }

    private static String buttons(List<Button> buttons) {
        return buttons.stream()
                .map(button -> "(" + button.label() + " → " + action(button.action()) + ")")
                .collect(Collectors.joining(" "));
    }

    private static String action(Action action) {
        return switch (action) {
            case Action.Answer(String fact, String value) -> fact + "=" + value;
            case Action.Command(String name, var arguments) ->
                name + (arguments.isEmpty() ? "" : " " + new TreeMap<>(arguments));
            case Action.Open(String url) -> url;
        };
    }
}
