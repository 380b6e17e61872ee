package dev.tunewise.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.testing.Json;
import dev.tunewise.testing.Service;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What version 0.1.0 kept goes on in this one: its database file and its JSON record were written by that version. */
final class StoredByOlderVersionTest {
    private static final String COSTED = "RgwB0M2Omg0ZCVNyeTU8Fw";
    private static final String OPENED = "g8-sQgugRWJ3Ajm8wEChvg";

    private Service service;

    @BeforeEach
    void startOnItsDatabase(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("tunewise.db"), unpacked("tunewise.db.gz"));
        service = Service.start(folder);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void readsItsConsultationsWithEveryAnswer() {
        JsonNode conversation = Json.of(service.get("/api/conversations/" + COSTED));
        Map<String, JsonNode> answers = answers(conversation);
        assertEquals(50_000, answers.get("calls_per_day").intValue());
        assertEquals("classification", answers.get("task").textValue());
        assertEquals(900, answers.get("examples").intValue(), "the change in words, not the first answer");
        assertEquals(0.5, answers.get("error_cost").doubleValue());
    }

    @Test
    void goesOnWithThem() {
        HttpResponse<String> turn = service.postJson(
                "/api/conversations/" + OPENED + "/events",
                "{\"key\": \"later-1\", \"fact\": \"calls_per_day\", \"value\": 1200}");
        assertEquals(200, turn.statusCode(), turn.body());
        assertEquals(
                1200,
                answers(Json.of(service.get("/api/conversations/" + OPENED)))
                        .get("calls_per_day")
                        .intValue());
        HttpResponse<String> again = service.postJson(
                "/api/conversations/" + COSTED + "/events", "{\"key\": \"w2\", \"text\": \"change examples to 901\"}");
        assertEquals(200, again.statusCode(), again.body());
        assertEquals(
                900,
                answers(Json.of(service.get("/api/conversations/" + COSTED)))
                        .get("examples")
                        .intValue(),
                "an event that the older version took is not taken again");
    }

    @Test
    void showsAndExportsThem() {
        for (String path : new String[] {"/export.md", "/export.json", ""}) {
            HttpResponse<String> answer = service.get("/api/conversations/" + COSTED + path);
            assertEquals(200, answer.statusCode(), path + ": " + answer.body());
            assertFalse(answer.body().isBlank(), path);
        }
    }

    @Test
    void importsItsRecord() throws IOException {
        HttpResponse<String> imported = service.postJson(
                "/api/conversations/import", new String(unpacked("record.json.gz"), StandardCharsets.UTF_8));
        assertEquals(201, imported.statusCode(), imported.body());
        Map<String, JsonNode> answers = answers(Json.of(imported));
        assertEquals(900, answers.get("examples").intValue());
        assertTrue(answers.containsKey("quality_target"), answers.keySet().toString());
    }

    private static Map<String, JsonNode> answers(JsonNode conversation) {
        Map<String, JsonNode> byFact = new TreeMap<>();
        conversation
                .path("answers")
                .forEach(answer -> byFact.put(answer.path("fact").asText(), answer.path("value")));
        return byFact;
    }

    private static byte[] unpacked(String name) throws IOException {
        try (InputStream file =
                new GZIPInputStream(StoredByOlderVersionTest.class.getResourceAsStream("/stored/0.1.0/" + name))) {
            return file.readAllBytes();
        }
    }
}
