package dev.tunewise.api;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tunewise.flow.anchor.AnchoredPattern;
import dev.tunewise.flow.interview.NamedThings;
import dev.tunewise.flow.interview.Subjects;
import dev.tunewise.testing.FineTuning;
import dev.tunewise.testing.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A service that reads with its encoder, and what it says at first to a post. */
final class FirstReplies implements AutoCloseable {
    private static final Pattern SOURCES = Pattern.compile(" \\((?:[^()]|\\([^()]*\\))*\\)$");
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

    /** Of the special matter and of what our texts take for granted, what a reply says and the post does not hold. */
    static List<String> foreign(String post, JsonNode reply) {
        Map<String, AnchoredPattern> mentions = FineTuning.flow().guidance().mentions();
        List<String> held = new NamedThings(Subjects.words(mentions)).in(post);
        String said = reply.path("messages")
                .valueStream()
                .filter(message -> message.path("key").asText().startsWith("say"))
                .flatMap(message -> message.findValuesAsText("text").stream())
                .map(text -> SOURCES.matcher(text).replaceFirst(""))
                .collect(Collectors.joining("\n"));
        return new NamedThings(Subjects.beside(mentions, held).foreign()).in(said);
    }

    @Override
    public void close() {
        service.close();
    }
}
