package dev.tunewise.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.slack.click.PostActions;
import dev.tunewise.slack.click.ViewOrigin;
import dev.tunewise.slack.kit.AnyPost;
import dev.tunewise.slack.kit.SamplePosts;
import dev.tunewise.slack.render.HomeRenderer;
import dev.tunewise.slack.render.PostRenderer;
import dev.tunewise.slack.render.ViewRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Slack's own types say to everything that we emit. Needs npm and the network, so it runs only with `-Pconformance`. */
@Tag("conformance")
class BlockTypesTest {
    private static final Path FOLDER = Path.of("target", "conformance", "slack");
    private static final int SEEDS = 120;

    private final StringBuilder code =
            new StringBuilder("import type { KnownBlock, HomeView, ModalView } from '@slack/types';\n");
    private int count;

    @Test
    void everyBlockThatWeEmitHasSlacksTypes() throws IOException, InterruptedException {
        for (Post post : posts()) {
            declare("KnownBlock[]", PostRenderer.render("c1", post).array().toString());
            ViewOrigin origin = new ViewOrigin("c1", post.key(), "C1");
            PostActions.form(post.blocks())
                    .ifPresent(form -> declare("ModalView", ViewRenderer.form(origin, form.inputs())));
            for (int fold = 0; PostActions.details(post.blocks(), fold).isPresent(); fold++) {
                declare(
                        "ModalView",
                        ViewRenderer.folded(origin, post.blocks(), fold).orElseThrow());
            }
            post.blocks().stream()
                    .filter(Block.Ask.class::isInstance)
                    .flatMap(block -> ((Block.Ask) block).inputs().stream())
                    .forEach(input -> declare("ModalView", ViewRenderer.typed(origin, input)));
        }
        declare("ModalView", HomeRenderer.start(new ViewOrigin("", "", "D1")));
        List<Block> lists = SamplePosts.summary().blocks();
        declare("HomeView", HomeRenderer.home(new HomeRenderer.Home("D1", lists, lists, "C1", true)));
        assertTrue(count > 200, "too little is judged: " + count);
        judge(code.toString(), "");
    }

    @Test
    void theJudgeIsAwake() throws IOException, InterruptedException {
        String wrong = """
                import type { KnownBlock } from '@slack/types';
                const m: KnownBlock[] = [{type: 'header', text: {type: 'mrkdwn', text: 'x'}}];
                """;
        judge(wrong, "mrkdwn");
    }

    private static List<Post> posts() {
        List<Post> posts = new ArrayList<>(SamplePosts.all());
        for (long seed = 0; seed < SEEDS; seed++) {
            posts.add(new AnyPost(seed).post());
        }
        return posts;
    }

    private void declare(String type, String json) {
        code.append("export const v")
                .append(count++)
                .append(": ")
                .append(type)
                .append(" = ")
                // Line separators inside of strings are fine in JSON and in TypeScript alike.
                .append(JsonParser.parseString(json))
                .append(";\n");
    }

    private static void judge(String program, String expected) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        Files.writeString(
                FOLDER.resolve("package.json"),
                "{\"private\":true,\"type\":\"module\",\"dependencies\":{\"@slack/types\":\"3.2.0\",\"typescript\":\"5.9.3\"}}");
        Files.writeString(FOLDER.resolve("blocks.ts"), program);
        assertEquals("", run("npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"));
        String said = run(
                "node",
                "node_modules/typescript/bin/tsc",
                "--noEmit",
                "--strict",
                "--skipLibCheck",
                "--module",
                "nodenext",
                "--moduleResolution",
                "nodenext",
                "blocks.ts");
        assertTrue(expected.isEmpty() ? said.isEmpty() : said.contains(expected), said);
    }

    /** What a program says on its standard output. */
    private static String run(String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(FOLDER, "said", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), () -> command[0] + " does not end");
        return Files.readString(said, StandardCharsets.UTF_8);
    }
}
