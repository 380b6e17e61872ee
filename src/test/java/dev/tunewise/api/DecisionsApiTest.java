package dev.tunewise.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.access.AccessScope;
import dev.tunewise.access.Grants;
import dev.tunewise.access.Identity;
import dev.tunewise.access.Role;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.testing.Json;
import dev.tunewise.testing.Service;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of decisions over the API and on the web, for those who may see it. */
final class DecisionsApiTest {
    private static final String TOKEN = "a long random text for tests";

    @TempDir
    private static Path folder;

    private static Service service;
    private static String team;
    private static String decided;

    @BeforeAll
    static void start() {
        service = Service.start(folder, Map.of("tunewise.api.token", TOKEN, "tunewise.api.scope", "*"));
        opened(new Address("slack", "T1", "C1", "1.1", ""), "Our |classifier| drifts");
        opened(new Address("slack", "T2", "C9", "1.1", ""), "Another company's question");
        decided = opened(Address.local("api", "k1"), "=1+1, a local question; \"quoted\";=2+2");
        say("owner: Zo\u00eb", "o1");
        say("review on 2027-03-01", "o2");
        Identity member = new Identity(
                "token:team",
                "team",
                Role.READER,
                List.of(AccessScope.read("slack/T1").orElseThrow()),
                Optional.empty());
        team = service.part(Grants.class)
                .issue(Grants.Kind.TOKEN, member, "", Instant.now().plusSeconds(600));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String opened(Address address, String problem) {
        InboundEvent event = new InboundEvent(
                "open-" + address.room(),
                new Author("U1", "Ana"),
                Instant.parse("2026-11-20T12:00:00Z"),
                "",
                new UserInput.Opened(problem));
        return ((Consultations.Taken.Done) service.part(Consultations.class).open("fine-tuning", address, event))
                .conversation();
    }

    private static void say(String text, String key) {
        service.part(Consultations.class)
                .take(
                        decided,
                        new InboundEvent(
                                key,
                                new Author("U1", "Ana"),
                                Instant.parse("2026-11-20T12:00:00Z"),
                                "",
                                new UserInput.Said(text, true)));
    }

    private static HttpResponse<String> get(String path, String token) {
        service.forgetCookies();
        return service.get(path, "Authorization", "Bearer " + token);
    }

    private static List<String> questions(HttpResponse<String> answer) {
        return StreamSupport.stream(Json.of(answer).path("decisions").spliterator(), false)
                .map(decision -> decision.path("question").asText())
                .toList();
    }

    @Test
    void everybodySeesTheirOwnPartOnly() {
        assertEquals(List.of("Our |classifier| drifts"), questions(get("/api/decisions", team)));
        assertEquals(3, questions(get("/api/decisions", TOKEN)).size());
        String page = get("/log", team).body();
        assertTrue(page.contains("classifier") && !page.contains("company") && !page.contains("local"), page);
        for (String kind : List.of("csv", "json", "md")) {
            String file = get("/log." + kind, team).body();
            assertTrue(file.contains("classifier") && !file.contains("company"), file);
        }
    }

    @Test
    void filtersGoTogether() {
        JsonNode found = Json.of(get("/api/decisions?q=local%20QUESTION&status=open&due_by=2027-03-01", TOKEN));
        JsonNode only = found.path("decisions").path(0);
        assertEquals(decided, only.path("id").asText(), found.toString());
        assertEquals("Zo\u00eb", only.path("owner").asText());
        assertEquals("2027-03-01", only.path("next_review").asText());
        assertTrue(only.path("gain").isNull() && only.path("headline").isNull());
        assertEquals(
                0, questions(get("/api/decisions?due_by=2027-02-28", TOKEN)).size());
        assertEquals(
                0,
                questions(get("/api/decisions?status=decided,revisited", TOKEN)).size());
        JsonNode first = Json.of(get("/api/decisions?limit=1", TOKEN));
        assertTrue(first.path("more").asBoolean());
        assertEquals(3, first.path("counts").path("open").asInt());
        assertEquals(2, questions(get("/api/decisions?skip=1", TOKEN)).size());
    }

    @Test
    void oneRoomAloneIsFoundByItsKeyAndOnlyByThoseWhoMaySeeIt() {
        JsonNode theirs = Json.of(get("/api/decisions", team)).path("decisions").path(0);
        String key = theirs.path("room_key").asText();
        assertFalse(key.isEmpty() || theirs.toString().contains("C1"), theirs.toString());
        assertEquals(List.of("Our |classifier| drifts"), questions(get("/api/decisions?room=" + key, TOKEN)));
        assertTrue(get("/log?room=" + key, TOKEN).body().contains("One channel only"));
        JsonNode others = Json.of(get("/api/decisions", TOKEN)).path("decisions");
        for (JsonNode other : others) {
            String room = other.path("room_key").asText();
            assertEquals(
                    room.equals(key) ? 200 : 422,
                    get("/api/decisions?room=" + room, team).statusCode());
        }
    }

    @Test
    void wrongParametersAreNamed() {
        HttpResponse<String> answer = get("/api/decisions?status=maybe&limit=0&from=yesterday", TOKEN);
        assertEquals(422, answer.statusCode());
        assertEquals(3, Json.of(answer).path("errors").size(), answer.body());
        assertEquals(422, get("/log?status=maybe", TOKEN).statusCode());
        assertEquals(404, get("/log.exe", TOKEN).statusCode());
    }

    @Test
    void filesKeepTheirForm() {
        String csv = get("/api/decisions.csv", TOKEN).body();
        assertTrue(csv.contains("\"'=1+1, a local question; \"\"quoted\"\";'=2+2\""), "no cell is a formula: " + csv);
        assertEquals(4, csv.lines().count(), csv);
        assertTrue(csv.contains(",api,open,,2026-11-20T12:00Z,,"), csv);
        assertFalse(csv.contains(decided + ","), "no ids beside the link: " + csv);
        assertTrue(csv.matches("(?s).*,http://127.0.0.1:\\d+/c/" + decided + "\r.*"), csv);
        String markdown = get("/api/decisions.md", TOKEN).body();
        assertTrue(markdown.contains("Our \\|classifier\\| drifts"), markdown);
        assertFalse(get("/log", TOKEN).body().contains("<script>alert"));
    }
}
