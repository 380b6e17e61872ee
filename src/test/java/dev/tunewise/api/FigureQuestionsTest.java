package dev.tunewise.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.testing.Json;
import dev.tunewise.testing.Service;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions about figures, put in words in the middle of a consultation. */
final class FigureQuestionsTest {
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I read that fine-tuning saves $450 a month on API calls.       | $60 a month",
                "The article says the tuned model paid for itself in three weeks | 6.2 weeks",
                "Is the $450 a month saving right?                              | $60 a month",
                "What does flash cost?                                          | fits several models: Gemini",
                "What does sonnet 4.6 cost?                                     | $3.00 for 1M input tokens",
                "Is 91 % on 300 really better than 88 %?                        | Not shown: 91 % on 300 items",
                "A got 25 right that B got wrong, B got 11 right that A got wrong. Is A better? | McNemar",
            })
    void answersWithItsSource(String text, String part) {
        String said = said(text);
        assertTrue(said.contains(part), said);
    }

    @Test
    void takesAnAmountOfOnesOwnForNoQuotation() {
        assertFalse(said("We pay $450 a month for the API calls.").contains("Recomputed"));
        String asked = "Sorry if it was asked 100 times cheaper or dearer. Everyone online says something else.";
        assertFalse(said(asked).contains("Recomputed"), "what one sentence says is no quotation in another");
    }

    @Test
    void hearsAQuotationInTheVeryFirstMessage() {
        HttpResponse<String> answer = service.postJson("/api/conversations", """
                {"flow": "fine-tuning", "text": "An article says tuning saved $450 a month on API calls. Should we fine-tune?"}
                """);
        String said = Json.of(answer).path("messages").toString();
        assertTrue(said.contains("$60 a month"), said);
    }

    private static String said(String text) {
        String id = Json.of(service.postJson("/api/conversations", "{\"flow\": \"fine-tuning\"}"))
                .path("id")
                .asText();
        ObjectNode event = (ObjectNode) Json.of("{\"key\": \"1\"}");
        JsonNode answer = Json.of(service.postJson(
                "/api/conversations/" + id + "/events", event.put("text", text).toString()));
        return answer.path("messages").toString();
    }
}
