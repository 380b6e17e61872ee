package dev.tunewise.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The API of a service under load, one request at a time: consultations are opened and events sent to them. */
record ApiDoor(HttpClient client, URI conversations) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Where answers are kept, so that those of two editions can be compared; empty for nowhere. */
    private static final String KEPT = System.getProperty("load.answers", "");

    private static final Pattern TIME = Pattern.compile("\"\\d{4}-\\d\\d-\\d\\dT[^\"]*\"|\\d\\d:\\d\\d UTC");

    static ApiDoor of(LoadedApp app) {
        return new ApiDoor(HttpClient.newHttpClient(), app.doors().getFirst().resolve("/api/conversations"));
    }

    /** Opens a consultation. */
    Map<?, ?> open(String text, Latencies latencies) throws IOException, InterruptedException {
        return post(conversations, new TreeMap<>(Map.of("flow", "fine-tuning", "text", text)), latencies);
    }

    /** Sends an event: its members without the key, which is the number of the turn. */
    Map<?, ?> send(Object id, int turn, Map<String, ?> event, Latencies latencies)
            throws IOException, InterruptedException {
        Map<String, @Nullable Object> body = new TreeMap<>(event);
        body.put("key", String.valueOf(turn));
        return post(URI.create(conversations + "/" + id + "/events"), body, latencies);
    }

    private Map<?, ?> post(URI address, Map<String, ?> body, Latencies latencies)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        long sent = System.nanoTime();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        latencies.add(System.nanoTime() - sent);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " for " + body + ": " + new String(answer.body()));
        }
        Map<?, ?> said = JSON.readValue(answer.body(), Map.class);
        if (!KEPT.isEmpty()) {
            String plain = new String(answer.body()).replace(String.valueOf(said.get("id")), "");
            Files.writeString(
                    Path.of(KEPT),
                    JSON.writeValueAsString(body) + "\n" + TIME.matcher(plain).replaceAll("") + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        return said;
    }
}
