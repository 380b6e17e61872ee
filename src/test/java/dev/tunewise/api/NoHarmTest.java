package dev.tunewise.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tunewise.testing.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To these askers certain advice would do harm, or belongs to another trade and size: none of it may stand in the first reply. */
class NoHarmTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    @Test
    void whatWouldDoHarmIsNotAdvised() throws Exception {
        List<String> harm = new ArrayList<>();
        try (Service service = Service.start(folder, Map.of("tunewise.encoder.enabled", true))) {
            for (String line : Files.readAllLines(Path.of("src/test/resources/reading/harm.tsv"))) {
                String[] parts = line.split("\t");
                String opening = JSON.writeValueAsString(Map.of("flow", "fine-tuning", "text", parts[1]));
                JsonNode messages = JSON.readTree(
                                service.postJson("/api/conversations", opening).body())
                        .path("messages");
                Matcher found = Pattern.compile(parts[0]).matcher(messages.toString());
                if (messages.isEmpty() || found.find()) {
                    harm.add((messages.isEmpty() ? "no reply" : found.group()) + " <- " + parts[1]);
                }
            }
        }
        assertEquals(List.of(), harm);
    }
}
