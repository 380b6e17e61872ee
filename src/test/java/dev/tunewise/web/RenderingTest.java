package dev.tunewise.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Text;
import dev.tunewise.web.page.PageContext;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the templates make of blocks. */
final class RenderingTest {
    private static final String EVIL = "<script>alert(1)</script>\"'&\u0007\u202E";
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final PageContext SCENE = new PageContext("talk", "0123456789abcdef0123456789abcdef", true);

    @Test
    void showsEveryKindOfBlockAndOfQuestion() {
        List<Block> gallery = Stream.concat(Stream.of(Gallery.root()), Gallery.thread().stream())
                .flatMap(post -> all(post.blocks()))
                .toList();
        Set<Class<?>> shown = new HashSet<>();
        for (Block block : gallery) {
            shown.add(block.getClass());
            assertFalse(draw(List.of(block)).isBlank(), "nothing is drawn for " + block);
        }
        assertEquals(Set.of(Block.class.getPermittedSubclasses()), shown, "the gallery holds every kind");
        Set<Class<?>> kinds = new HashSet<>();
        gallery.forEach(
                block -> inputs(block).forEach(input -> kinds.add(input.kind().getClass())));
        assertEquals(Set.of(Input.Kind.class.getPermittedSubclasses()), kinds);
    }

    @Test
    void escapesEverythingThatPeopleMayHaveTyped() {
        Text text = new Text(List.of(
                new Text.Plain(EVIL),
                new Text.Strong(EVIL),
                new Text.Emphasis(EVIL),
                new Text.Code(EVIL),
                new Text.Link(EVIL, "https://example.com/?a=1&b=\"")));
        Input.Option option = new Input.Option(EVIL, EVIL, EVIL);
        Button button = Button.quiet(EVIL, dev.tunewise.chat.Action.Command.about(EVIL, EVIL));
        List<Block> blocks = List.of(
                new Block.Heading(EVIL),
                new Block.Paragraph(text),
                new Block.Code(EVIL, EVIL),
                new Block.Bullets(List.of(text)),
                new Block.Pairs(List.of(new Block.Pair(EVIL, text))),
                new Block.Table(EVIL, List.of(EVIL), List.of(false), List.of(List.of(text))),
                new Block.Picture("break-even", EVIL, EVIL, null),
                new Block.Note(Block.Tone.WARNING, text),
                new Block.Ask(
                        List.of(new Input("fact", EVIL, EVIL, new Input.One(List.of(option)), "", false)),
                        EVIL,
                        List.of(button)),
                new Block.Ask(
                        List.of(new Input("fact", EVIL, EVIL, new Input.Search(List.of(option)), EVIL, false)),
                        EVIL,
                        List.of()),
                new Block.Form(
                        EVIL,
                        List.of(
                                new Input("a", EVIL, EVIL, new Input.Many(List.of(option)), EVIL, false),
                                new Input(
                                        "b", EVIL, EVIL, new Input.Number(EVIL, List.of(option), "", ""), EVIL, true))),
                new Block.Buttons(List.of(button)),
                new Block.Chips(List.of(new Block.Chip("f", EVIL, EVIL, EVIL, button.action(), button.action()))),
                new Block.Details(EVIL, List.of(new Block.Paragraph(text))),
                new Block.File(EVIL, EVIL, "md"));
        for (Block block : blocks) {
            String html = draw(List.of(block));
            assertFalse(html.contains("<script"), html);
            assertTrue(html.contains("script"), "it is shown all the same: " + html);
            assertFalse(html.matches("(?s).*\"[^\"<>]*\"alert\\(.*"), html);
        }
    }

    @Test
    void leavesNoControlCharacterInWhatIsShown() {
        String html = draw(List.of(new Block.Paragraph(Text.plain("a\u0000b\u001Bc\u202Ed\u2066e\uD800f"))));
        assertTrue(html.contains("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf"), html);
    }

    @Test
    void drawsAWholeMegabyte() {
        String html = draw(List.of(new Block.Paragraph(Text.plain("long ".repeat(200_000)))));
        assertTrue(html.length() > 1_000_000);
    }

    private static Stream<Block> all(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> block instanceof Block.Details details
                        ? Stream.concat(Stream.of(block), all(details.blocks()))
                        : Stream.of(block));
    }

    private static List<Input> inputs(Block block) {
        return switch (block) {
            case Block.Ask ask -> ask.inputs();
            case Block.Form form -> form.inputs();
            default -> List.of();
        };
    }

    private static String draw(List<Block> blocks) {
        StringOutput out = new StringOutput();
        ENGINE.render("part/blocks.jte", Map.of("blocks", blocks, "scene", SCENE), out);
        return out.toString();
    }

    @Test
    void knowsAllItsTemplates() {
        assertTrue(Arrays.stream(new String[] {"start", "talk", "update", "record", "notice", "signin", "problem"})
                .allMatch(name -> ENGINE.hasTemplate(name + ".jte")));
    }
}
