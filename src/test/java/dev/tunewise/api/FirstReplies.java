package dev.tunewise.api;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tunewise.testing.Service;
import java.nio.file.Path;
import java.util.Map;

/** A service that reads with its encoder, and what it says at first to a post. */
final class FirstReplies implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Service service;

    FirstReplies(Path folder) throws Exception {
        service = Service.start(folder, Map.of("tunewise.encoder.enabled", true));
    }

    /** The consultation that a post opens, with its messages. */
    JsonNode open(String post) throws Exception {
        String opening = JSON.writeValueAsString(Map.of("flow", "fine-tuning", "text", post));
        JsonNode opened =
                JSON.readTree(service.postJson("/api/conversations", opening).body());
        assertFalse(opened.path("messages").isEmpty(), post);
        return opened;
    }

    @Override
    public void close() {
        service.close();
    }
}
