package dev.tunewise.slack.kit;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Posts of any kind and size, with the characters that hurt, the same ones for the same seed. */
public final class AnyPost {
    private static final String[] SPICE = {
        "<!channel>",
        "<@U123>",
        "@everyone",
        "*bold*",
        "_aside_",
        "`code`",
        "~gone~",
        "&amp;",
        "a < b > c",
        "> quote",
        "https://example.com/a|b",
        "naïve Ünïcödé",
        "日本語の答え",
        "🤖🧪",
        "\n",
        "\t",
        "line\nline",
        "\"quoted\"",
        "{\"json\":[1]}",
        "%%",
        " "
    };

    private final Random random;

    public AnyPost(long seed) {
        this.random = new Random(seed);
    }

    public Post post() {
        Post.Place place = switch (random.nextInt(4)) {
            case 0 -> new Post.Root();
            case 1 -> new Post.Private("U" + random.nextInt(100));
            case 2 -> new Post.Elsewhere("C1");
            default -> new Post.Thread();
        };
        return new Post(words(size(60)), place, some(size(40), () -> block(2)), words(size(5_000)));
    }

    private Block block(int depth) {
        return switch (random.nextInt(depth > 0 ? 14 : 13)) {
            case 0 -> new Block.Heading(words(size(400)));
            case 1 -> new Block.Paragraph(text(size(9_000)));
            case 2 -> new Block.Bullets(some(size(60), () -> text(size(600))));
            case 3 -> new Block.Pairs(some(size(40), () -> new Block.Pair(words(size(200)), text(size(900)))));
            case 4 -> table();
            case 5 -> new Block.Picture("break-even", words(20), words(size(2_500)), null);
            case 6 -> new Block.Note(any(Block.Tone.values()), text(size(1_500)));
            case 7 -> new Block.Progress(random.nextInt(40), random.nextInt(40));
            case 8 -> new Block.Ask(some(size(4), this::input), words(20), some(size(9), this::button));
            case 9 -> new Block.Form(words(size(100)), some(size(120), this::input));
            case 10 -> new Block.Buttons(some(size(40), this::button));
            case 11 ->
                new Block.Chips(some(
                        size(30),
                        () -> new Block.Chip(
                                "fact", words(size(200)), words(size(300)), words(size(400)), action(), action())));
            case 12 -> new Block.File("a.md", "text/markdown", "md");
            default -> new Block.Details(words(size(120)), some(size(20), () -> block(depth - 1)));
        };
    }

    private Block table() {
        int columns = 1 + size(24);
        return new Block.Table(
                words(size(100)),
                fixed(columns, () -> words(size(40))),
                fixed(columns, random::nextBoolean),
                some(size(150), () -> fixed(columns, () -> text(size(80)))));
    }

    public Input input() {
        Input.Kind kind = switch (random.nextInt(5)) {
            case 0 -> new Input.One(some(size(120), this::option));
            case 1 -> new Input.Many(some(size(120), this::option));
            case 2 -> new Input.YesNo();
            case 3 -> new Input.Number(words(size(20)), some(size(12), this::option), "0", "");
            default -> new Input.Search(some(size(150), this::option));
        };
        String current = switch (random.nextInt(3)) {
            case 0 -> "o1,o2";
            case 1 -> "12.5";
            default -> "";
        };
        return new Input(
                "fact" + random.nextInt(9),
                words(size(3_000)),
                words(size(2_500)),
                kind,
                current,
                random.nextBoolean());
    }

    private Input.Option option() {
        return new Input.Option(
                random.nextInt(4) == 0 ? words(size(300)) : "o" + random.nextInt(200),
                words(size(120)),
                words(size(200)));
    }

    private Button button() {
        Button.Style style = any(Button.Style.values());
        return new Button(words(size(100)), action(), style);
    }

    private Action action() {
        return switch (random.nextInt(4)) {
            case 0 -> new Action.Answer("fact", words(size(3_000)));
            case 1 -> Action.Command.about("why", "fact" + words(size(100)));
            case 2 -> new Action.Open(random.nextBoolean() ? "https://example.com/a?b=c&d=e" : words(size(4_000)));
            default -> new Action.Command("what-if", Map.of("fact", words(size(2_500)), "value", words(size(50))));
        };
    }

    private <T> T any(T[] values) {
        return List.of(values).get(random.nextInt(values.length));
    }

    private Text text(int length) {
        List<Text.Span> spans = new ArrayList<>();
        while (length > 0) {
            String characters = words(1 + random.nextInt(Math.max(1, length)));
            spans.add(
                    switch (random.nextInt(8)) {
                        case 0 -> new Text.Strong(characters);
                        case 1 -> new Text.Emphasis(characters);
                        case 2 -> new Text.Code(characters);
                        case 3 -> new Text.Link(characters, "https://example.com/" + random.nextInt(100) + "|<x>");
                        default -> new Text.Plain(characters);
                    });
            length -= Math.max(1, characters.length());
        }
        return new Text(spans);
    }

    private String words(int length) {
        StringBuilder words = new StringBuilder();
        while (words.length() < length) {
            words.append(random.nextInt(3) == 0 ? SPICE[random.nextInt(SPICE.length)] : "word ");
        }
        return words.toString();
    }

    /** Mostly small, sometimes as large as given, sometimes nothing. */
    private int size(int largest) {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> largest;
            default -> random.nextInt(1 + largest / 6);
        };
    }

    private static <T> List<T> fixed(int count, Supplier<T> each) {
        List<T> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(each.get());
        }
        return list;
    }

    private static <T> List<T> some(int count, Supplier<T> each) {
        return fixed(count, each);
    }
}
