package dev.tunewise.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tunewise.testing.Service;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real posts ask is answered in a form that the question allows. */
class AnswerFormsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPEN = "(?is)“(and |so |or )?(which one|how (many|much|long)).*";

    @TempDir
    static Path folder;

    @Test
    void noYesOrNoAnswersWhichOneOrHowManyAndNoHeadingSaysNotAnswered() throws Exception {
        List<String> faults = new ArrayList<>();
        int asked = 0;
        try (Service service = Service.start(folder, Map.of("tunewise.encoder.enabled", true))) {
            for (JsonNode post : JSON.readTree(Path.of("src/test/resources/reading/first-posts.json").toFile())
                    .path("posts")) {
                HttpResponse<String> reply = service.postJson(
                        "/api/conversations",
                        JSON.writeValueAsString(
                                Map.of("flow", "fine-tuning", "text", post.path("text").asText())));
                String before = "";
                for (JsonNode block : JSON.readTree(reply.body()).findValue("messages").findValues("blocks").stream()
                        .flatMap(blocks -> blocks.valueStream())
                        .toList()) {
                    String text = block.path("text").path("text").asText();
                    if (before.matches(OPEN)) {
                        asked++;
                    }
                    if (text.startsWith("Not answered") || before.matches(OPEN) && text.matches("(?s)(Yes|No|Not)\\b.*")) {
                        faults.add(before + " > " + text);
                    }
                    before = text;
                }
            }
        }
        assertTrue(asked >= 5, "questions seen: " + asked);
        assertEquals(List.of(), faults);
    }
}
