package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.slack.block.RenderedMessage;
import dev.tunewise.slack.click.PostActions;
import dev.tunewise.slack.click.ViewOrigin;
import dev.tunewise.slack.fake.BlockRules;
import dev.tunewise.slack.fake.Workspace;
import dev.tunewise.slack.kit.SamplePosts;
import dev.tunewise.slack.render.HomeRenderer;
import dev.tunewise.slack.render.PostRenderer;
import dev.tunewise.slack.render.ViewRenderer;
import dev.tunewise.testing.Browser;
import dev.tunewise.testing.GoldenPicture;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Draws a page with every kind of post, to look at and to hand to the judges. */
class SlackPreviewTest {
    private static final Path KEPT = Path.of("src/test/resources/pictures");

    @Test
    void everyKindOfPostIsDrawnAndTakenBySlack() {
        Workspace workspace = new Workspace();
        workspace.person("U1", "Ana");
        ViewOrigin origin = new ViewOrigin("c1", "form", "C1");
        for (Post post : SamplePosts.all()) {
            RenderedMessage rendered = PostRenderer.render("c1", post);
            JsonArray blocks =
                    JsonParser.parseString(rendered.array().toString()).getAsJsonArray();
            assertEquals(List.of(), BlockRules.faults(blocks, BlockRules.Surface.MESSAGE), post.key());
            workspace.post(
                    "C1",
                    post.place() instanceof Post.Thread ? "1" : "",
                    dev.tunewise.slack.fake.FakeSlack.BOT,
                    rendered.text(),
                    blocks);
            for (int fold = 0; PostActions.details(post.blocks(), fold).isPresent(); fold++) {
                view(workspace, ViewRenderer.folded(origin, post.blocks(), fold).orElseThrow());
            }
        }
        List<dev.tunewise.chat.Input> inputs = SamplePosts.all().stream()
                .flatMap(post -> post.blocks().stream())
                .filter(Block.Ask.class::isInstance)
                .flatMap(block -> ((Block.Ask) block).inputs().stream())
                .toList();
        view(workspace, ViewRenderer.form(origin, inputs));
        view(workspace, ViewRenderer.typed(origin, inputs.getLast()));
        view(workspace, HomeRenderer.start(origin));
        workspace.home(
                "U1",
                JsonParser.parseString(HomeRenderer.home(new HomeRenderer.Home(
                                "D1", SamplePosts.summary().blocks(), List.of(), "C0DECIDE", true)))
                        .getAsJsonObject());
        Preview.keep("gallery", workspace);
        looksAsItDid();
    }

    /** As it was when somebody last looked; Slack's own drawing cannot be had, so this watches what we send and the order of it. */
    private static void looksAsItDid() {
        String page = Path.of("target", "slack-preview", "gallery.html").toUri().toString();
        try (Browser browser = Browser.open()) {
            GoldenPicture.assumeTheFontsOf(KEPT, browser);
            for (int width : List.of(360, 1280)) {
                for (boolean dark : List.of(false, true)) {
                    String name = "slack-" + width + (dark ? "-dark" : "-light");
                    browser.look(width, width < 500 ? 5200 : 4200, dark).go(page);
                    GoldenPicture.check(KEPT.resolve(name + ".png"), browser.screenshot("golden-" + name, false));
                }
            }
        }
    }

    private static void view(Workspace workspace, String json) {
        var view = JsonParser.parseString(json).getAsJsonObject();
        assertEquals(List.of(), BlockRules.faults(view.getAsJsonArray("blocks"), BlockRules.Surface.MODAL));
        workspace.view("U1", view);
    }
}
