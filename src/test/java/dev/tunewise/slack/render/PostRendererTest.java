package dev.tunewise.slack.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.slack.block.RenderedMessage;
import dev.tunewise.slack.click.ViewOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PostRendererTest {
    private static RenderedMessage rendered(List<Block> blocks) {
        return PostRenderer.render("c1", new Post("answer", new Post.Thread(), blocks, "Answer."));
    }

    private static List<Block> folds(int count) {
        List<Block> folds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            folds.add(new Block.Details("Part " + i, List.of(new Block.Paragraph(Text.plain("Inside of " + i)))));
        }
        return folds;
    }

    private static JsonArray elements(List<Block> blocks) {
        return JsonParser.parseString(rendered(blocks).array().toString())
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("elements");
    }

    @Test
    void fewFoldedPartsHaveAButtonEach() {
        assertEquals(4, elements(folds(4)).size());
    }

    @Test
    void manyFoldedPartsAreThreeButtonsAndAMenuThatOpensTheRest() {
        List<Block> parts = folds(7);
        JsonArray elements = elements(parts);
        assertEquals(4, elements.size());
        JsonObject menu = elements.get(3).getAsJsonObject();
        assertEquals("overflow", menu.get("type").getAsString());
        JsonObject last = menu.getAsJsonArray("options").get(3).getAsJsonObject();
        assertEquals("Part 6", last.getAsJsonObject("text").get("text").getAsString());
        String view = ViewRenderer.folded(
                        new ViewOrigin("c1", "answer", "C1"),
                        parts,
                        Integer.parseInt(last.get("value").getAsString()))
                .orElseThrow();
        assertTrue(view.contains("Inside of 6"), view);
    }

    @Test
    void aWideTableIsSaidInSentencesWhereSlackShowsNoTables() {
        Block.Table wide = new Block.Table(
                "Costs",
                List.of("Option", "Set-up", "Total over twelve months"),
                List.of(false, true, true),
                List.of(
                        List.of(
                                Text.plain("Today, with the model that we have"),
                                Text.plain(""),
                                Text.plain("$1,798,902 ($1.65M to $1.96M)")),
                        List.of(Text.plain("A tuned model"), Text.plain("$12,001"), Text.plain("$1,318,750"))));
        RenderedMessage message = rendered(List.of(wide));
        assertTrue(
                message.array().toString().contains("\"type\":\"table\""),
                message.array().toString());
        String plainer = message.without(Set.of(0, 1)).array().toString();
        assertFalse(plainer.contains("preformatted"), plainer);
        assertTrue(plainer.contains("\": Total over twelve months $1,798,902 ($1.65M to $1.96M)\""), plainer);
        assertTrue(plainer.contains("\": Set-up $12,001\""), plainer);
        assertTrue(plainer.contains("\" · Total over twelve months $1,318,750\""), plainer);
    }

    @Test
    void aHeadingTooLongForSlackGoesOnBelowIt() {
        String text =
                "Yes. Tune a stable mid-tier model at a vendor: against the best way without training it pays back in 0.8 months"
                        + " after going live, within the horizon in 81 % of the cases.";
        String blocks = rendered(List.of(new Block.Heading(text))).array().toString();
        assertTrue(blocks.contains("\"Yes. Tune a stable mid-tier model at a vendor:\""), blocks);
        assertTrue(blocks.contains("81 % of the cases."), blocks);
        String endless = "word ".repeat(60).strip();
        assertTrue(
                rendered(List.of(new Block.Heading(endless))).array().toString().contains(endless));
    }
}
