package dev.tunewise.teams.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Input;
import dev.tunewise.chat.Plot;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.teams.card.AnyPost;
import dev.tunewise.teams.fake.CardRules;
import dev.tunewise.teams.fake.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardRendererTest {
    private static final FileUrls PAGES = new FileUrls() {
        @Override
        public Optional<String> picture(String conversation, String chart) {
            return Optional.of("https://bot.example.com/" + conversation + "/" + chart + ".png");
        }

        @Override
        public Optional<String> file(String conversation, String export, String name) {
            return Optional.of("https://bot.example.com/" + conversation + "/" + name);
        }
    };

    private final CardRenderer renderer = new CardRenderer(PAGES);

    private ObjectNode card(Block... blocks) {
        return renderer.card("c1", new Post("k", new Post.Thread(), List.of(blocks), "Plain words"));
    }

    private static Block.Ask ask(Input.Kind kind) {
        Input input = new Input("fact", "What is it?", "A hint", kind, "", false);
        return new Block.Ask(List.of(input), "", List.of(Button.quiet("Why?", Action.Command.about("why", "fact"))));
    }

    private static JsonNode action(JsonNode card, String title) {
        return Member.actions(card).stream()
                .filter(each -> each.path("title").asText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Plot plot(Plot.Form form) {
        List<Plot.Point> points = new ArrayList<>();
        for (int month = 0; month <= 12; month++) {
            points.add(new Plot.Point(month, 100.5 * month, String.valueOf(month), "$" + 100 * month));
        }
        return new Plot(form, "months", "US dollars", List.of(new Plot.Series("Today", points)));
    }

    @Test
    void drawsLinesWithATableOfFirstAndLastInTheirStead() {
        JsonNode chart = card(new Block.Picture("cumulative", "Paid", "Words", plot(Plot.Form.LINES)))
                .path("body")
                .path(1);

        assertEquals("Chart.Line", chart.path("type").asText());
        assertEquals("months", chart.path("xAxisTitle").asText());
        assertEquals("Today", chart.path("data").path(0).path("legend").asText());
        assertEquals(13, chart.path("data").path(0).path("values").size());
        assertEquals(
                100.5,
                chart.path("data").path(0).path("values").path(1).path("y").asDouble());
        assertEquals("Table", chart.path("fallback").path("type").asText());
        assertEquals(3, chart.path("fallback").path("rows").size());
        assertTrue(chart.path("fallback").toString().contains("$1200"));
    }

    @Test
    void showsCodeThatRunsWhenItIsCopied() {
        String python = "def double(n):\n    return n * 2\n\nprint(double(21))";
        ObjectNode card = card(new Block.Code("python", python));
        JsonNode code = card.path("body").path(0);

        assertEquals(List.of(), CardRules.faults(card));
        assertEquals("CodeBlock", code.path("type").asText());
        assertEquals("Python", code.path("language").asText());
        assertEquals(python, code.path("codeSnippet").asText());
        List<String> lines = code.path("fallback").path("items").findValuesAsText("text");
        assertEquals("\u00a0\u00a0\u00a0\u00a0return n * 2", lines.get(1), "only the blanks at the start are hard");
        assertEquals("\u00a0", lines.get(2), "an empty line keeps its height");
        assertEquals(
                "PlainText",
                card(new Block.Code("no such language", "1"))
                        .path("body")
                        .path(0)
                        .path("language")
                        .asText());
    }

    @Test
    void aFormIsItsButtonAndNoTextOfTheSameWords() {
        ObjectNode card = card(
                new Block.Paragraph(Text.plain("Change what is different now.")),
                new Block.Form("All questions", ask(new Input.YesNo()).inputs()));

        assertEquals("Action.Submit", action(card, "All questions").path("type").asText());
        assertEquals(1, card.toString().split("All questions", -1).length - 1, card::toString);
    }

    @Test
    void drawsBarsWithATableOfAllInTheirStead() {
        JsonNode chart = card(new Block.Picture("payback", "When", "Words", plot(Plot.Form.BARS)))
                .path("body")
                .path(1);

        assertEquals("Chart.VerticalBar", chart.path("type").asText());
        assertEquals("0", chart.path("data").path(0).path("x").asText());
        assertEquals(14, chart.path("fallback").path("rows").size());
    }

    @Test
    void saysAPictureInWordsWhereACardWouldGrowTooHeavy() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            blocks.add(new Block.Picture("cumulative", "Paid", "Words of the picture", plot(Plot.Form.LINES)));
        }
        String card = card(blocks.toArray(Block[]::new)).toString();

        assertFalse(card.contains("Chart."));
        assertTrue(card.contains("Words of the picture"));
    }

    @Test
    void anyPostIsACardThatTeamsTakes() {
        for (long seed = 1; seed <= 120; seed++) {
            AnyPost any = new AnyPost(seed);
            Post post = any.post();
            assertEquals(List.of(), CardRules.faults(renderer.card("c1", post)), "seed " + seed);
            List<Input> inputs = new ArrayList<>();
            for (int i = 0; i < seed % 90 + 1; i++) {
                inputs.add(any.input());
            }
            assertEquals(
                    List.of(), CardRules.faults(renderer.form("c1", "k", inputs, Map.of())), "form of seed " + seed);
        }
    }

    @Test
    void yesAndNoAreButtons() {
        JsonNode card = card(ask(new Input.YesNo()));
        assertTrue(Member.inputs(card).isEmpty());
        ClickCode.Click click = ClickCode.read(action(card, "Yes").path("data")).orElseThrow();
        assertEquals(
                new ClickCode.Click.Done(
                        new CardOrigin("c1", "k"),
                        new dev.tunewise.conversation.state.UserInput.Clicked(new Action.Answer("fact", "yes"))),
                click);
    }

    @Test
    void anAnswerComesBackAsItWasFilledIn() {
        JsonNode card =
                card(ask(new Input.Many(List.of(new Input.Option("a", "A", ""), new Input.Option("b", "B", "")))));
        ObjectNode data = Member.data(card, "Answer", Map.of("What is it?", "A|B"));
        ClickCode.Click.Done done = assertInstanceOf(
                ClickCode.Click.Done.class, ClickCode.read(data).orElseThrow());
        assertEquals(
                new dev.tunewise.conversation.state.UserInput.Clicked(new Action.Answer("fact", "a,b")), done.input());
    }

    @Test
    void everyExecuteHasASubmitThatMeansTheSame() {
        JsonNode card = card(ask(new Input.Number("calls", List.of(new Input.Option("5", "5", "")), "0", "")));
        for (JsonNode action : Member.actions(card)) {
            assertEquals(action.path("data"), action.path("fallback").path("data"));
            assertEquals("Action.Submit", action.path("fallback").path("type").asText());
        }
    }

    @Test
    void manyButtonsMoveOneClickAway() {
        List<Button> buttons = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            buttons.add(Button.plain("Fact " + i, Action.Command.about("change", "f" + i)));
        }
        JsonNode card = card(new Block.Buttons(buttons));
        assertEquals(6, card.path("actions").size());
        ObjectNode data = Member.data(card, "Go", Map.of("What to do", "Fact 17"));
        ClickCode.Click.Done done = assertInstanceOf(
                ClickCode.Click.Done.class, ClickCode.read(data).orElseThrow());
        assertEquals(
                new dev.tunewise.conversation.state.UserInput.Clicked(Action.Command.about("change", "f17")),
                done.input());
    }

    @Test
    void theFormOpensADialogAndNotATurn() {
        JsonNode card = card(new Block.Buttons(List.of(Button.plain("One form", Action.Command.of("form")))));
        JsonNode data = action(card, "One form").path("data");
        assertEquals("task/fetch", data.path("msteams").path("type").asText());
    }

    @Test
    void aTooLongPostIsShortenedAndLinksToTheRecord() {
        Block[] blocks = new Block[40];
        java.util.Arrays.fill(blocks, new Block.Paragraph(Text.plain("long words ".repeat(300))));
        JsonNode card = card(blocks);
        assertEquals(List.of(), CardRules.faults(card));
        assertTrue(card.toString().contains("[The whole record](https://bot.example.com/c1/consultation.md)"));
    }

    @Test
    void aPictureHasWordsAndATableHasLines() {
        JsonNode card = card(
                new Block.Picture("break-even", "Total cost", "Tuning is cheaper from 8,200 calls a day.", null),
                new Block.Table(
                        "Costs",
                        List.of("Option", "A month"),
                        List.of(false, true),
                        List.of(List.of(Text.plain("Today"), Text.plain("$5")))));
        String shown = card.toString();
        assertTrue(shown.contains("\"altText\":\"Total cost: Tuning is cheaper from 8,200 calls a day.\""), shown);
        assertTrue(shown.contains("**Today**\\n\\nA month: $5"), shown);
        assertEquals("Plain words", card.path("fallbackText").asText());
    }

    @Test
    void dataThatIsNotOursMeansNothing() throws Exception {
        var json = new com.fasterxml.jackson.databind.ObjectMapper();
        for (String data : List.of(
                "{}",
                "7",
                "null",
                "[]",
                "{\"consultation\":\"c\"}",
                "{\"consultation\":\"c\",\"do\":\"pick\",\"pick\":\"{\"}")) {
            assertFalse(ClickCode.read(json.readTree(data)).isPresent(), data);
        }
    }
}
