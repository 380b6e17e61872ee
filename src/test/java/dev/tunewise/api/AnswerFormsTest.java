package dev.tunewise.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tunewise.testing.Service;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real posts ask is answered in a form that the question allows. */
class AnswerFormsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPEN = "(?is)“(and |so |or )?(which one|how (many|much|long)).*";

    @TempDir
    static Path folder;

    /** Those that whoever mends may look at. */
    private static List<String> posts() throws IOException {
        List<String> posts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/reading/asked"))) {
            for (Path file : files.filter(each -> each.toString().contains("open"))
                    .sorted()
                    .toList()) {
                for (String post : Files.readString(file).split("(?m)^== .*$")) {
                    String text = post.lines()
                            .filter(line -> !line.matches("[?@#].*"))
                            .collect(Collectors.joining(" "))
                            .strip();
                    if (!text.isEmpty()) {
                        posts.add(text);
                    }
                }
            }
        }
        return posts;
    }

    @Test
    void noYesOrNoAnswersWhichOneOrHowManyAndNoHeadingSaysNotAnswered() throws Exception {
        List<String> faults = new ArrayList<>();
        int asked = 0;
        try (Service service = Service.start(folder, Map.of("tunewise.encoder.enabled", true))) {
            for (String post : posts()) {
                HttpResponse<String> reply = service.postJson(
                        "/api/conversations", JSON.writeValueAsString(Map.of("flow", "fine-tuning", "text", post)));
                String before = "";
                for (JsonNode block : JSON.readTree(reply.body()).findValue("messages").findValues("blocks").stream()
                        .flatMap(blocks -> blocks.valueStream())
                        .toList()) {
                    String text = block.path("text").path("text").asText();
                    if (before.matches(OPEN)) {
                        asked++;
                    }
                    if (text.startsWith("Not answered")
                            || before.matches(OPEN) && text.matches("(?s)(Yes|No|Not)\\b.*")) {
                        faults.add(before + " > " + text);
                    }
                    before = text;
                }
            }
        }
        assertTrue(asked > 0, "questions seen: " + asked);
        assertEquals(List.of(), faults);
    }
}
