package dev.tunewise.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.session.outbox.Outbox;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.teams.deliver.SignedFileUrls;
import dev.tunewise.teams.fake.FakeTeams;
import dev.tunewise.teams.fake.FakeTeams.Message;
import dev.tunewise.teams.fake.Line;
import dev.tunewise.teams.fake.Member;
import dev.tunewise.testing.Service;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service with its database and the shipped flow, and a Teams of our own before it. */
class TeamsServiceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    static Map<String, Object> settings(FakeTeams teams) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("tunewise.teams.mode", "on");
        settings.put("tunewise.teams.app-id", FakeTeams.APP);
        settings.put("tunewise.teams.app-secret", "the secret");
        settings.put("tunewise.teams.tenant-id", FakeTeams.TENANT);
        settings.put("tunewise.teams.public-url", "https://bot.example.com");
        settings.put("tunewise.teams.login-url", teams.at("/login"));
        settings.put("tunewise.teams.metadata-url", teams.at("/metadata"));
        return settings;
    }

    private static Line line(Service service) {
        return (body, authorization) -> {
            HttpResponse<String> response = service.postJson("/api/messages", body, "Authorization", authorization);
            try {
                return new Line.Answer(
                        response.statusCode(),
                        response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    @Test
    void aTeamReachesAVerdictAboutItsModel() {
        try (FakeTeams teams = new FakeTeams(InstantSource.system());
                Service service = Service.start(folder, settings(teams))) {
            Member ana = new Member(teams, line(service), "29:ana", "Ana");
            Member ben = new Member(teams, line(service), "29:ben", "Ben");
            String thread = ana.post(
                    FakeTeams.CHANNEL, "Our ticket classifier puts tickets into the wrong queue, should we fine-tune?");
            until(() -> !teams.in(thread).isEmpty());
            settle(service);
            for (int turn = 0; turn < 40 && digest(service).state() == ConversationSummary.State.OPEN; turn++) {
                Clicker.answer(
                        turn % 2 == 0 ? ana : ben,
                        Clicker.open(teams.in(thread)).orElseThrow());
                settle(service);
            }
            ConversationSummary digest = digest(service);
            assertEquals(ConversationSummary.State.CONCLUDED, digest.state());
            Message root = teams.in(thread).getFirst();
            assertTrue(root.shown().contains(digest.headline()), root.shown());
            assertEquals(List.of(), teams.complaints());
            String record = service.part(SignedFileUrls.class)
                    .file(digest.id(), "md", "consultation.md")
                    .orElseThrow()
                    .substring("https://bot.example.com".length());
            HttpResponse<String> file = service.get(record);
            assertEquals(200, file.statusCode());
            assertTrue(file.body().contains(digest.headline()), file.body());
            assertEquals(404, service.get(record.replace("/md/", "/json/")).statusCode());
        }
    }

    @Test
    void withoutATokenNobodyComesInAndTheServiceStaysCalm() {
        try (FakeTeams teams = new FakeTeams(InstantSource.system());
                Service service = Service.start(folder, settings(teams))) {
            assertEquals(401, service.postJson("/api/messages", "{}").statusCode());
            assertEquals(
                    401,
                    service.postJson("/api/messages", "{", "Authorization", "Bearer x")
                            .statusCode());
            assertEquals(
                    404,
                    service.get("/teams/files/file/c1/md/00/consultation.md").statusCode());
        }
    }

    /** Microsoft signs for whoever installed a bot, wherever that is. */
    @Test
    void aValidTokenOpensToOurTenantAndPlatformOnly() {
        try (FakeTeams teams = new FakeTeams(InstantSource.system());
                Service service = Service.start(folder, settings(teams))) {
            String token = teams.authorization();
            Member eve = new Member(teams, (_, _) -> new Line.Answer(200, MissingNode.getInstance()), "29:eve", "Eve");
            ObjectNode install = eve.activity("installationUpdate", FakeTeams.CHANNEL);
            String ours = install.put("action", "add").toString();
            Function<String, Integer> sent = body -> service.postJson("/api/messages", body, "Authorization", token)
                    .statusCode();
            assertEquals(403, sent.apply(ours.replace(FakeTeams.TENANT, "99999999-bbbb-cccc-dddd-eeeeeeeeeeee")));
            assertEquals(403, sent.apply(ours.replace(FakeTeams.TENANT, "")));
            assertEquals(401, sent.apply(ours.replace("\"msteams\"", "\"webchat\"")), "the key does not endorse it");
            assertEquals(
                    401,
                    sent.apply(
                            install.put("serviceUrl", "https://evil.example/").toString()));
            assertEquals(
                    List.of(),
                    service.part(ConversationStore.class).list("teams", "99999999-bbbb-cccc-dddd-eeeeeeeeeeee", 1));
            assertEquals(200, sent.apply(ours));
        }
    }

    @Test
    void inDevelopmentPagesOfOtherSitesAndOtherNamesAreKeptOut() throws Exception {
        try (Service service = Service.start(folder, Map.of("tunewise.teams.mode", "development"));
                Socket socket = new Socket("127.0.0.1", service.at("/").getPort())) {
            assertEquals(
                    415, service.postForm("/api/messages", "type", "message").statusCode());
            assertEquals(
                    403,
                    service.postJson("/api/messages", "{\"serviceUrl\":\"https://evil.example\"}")
                            .statusCode());
            assertEquals(
                    200,
                    service.postJson("/api/messages", "{\"serviceUrl\":\"http://localhost:1\"}")
                            .statusCode());
            String request =
                    "POST /api/messages HTTP/1.1\r\nHost: rebound.example\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 2\r\nConnection: close\r\n\r\n{}";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertTrue(answer.startsWith("HTTP/1.1 421"), answer);
        }
    }

    @Test
    void developmentWithCredentialsDoesNotStart() {
        Map<String, Object> settings =
                Map.of("tunewise.teams.mode", "development", "tunewise.teams.app-id", FakeTeams.APP);
        RuntimeException refused = assertThrows(RuntimeException.class, () -> Service.start(folder, settings));
        StringBuilder said = new StringBuilder();
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            said.append(cause.getMessage());
        }
        assertTrue(said.toString().contains("mode is development, but app-id"), said.toString());
    }

    private static ConversationSummary digest(Service service) {
        return service.part(ConversationStore.class)
                .list("teams", FakeTeams.TENANT, 1)
                .getFirst();
    }

    private static void settle(Service service) {
        Outbox outbox = service.part(Outbox.class);
        until(() -> outbox.waiting() == 0);
    }

    private static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not come about within 60 seconds");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
