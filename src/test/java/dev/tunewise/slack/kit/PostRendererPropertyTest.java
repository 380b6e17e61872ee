package dev.tunewise.slack.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.slack.block.BlockWeight;
import dev.tunewise.slack.block.RenderedMessage;
import dev.tunewise.slack.click.PostActions;
import dev.tunewise.slack.click.ViewOrigin;
import dev.tunewise.slack.fake.BlockRules;
import dev.tunewise.slack.render.PostRenderer;
import dev.tunewise.slack.render.ViewRenderer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostRendererPropertyTest {
    private static final int SEEDS = 150;

    @Test
    void slackTakesWhateverAPostHolds() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Post post = new AnyPost(seed).post();
            RenderedMessage rendered = PostRenderer.render("k7Zp", post);
            assertEquals(List.of(), faults(rendered), "seed " + seed);
            assertTrue(!rendered.text().isEmpty() && rendered.text().length() <= 40_000, "seed " + seed);
        }
    }

    @Test
    void slackTakesTheStandInsToo() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RenderedMessage rendered = PostRenderer.render("k7Zp", new AnyPost(seed).post());
            Set<Integer> all =
                    IntStream.range(0, rendered.shown().size()).boxed().collect(Collectors.toSet());
            assertEquals(List.of(), faults(rendered.without(all)), "seed " + seed);
        }
    }

    @Test
    void rootCardsStayEditable() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Post post = new AnyPost(seed).post();
            Post root = new Post(post.key(), new Post.Root(), post.blocks(), post.plain());
            RenderedMessage rendered = PostRenderer.render("k7Zp", root);
            assertTrue(rendered.array().valueStream().mapToInt(BlockWeight::of).sum() < 4_000, "seed " + seed);
        }
    }

    @Test
    void windowsTakeWhateverAPostHolds() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Post post = new AnyPost(seed).post();
            ViewOrigin origin = new ViewOrigin("k7Zp", post.key(), "C1");
            String where = "seed " + seed;
            PostActions.form(post.blocks()).ifPresent(form -> window(ViewRenderer.form(origin, form.inputs()), where));
            List<Block> flat = Block.flat(post.blocks()).toList();
            long folds = flat.stream().filter(Block.Details.class::isInstance).count();
            for (int number = 0; number < folds; number++) {
                window(ViewRenderer.folded(origin, post.blocks(), number).orElseThrow(), where);
            }
            window(ViewRenderer.typed(origin, new AnyPost(seed).input()), where);
        }
    }

    private static void window(String json, String where) {
        JsonObject view = JsonParser.parseString(json).getAsJsonObject();
        JsonArray blocks = view.getAsJsonArray("blocks");
        assertEquals(List.of(), BlockRules.faults(blocks, BlockRules.Surface.MODAL), where);
        assertTrue(view.get("private_metadata").getAsString().length() <= 3_000, where);
    }

    private static List<String> faults(RenderedMessage rendered) {
        JsonArray blocks = JsonParser.parseString(rendered.array().toString()).getAsJsonArray();
        return BlockRules.faults(blocks, BlockRules.Surface.MESSAGE);
    }
}
