package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Post;
import dev.tunewise.session.ConversationStore;
import dev.tunewise.session.Digest;
import dev.tunewise.session.Outbox;
import dev.tunewise.teams.card.CardRenderer;
import dev.tunewise.teams.card.Pages;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.Member;
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
    private final CardRenderer renderer = new CardRenderer(Pages.none());
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
        for (int turn = 0; turn < 40 && digest(service, id).state() == Digest.State.OPEN; turn++) {
            answer(service, digest(service, id), turn % 2 == 0 || !mention ? "29:ana" : "29:ben");
            settle(service);
        }
        assertEquals(Digest.State.CONCLUDED, digest(service, id).state());
    }

    private void answer(Service service, Digest digest, String person) throws IOException {
        Map<String, JsonNode> cards = new LinkedHashMap<>();
        for (ConversationStore.Kept kept : service.part(ConversationStore.class).posts(digest.id())) {
            Post post = kept.post();
            cards.remove(post.key());
            cards.put(post.key(), renderer.card(digest.id(), post));
        }
        String key = cards.entrySet().stream()
                .filter(card -> Clicker.asks(card.getValue()))
                .map(Map.Entry::getKey)
                .reduce((_, later) -> later)
                .orElseThrow();
        JsonNode card = cards.get(key);
        SentReference sent = SentReference.read(
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

    private static java.util.List<Digest> digests(Service service) {
        return service.part(ConversationStore.class).list("teams", FakeTeams.TENANT, 20);
    }

    private static Digest digest(Service service, String id) {
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
