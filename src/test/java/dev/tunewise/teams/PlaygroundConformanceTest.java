package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.teams.deliver.TeamsSentMessage;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.Member;
import dev.tunewise.teams.render.CardRenderer;
import dev.tunewise.teams.render.NoFileUrls;
import dev.tunewise.testing.Service;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole consultation in Microsoft's own playground, in a channel and in a personal chat. */
@Tag("conformance")
class PlaygroundConformanceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PERSONAL = "a:personal-ana";

    private final Path judges = Judges.folder();
    // The playground takes the offer of HTTP/2 for a WebSocket and never answers.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CardRenderer renderer = new CardRenderer(new NoFileUrls());
    private int port;

    @TempDir
    Path folder;

    @Test
    void aTeamReachesAVerdictThere() throws Exception {
        port = free();
        try (Service service = Service.start(folder, Map.of("tunewise.teams.mode", "development"))) {
            Process playground = start(service);
            try {
                play(service, FakeTeams.CHANNEL, true);
                play(service, PERSONAL, false);
            } finally {
                playground.destroy();
                playground.waitFor(10, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void somebodyReachesAVerdictOnItsPage() throws Exception {
        port = free();
        try (Service service = Service.start(folder, Map.of("tunewise.teams.mode", "development"))) {
            Process playground = start(service);
            try (PlaygroundPage page = new PlaygroundPage(at("/").toString())) {
                page.enter("Personal Chat");
                page.shows("Hello, this is Tunewise");
                page.picture("welcome");
                page.say("Our ticket classifier puts tickets into the wrong queue, should we fine-tune?");
                until("a consultation was opened", () -> !digests(service).isEmpty());
                settle(service);
                String id = digests(service).getFirst().id();
                for (int turn = 0; turn < 60 && digest(service, id).state() == ConversationSummary.State.OPEN; turn++) {
                    answerOnPage(service, page, id, turn);
                    settle(service);
                }
                ConversationSummary reached = digest(service, id);
                assertEquals(ConversationSummary.State.CONCLUDED, reached.state());
                page.shows(reached.headline());
                page.isContent();
                page.picture("verdict");
                page.picture("root", page.card(reached.title()));
                answerCard(page);
                CardJudges.judge("playground", cards(service, id));
            } finally {
                playground.destroy();
                playground.waitFor(10, TimeUnit.SECONDS);
            }
        }
    }

    /** The answer, folded and open, on a wide and on a narrow page. */
    private static void answerCard(PlaygroundPage page) throws IOException {
        page.picture("answer", page.card("What it costs"));
        page.unfold(page.card("What it costs"), "What it costs");
        page.draws("What it costs", 2);
        page.size(1280, 3600);
        page.draws("What it costs", 2);
        page.picture("answer-costs", page.card("What it costs"));
        page.size(1900, 3600);
        page.draws("What it costs", 2);
        page.picture("answer-costs-wide", page.card("What it costs"));
    }

    private void answerOnPage(Service service, PlaygroundPage page, String id, int turn) throws IOException {
        Map<String, JsonNode> cards = cards(service, id);
        String key = open(cards);
        Post post = posts(service, id).get(key);
        String question = post.blocks().stream()
                .filter(Block.Ask.class::isInstance)
                .map(ask -> ((Block.Ask) ask).inputs().getFirst().question())
                .findFirst()
                .orElseThrow();
        if (turn < 12) {
            page.picture("question-" + turn, page.card(question));
        }
        page.answer(question, cards.get(key), TicketCase.ANSWERS);
    }

    private Process start(Service service) throws IOException {
        Path log = judges.resolve("playground.log");
        Process process = Judges.start(
                Map.of(
                        "TEAMSAPPTESTER_BROWSER",
                        "none",
                        "M365_AGENTS_PLAYGROUND_CONFIG_PATH",
                        judges.resolve("playground.yml").toString()),
                log,
                "node",
                "node_modules/@microsoft/m365agentsplayground/cli.js",
                "start",
                "-e",
                service.at("/api/messages").toString(),
                "-c",
                "msteams",
                "-p",
                String.valueOf(port),
                "--disable-telemetry");
        until("the playground is up; see " + log, () -> {
            assertTrue(process.isAlive(), "the playground ended; see " + log);
            return get("/_internal/v1/config").contains("currentUser");
        });
        return process;
    }

    private void play(Service service, String where, boolean mention) throws IOException {
        ObjectNode said = JSON.createObjectNode();
        String problem = "Our ticket classifier puts tickets into the wrong queue, should we fine-tune?";
        said.put("type", "text").put("textFormat", mention ? "xml" : "plain");
        said.put("text", mention ? "<at>Tunewise</at> " + problem : problem);
        said.putObject("from").put("id", "29:ana");
        if (mention) {
            ObjectNode entity = said.putArray("mentions").addObject();
            entity.putObject("mentioned").put("id", FakeTeams.BOT);
            entity.put("text", "<at>Tunewise</at>");
        }
        int before = digests(service).size();
        post("/_conversation/v1/conversations/" + encoded(where) + "/messages", said);
        until("a consultation was opened in " + where, () -> digests(service).size() > before);
        settle(service);
        String id = digests(service).getFirst().id();
        for (int turn = 0; turn < 40 && digest(service, id).state() == ConversationSummary.State.OPEN; turn++) {
            answer(service, digest(service, id), turn % 2 == 0 || !mention ? "29:ana" : "29:ben");
            settle(service);
        }
        assertEquals(ConversationSummary.State.CONCLUDED, digest(service, id).state());
    }

    private void answer(Service service, ConversationSummary digest, String person) throws IOException {
        Map<String, JsonNode> cards = cards(service, digest.id());
        String key = open(cards);
        JsonNode card = cards.get(key);
        TeamsSentMessage sent = TeamsSentMessage.read(
                        service.part(Outbox.class).reference(digest.id(), key).orElseThrow())
                .orElseThrow();
        ObjectNode invoke =
                JSON.createObjectNode().put("name", "adaptiveCard/action").put("replyToId", sent.activity());
        invoke.putObject("from").put("id", person);
        invoke.putObject("conversation").put("id", sent.conversation());
        ObjectNode action = invoke.putObject("value").putObject("action");
        action.put("type", "Action.Execute").put("verb", "tunewise");
        action.set("data", Member.data(card, Clicker.title(card), Clicker.fields(card)));
        String reply = post("/_conversation/v1/invoke", invoke);
        assertTrue(reply.contains("AdaptiveCard"), reply);
    }

    /** The newest post of every key, the newest key last. */
    private static Map<String, Post> posts(Service service, String id) {
        Map<String, Post> posts = new LinkedHashMap<>();
        for (ConversationStore.Kept kept : service.part(ConversationStore.class).posts(id)) {
            posts.remove(kept.post().key());
            posts.put(kept.post().key(), kept.post());
        }
        return posts;
    }

    private Map<String, JsonNode> cards(Service service, String id) {
        Map<String, JsonNode> cards = new LinkedHashMap<>();
        posts(service, id).forEach((key, post) -> cards.put(key, renderer.card(id, post)));
        return cards;
    }

    private static String open(Map<String, JsonNode> cards) {
        return cards.entrySet().stream()
                .filter(card -> Clicker.asks(card.getValue()))
                .map(Map.Entry::getKey)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static List<ConversationSummary> digests(Service service) {
        return service.part(ConversationStore.class).list("teams", FakeTeams.TENANT, 20);
    }

    private static ConversationSummary digest(Service service, String id) {
        return digests(service).stream()
                .filter(digest -> digest.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void settle(Service service) {
        until("the outbox is empty", () -> service.part(Outbox.class).waiting() == 0);
    }

    private static void until(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited 90 s in vain until " + what);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private String get(String path) {
        try {
            return http.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException notYet) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String post(String path, JsonNode body) throws IOException {
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(at(path))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertTrue(
                    response.statusCode() < 300, path + " answered " + response.statusCode() + " " + response.body());
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
