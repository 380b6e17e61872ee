package dev.tunewise.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tunewise.testing.Service;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading over HTTP with the encoder in service. */
class ReadingProposalsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Service service;

    @BeforeAll
    static void start() {
        service = Service.start(folder, Map.of("tunewise.encoder.enabled", true));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static JsonNode read(String text) throws Exception {
        HttpResponse<String> answer =
                service.postJson("/api/flows/fine-tuning/reading", JSON.writeValueAsString(Map.of("text", text)));
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body());
    }

    @Test
    void whatTheWordsSeemToStateIsProposedWithItsQuote() throws Exception {
        JsonNode reading = read("Half of the answers contain details that nobody ever gave it. We have 900 examples.");
        JsonNode first = reading.path("proposals").path(0);
        assertEquals("problems", first.path("fact").asText());
        assertEquals("invents-content", first.path("value").path(0).asText());
        assertTrue(first.path("quote").asText().startsWith("Half of the answers"));
        assertTrue(first.path("probability").asDouble() > 0.2
                && first.path("probability").asDouble() < 1);
        assertEquals(900, reading.path("answers").path("examples").path("value").asInt());
        assertTrue(reading.path("answers").path("problems").isMissingNode());
    }

    @Test
    void whatStatesNothingProposesNothing() throws Exception {
        assertEquals(0, read("Hello, could you help me?").path("proposals").size());
        assertEquals(0, read("").path("proposals").size());
    }

    private static JsonNode post(String path, String json) throws Exception {
        HttpResponse<String> answer = service.postJson(path, json);
        assertTrue(answer.statusCode() < 300, answer.body());
        return JSON.readTree(answer.body());
    }

    /** Also where the rules leave no word of it unread. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can I fine-tune Claude to write in my personal style? I only want to use it for myself.",
                "We classify tickets into 12 classes with GPT-4o. How many examples do I need to fine-tune?",
                "I have 60 posts. Can I fine-tune Claude on them? I have 60 posts and 3 epochs.",
                "Should we fine-tune Llama 3 8B with LoRA on 500 examples and 3 epochs?",
            })
    void aCaseToldAfterABareOpeningIsHeardAsOneThatOpens(String text) throws Exception {
        JsonNode opened =
                post("/api/conversations", JSON.writeValueAsString(Map.of("flow", "fine-tuning", "text", text)));
        JsonNode bare = post("/api/conversations", "{\"flow\": \"fine-tuning\"}");
        JsonNode told = post(
                "/api/conversations/" + bare.path("id").asText() + "/events",
                JSON.writeValueAsString(Map.of("key", "1", "text", text)));
        assertEquals(heard(opened), heard(told));
    }

    private static Map<String, String> heard(JsonNode talk) {
        Map<String, String> heard = new TreeMap<>();
        talk.path("facts")
                .forEach(fact -> heard.put(
                        fact.path("fact").asText(), fact.path("status").asText() + " " + fact.path("value")));
        talk.path("messages").forEach(message -> {
            if (message.path("key").asText().startsWith("say:")) {
                heard.put("answer", message.path("text").asText());
            }
        });
        return heard;
    }

    @Test
    void whatIsProposedLeavesByWords() throws Exception {
        JsonNode talk = post("/api/conversations", """
                {"flow": "fine-tuning", "text": "Half of the answers contain details that nobody ever gave it. Users give up before a reply arrives."}""");
        String events = "/api/conversations/" + talk.path("id").asText() + "/events";
        talk = post(events, """
                {"key": "1", "text": "drop too slow"}""");
        JsonNode left = talk.path("facts").path(0);
        assertEquals("proposed", left.path("status").asText(), talk::toString);
        assertEquals("[\"invents-content\"]", left.path("value").toString());
        talk = post(events, """
                {"key": "2", "text": "remove the hallucinations"}""");
        assertEquals(0, talk.path("facts").size(), talk::toString);
    }

    @Test
    void oneTapConfirmsAnItemAndTheOthersStayProposed() throws Exception {
        JsonNode talk = post("/api/conversations", """
                {"flow": "fine-tuning", "text": "Half of the answers contain details that nobody ever gave it. Users give up before a reply arrives."}""");
        assertTrue(talk.toString().contains("Is that right?"), talk::toString);
        assertEquals(0, talk.path("answers").size(), "nothing counts before somebody says yes");
        assertEquals(
                "problems",
                talk.path("question").path("inputs").path(0).path("fact").asText(),
                "what waits for a yes is the question");
        String events = "/api/conversations/" + talk.path("id").asText() + "/events";
        talk = post(events, """
                {"key": "1", "command": "confirm", "arguments": {"fact": "problems", "value": "invents-content"}}""");
        assertEquals(
                "[\"invents-content\"]",
                talk.path("answers").path(0).path("value").toString());
        talk = post(events, """
                {"key": "2", "command": "confirm", "arguments": {"fact": "problems", "value": "too-slow"}}""");
        assertEquals(
                "[\"invents-content\",\"too-slow\"]",
                talk.path("answers").path(0).path("value").toString());
    }
}
