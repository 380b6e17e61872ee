package dev.tunewise.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.testing.Json;
import dev.tunewise.testing.OpenApi;
import dev.tunewise.testing.Service;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The OpenAPI file tells the truth. */
final class OpenApiTest {
    private static final String PROBLEM = "application/problem+json";
    private static final String JSON = "application/json";

    @TempDir
    private static Path folder;

    private static Service service;
    private static OpenApi file;

    @BeforeAll
    static void start() {
        service = Service.start(folder);
        HttpResponse<String> yaml = service.get("/api/openapi.yml");
        assertEquals(200, yaml.statusCode());
        file = new OpenApi(yaml.body());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void namesEveryOperation() {
        assertEquals(
                List.of(
                        "GET /api/conversations/{id}",
                        "GET /api/conversations/{id}/chart.png",
                        "GET /api/conversations/{id}/chart.svg",
                        "GET /api/conversations/{id}/export.json",
                        "GET /api/conversations/{id}/export.md",
                        "GET /api/decisions",
                        "GET /api/decisions.csv",
                        "GET /api/decisions.md",
                        "GET /api/decisions/calibration",
                        "GET /api/flows",
                        "GET /api/flows/{flow}",
                        "POST /api/conversations",
                        "POST /api/conversations/import",
                        "POST /api/conversations/{id}/events",
                        "POST /api/flows/{flow}/advice",
                        "POST /api/flows/{flow}/reading",
                        "POST /api/tokens"),
                file.operations());
    }

    @Test
    void saysWhereRequestsAreCounted() {
        for (String operation : file.operations()) {
            JsonNode tooMuch = file.answer(operation, 429);
            assertEquals("1", tooMuch.at("/headers/Retry-After/schema/minimum").asText(), operation);
        }
    }

    @Test
    void describesFlows() {
        check("GET", "/api/flows", service.get("/api/flows"), JSON);
        check("GET", "/api/flows/{flow}", service.get("/api/flows/fine-tuning"), JSON);
        check("GET", "/api/flows/{flow}", service.get("/api/flows/none"), PROBLEM);
    }

    @Test
    void describesAdvice() {
        String path = "/api/flows/fine-tuning/advice";
        for (JsonNode example : file.examples("POST", "/api/flows/{flow}/advice")) {
            check("POST", "/api/flows/{flow}/advice", service.postJson(path, example.toString()), JSON);
        }
        String costed = Json.resource("/api/costed-case.json").toString();
        HttpResponse<String> answer = service.postJson(path, costed);
        assertFalse(Json.of(answer).path("cost").isNull(), answer.body());
        check("POST", "/api/flows/{flow}/advice", answer, JSON);
        check("POST", "/api/flows/{flow}/advice", service.postJson(path, "{\"facts\": {\"x\": 1}}"), PROBLEM);
        check("POST", "/api/flows/{flow}/advice", service.postJson(path, "{"), PROBLEM);
    }

    @Test
    void describesReadings() {
        check(
                "POST",
                "/api/flows/{flow}/reading",
                service.postJson(
                        "/api/flows/fine-tuning/reading",
                        "{\"text\": \"84 % with Sonnet 4.6, 2-3k tickets a day, or 5m a month; and the weather\"}"),
                JSON);
    }

    @Test
    void describesConsultations() {
        HttpResponse<String> opened =
                service.postJson("/api/conversations", "{\"flow\": \"fine-tuning\", \"text\": \"84 %, 50k a day\"}");
        check("POST", "/api/conversations", opened, JSON);
        String id = Json.of(opened).path("id").asText();
        String events = "/api/conversations/" + id + "/events";
        for (JsonNode example : file.examples("POST", "/api/conversations/{id}/events")) {
            check("POST", "/api/conversations/{id}/events", service.postJson(events, example.toString()), JSON);
        }
        for (String command : List.of("why", "help", "status", "form", "explain", "undo", "export", "stop", "resume")) {
            HttpResponse<String> answer =
                    service.postJson(events, "{\"key\": \"c-" + command + "\", \"command\": \"" + command + "\"}");
            check("POST", "/api/conversations/{id}/events", answer, JSON);
        }
        check("GET", "/api/conversations/{id}", service.get("/api/conversations/" + id), JSON);
        check("GET", "/api/conversations/{id}", service.get("/api/conversations/none"), PROBLEM);
        check("POST", "/api/conversations/{id}/events", service.postJson(events, "{\"key\": 1}"), PROBLEM);
    }

    @Test
    void describesAConsultationWithItsCosts() {
        JsonNode opened = Json.of(service.postJson(
                "/api/conversations",
                "{\"flow\": \"fine-tuning\", \"text\": \"We classify 50,000 support tickets a day with Claude Sonnet 4.6,"
                        + " 3,200 tokens in, 20 out. 88 % right, we need 91 %.\"}"));
        String path = "/api/conversations/" + opened.path("id").asText();
        HttpResponse<String> decided =
                service.postJson(path + "/events", "{\"key\": \"now\", \"command\": \"answer-now\"}");
        check("POST", "/api/conversations/{id}/events", decided, JSON);
        HttpResponse<String> seen = service.get(path);
        check("GET", "/api/conversations/{id}", seen, JSON);
        assertFalse(Json.of(seen).path("cost").path("options").isEmpty(), seen.body());
        assertEquals(Json.of(seen).path("cost"), Json.of(decided).path("cost"));
    }

    @Test
    void describesTheLog() {
        service.postJson("/api/conversations", "{\"flow\": \"fine-tuning\", \"text\": \"The log, please\"}");
        check("GET", "/api/decisions", service.get("/api/decisions?q=log&status=open"), JSON);
        check("GET", "/api/decisions", service.get("/api/decisions?status=maybe"), PROBLEM);
        check("GET", "/api/decisions/calibration", service.get("/api/decisions/calibration"), JSON);
    }

    private static void check(String method, String path, HttpResponse<String> answer, String mediaType) {
        assertEquals(
                List.of(),
                file.faults(method, path, answer.statusCode(), mediaType, answer.body()),
                method + " " + path + " gave " + answer.body());
    }
}
