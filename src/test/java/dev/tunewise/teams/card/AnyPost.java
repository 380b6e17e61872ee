package dev.tunewise.teams.card;

import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Plot;
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
        "<at>Ana</at>",
        "*bold*",
        "_aside_",
        "`code`",
        "a < b > c",
        "# title",
        "| a | b |",
        "- item\n- item",
        "1. one",
        "[x](https://evil)",
        "naïve Ünïcödé",
        "日本語の答え",
        "🤖🧪",
        "\n",
        "\t",
        "\"quoted\"",
        "{\"json\":[1]}",
        "<b>",
        "&lt;",
        " "
    };

    private final Random random;
    private int facts;

    public AnyPost(long seed) {
        this.random = new Random(seed);
    }

    public Post post() {
        return new Post(words(20), new Post.Thread(), some(size(30), () -> block(2)), words(size(3_000)));
    }

    private Block block(int depth) {
        return switch (random.nextInt(depth > 0 ? 14 : 13)) {
            case 0 -> new Block.Heading(words(size(400)));
            case 1 -> new Block.Paragraph(text(size(9_000)));
            case 2 -> new Block.Bullets(some(size(60), () -> text(size(600))));
            case 3 -> new Block.Pairs(some(size(40), () -> new Block.Pair(words(size(200)), text(size(900)))));
            case 4 -> table();
            case 5 ->
                new Block.Picture("break-even", words(20), words(size(2_500)), random.nextBoolean() ? null : plot());
            case 6 -> new Block.Note(Block.Tone.values()[random.nextInt(3)], text(size(1_500)));
            case 7 -> new Block.Progress(random.nextInt(40), random.nextInt(40));
            case 8 -> new Block.Ask(some(size(4), this::input), words(20), some(size(9), this::button));
            case 9 -> new Block.Form(words(20), some(size(60), this::input));
            case 10 -> new Block.Buttons(some(size(40), this::button));
            case 11 ->
                new Block.Chips(some(
                        size(30),
                        () -> new Block.Chip(
                                "fact", words(20), words(size(300)), words(size(400)), action(), action())));
            case 12 -> new Block.File("a.md", "text/markdown", "md");
            default -> new Block.Details(words(20), some(size(20), () -> block(depth - 1)));
        };
    }

    private Plot plot() {
        int points = 1 + size(60);
        return new Plot(
                Plot.Form.values()[random.nextInt(2)],
                words(size(80)),
                words(size(80)),
                some(1 + size(9), () -> new Plot.Series(words(size(200)), some(points, this::point))));
    }

    private Plot.Point point() {
        return new Plot.Point(random.nextInt(1000), random.nextDouble(), words(size(30)), words(size(30)));
    }

    private Block table() {
        int columns = 1 + size(9);
        return new Block.Table(
                words(size(100)),
                some(columns, () -> words(size(40))),
                some(columns, random::nextBoolean),
                some(size(150), () -> some(columns, () -> text(size(80)))));
    }

    public Input input() {
        Input.Kind kind = switch (random.nextInt(5)) {
            case 0 -> new Input.One(some(1 + size(120), this::option));
            case 1 -> new Input.Many(some(1 + size(60), this::option));
            case 2 -> new Input.YesNo();
            case 3 -> new Input.Number(words(size(20)), some(size(12), this::option), "0", "");
            default -> new Input.Search(some(size(150), this::option));
        };
        return new Input(
                "fact" + facts++, words(20), words(size(2_500)), kind, random.nextBoolean() ? "12.5" : "", true);
    }

    private Input.Option option() {
        return new Input.Option("o" + random.nextInt(200), words(10), words(size(200)));
    }

    private Button button() {
        return new Button(words(10), action(), Button.Style.values()[random.nextInt(4)]);
    }

    private Action action() {
        return switch (random.nextInt(4)) {
            case 0 -> new Action.Answer("fact", words(size(30)));
            case 1 -> Action.Command.about("why", "fact" + words(size(20)));
            case 2 -> new Action.Open(random.nextBoolean() ? "https://example.com/a?b=c&d=(e)" : words(size(400)));
            default -> new Action.Command("what-if", Map.of("fact", words(size(20)), "value", words(size(5))));
        };
    }

    private Text text(int length) {
        List<Text.Span> spans = new ArrayList<>();
        for (int left = length; left > 0; ) {
            String characters = words(1 + random.nextInt(left));
            spans.add(
                    switch (random.nextInt(6)) {
                        case 0 -> new Text.Strong(characters);
                        case 1 -> new Text.Emphasis(characters);
                        case 2 -> new Text.Code(characters);
                        case 3 -> new Text.Link(characters, "https://example.com/" + random.nextInt(100));
                        default -> new Text.Plain(characters);
                    });
            left -= Math.max(1, characters.length());
        }
        return new Text(spans);
    }

    private String words(int length) {
        StringBuilder words = new StringBuilder();
        while (words.length() < length) {
            words.append(random.nextInt(3) == 0 ? SPICE[random.nextInt(SPICE.length)] : "word ");
        }
        return length > 0 ? "w" + words : "";
    }

    /** Mostly small, sometimes as large as given, sometimes nothing. */
    private int size(int largest) {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> largest;
            default -> random.nextInt(1 + largest / 6);
        };
    }

    private static <T> List<T> some(int count, Supplier<T> each) {
        List<T> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(each.get());
        }
        return list;
    }
}
