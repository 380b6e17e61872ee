package dev.tunewise.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.testing.Json;
import dev.tunewise.testing.Service;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decision records over the API, and the counting of tokens. */
final class RecordsOverApiTest {
    private static final String PATH = "/api/conversations/import";

    @TempDir
    private static Path folder;

    private static Service service;

    @BeforeAll
    static void start() {
        service = Service.start(folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String exported() {
        JsonNode talk = Json.of(
                service.postJson(
                        "/api/conversations",
                        "{\"flow\": \"fine-tuning\", \"author\": \"Ana\", \"text\": \"The assistant does not know our products\"}"));
        String id = talk.path("id").asText();
        List<String> events = List.of(
                "{\"key\": \"1\", \"author\": \"Ben\", \"text\": \"our engineers cost 90 an hour\"}",
                "{\"key\": \"2\", \"author\": \"Ben\", \"fact\": \"problems\", \"value\": [\"missing-knowledge\"]}",
                "{\"key\": \"3\", \"author\": \"Ana\", \"fact\": \"task\", \"value\": \"question-answering\"}",
                "{\"key\": \"4\", \"author\": \"Ana\", \"fact\": \"retrieval\", \"value\": null}");
        events.forEach(event -> assertEquals(
                200,
                service.postJson("/api/conversations/" + id + "/events", event).statusCode()));
        return service.get("/api/conversations/" + id + "/export.json").body();
    }

    @Test
    void makesTheSameConsultationWithItsAuthors() {
        String record = exported();
        HttpResponse<String> made = service.postJson(PATH, record);
        assertEquals(201, made.statusCode(), made.body());
        JsonNode talk = Json.of(made);
        assertEquals("no", talk.path("verdict").path("fine_tune").asText());
        assertTrue(talk.path("messages").toString().contains("The same verdict as in the record came out."));
        String again = service.get("/api/conversations/" + talk.path("id").asText() + "/export.json")
                .body();
        ObjectNode first = (ObjectNode) Json.of(record);
        ObjectNode second = (ObjectNode) Json.of(again);
        assertEquals(
                "Ben", second.at("/parameters/engineer_usd_per_hour/author").asText());
        for (String part : List.of("title", "flow", "facts", "parameters")) {
            assertEquals(first.path(part), second.path(part), part);
        }
        assertEquals(first.at("/answer/verdict"), second.at("/answer/verdict"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "[]",
                "{}",
                "{\"format\": \"something-else\"}",
                "{\"format\": \"tunewise-decision-record\", \"format_version\": 77}",
                "{\"format\": \"tunewise-decision-record\", \"format_version\": 2, \"flow\": {\"id\": \"other\"}}",
                "{\"format\": \"tunewise-decision-record\", \"format_version\": 2, \"flow\": {\"id\": \"fine-tuning\"}, \"facts\": {\"task\": {\"value\": \"flying\"}}}",
                "{\"format\": \"tunewise-decision-record\", \"format_version\": 2, \"flow\": {\"id\": \"fine-tuning\"}, \"facts\": {}, \"parameters\": {\"label_usd_each\": -1}}",
                "{\"format\": \"tunewise-decision-record\", \"format_version\": 2, \"flow\": {\"id\": \"fine-tuning\"}, \"facts\": {}, \"parameters\": {\"label_usd_each\": 1e999999999}}"
            })
    void refusesWhatIsNoRecord(String body) {
        HttpResponse<String> refused = service.postJson(PATH, body);
        assertEquals(422, refused.statusCode(), refused.body());
        JsonNode problem = Json.of(refused);
        assertEquals("urn:tunewise:problem:broken-record", problem.path("type").asText());
        assertTrue(problem.path("detail").asText().length() > 20, refused.body());
    }

    @Test
    void namesThePlaceOfAFault() {
        String broken = exported().replace("\"value\" : \"question-answering\"", "\"value\" : \"flying\"");
        JsonNode problem = Json.of(service.postJson(PATH, broken));
        assertEquals("/facts/task/value", problem.path("pointer").asText());
        assertTrue(problem.path("detail").asText().contains("flying"), problem.toString());
    }

    @Test
    void countsTokensByANamedEncoding() {
        JsonNode known =
                Json.of(service.postJson("/api/tokens", "{\"text\": \"hello world\", \"model\": \"4o mini\"}"));
        assertEquals(2, known.path("tokens").asInt());
        assertEquals("o200k_base", known.path("encoding").asText());
        assertTrue(known.path("exact").asBoolean());
        JsonNode other = Json.of(
                service.postJson("/api/tokens", "{\"text\": \"hello world\", \"model\": \"claude sonnet 4.6\"}"));
        assertTrue(
                !other.path("exact").asBoolean() && other.path("why").asText().contains("Claude Sonnet 4.6"));
        JsonNode unnamed = Json.of(service.postJson("/api/tokens", "{\"text\": \"\"}"));
        assertEquals(0, unnamed.path("tokens").asInt());
    }

    @Test
    void countsAMegabyteAndRefusesMore() {
        String text = "You sort tickets. ".repeat(58_000);
        HttpResponse<String> counted = service.postJson("/api/tokens", "{\"text\": \"" + text + "\"}");
        assertEquals(200, counted.statusCode(), counted.body());
        assertTrue(Json.of(counted).path("tokens").asInt() > 200_000);
        HttpResponse<String> long1 = service.postJson("/api/tokens", "{\"text\": \"" + text + text + "\"}");
        assertEquals(422, long1.statusCode(), long1.body());
        assertTrue(Json.of(long1).path("detail").asText().contains("1,048,576"), long1.body());
    }

    @Test
    void refusesUnknownModelsAndMissingTexts() {
        HttpResponse<String> model = service.postJson("/api/tokens", "{\"text\": \"a\", \"model\": \"nonesuch-9\"}");
        assertEquals(422, model.statusCode());
        assertEquals("/model", Json.of(model).path("pointer").asText());
        HttpResponse<String> missing = service.postJson("/api/tokens", "{}");
        assertEquals(422, missing.statusCode());
        assertEquals("/text", Json.of(missing).path("pointer").asText());
    }
}
