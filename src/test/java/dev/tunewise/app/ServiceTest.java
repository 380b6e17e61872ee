package dev.tunewise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.app.startup.ReadyBanner;
import dev.tunewise.app.storage.DatabaseSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.scheduling.TaskExceptionHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service with its own settings, apart from the port and the place of the database. */
class ServiceTest {
    private EmbeddedServer server;

    @TempDir
    private Path directory;

    @BeforeEach
    void start() {
        server = ApplicationContext.run(
                EmbeddedServer.class,
                Map.of(
                        "micronaut.server.port",
                        -1,
                        "tunewise.database.url",
                        "jdbc:sqlite:" + directory.resolve("tunewise.db")),
                "test");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void saysWhetherItIsWell() throws Exception {
        HttpResponse<String> health = get("/health");
        assertEquals(200, health.statusCode());
        assertTrue(health.body().contains("\"status\":\"UP\""), health.body());
        assertTrue(health.body().contains("posts-waiting"), health.body());
        assertTrue(Files.exists(directory.resolve("tunewise.db")));
    }

    @Test
    void scheduledTasksThatFailAreSaidInOneLine() {
        TaskExceptionHandler<?, ?> handler = server.getApplicationContext().getBean(TaskExceptionHandler.class);
        assertEquals("ScheduledTaskErrors", handler.getClass().getSimpleName());
    }

    @Test
    void showsItsMeasures() throws Exception {
        String measures = get("/prometheus").body();
        assertTrue(measures.contains("jvm_memory_used_bytes"));
        for (String kept : List.of("outbox", "inbox")) {
            for (String measure : List.of("waiting", "oldest", "aside")) {
                assertTrue(
                        measures.lines().anyMatch(line -> line.matches(".*" + kept + ".*" + measure + ".* 0\\.0")),
                        measure);
            }
        }
    }

    @Test
    void showsNoInnerParts() throws Exception {
        for (String path : new String[] {"/beans", "/env", "/loggers", "/routes", "/threaddump", "/stop"}) {
            assertEquals(404, get(path).statusCode(), path);
        }
    }

    @Test
    void answersOnThisMachineOnly() {
        assertEquals("127.0.0.1", server.getHost());
        assertEquals(
                "Tunewise is ready: http://127.0.0.1:8080/", ReadyBanner.message(URI.create("http://127.0.0.1:8080")));
    }

    @Test
    void doesNotSpillItsPassword() {
        DatabaseSettings secret = new DatabaseSettings("jdbc:postgresql://h/d", "ada", "hunter2", 0);
        assertFalse(secret.toString().contains("hunter2"));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(server.getURI().resolve(path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
