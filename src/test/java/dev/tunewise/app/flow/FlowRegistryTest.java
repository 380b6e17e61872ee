package dev.tunewise.app.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.app.startup.StartupFailureReport;
import dev.tunewise.session.turn.ServedFlow;
import dev.tunewise.testing.Json;
import dev.tunewise.testing.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flows that change while the service runs. */
final class FlowRegistryTest {
    private static final Path SHIPPED = Path.of("conversation-flows");
    private static final String SMALL = "tuned-model-review";

    @TempDir
    private Path folder;

    private Path flows;
    private Path rules;

    /** The service has the small flow alone, which is read in a moment. */
    private void copy() throws IOException {
        flows = folder.resolve("flows");
        try (Stream<Path> files = Files.walk(SHIPPED.resolve(SMALL))) {
            for (Path file : files.toList()) {
                Path copy = flows.resolve(SHIPPED.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        rules = flows.resolve(SMALL + "/flow.yaml");
    }

    @Test
    void takesUpABetterFileAndKeepsTheOldOneBeforeAWorse() throws IOException {
        copy();
        try (Service service = start()) {
            String first = fingerprint(service);
            String good = Files.readString(rules);
            Files.writeString(rules, good + "\n# A remark changes the edition.\n");
            until(() -> !fingerprint(service).equals(first));
            String second = fingerprint(service);

            Files.writeString(rules, good.replace("rival in ['as-good'", "rival in ['as-godo'"));
            until(() -> health(service, "refused").equals("1"));
            assertEquals(second, fingerprint(service), "the good one stays");
            assertEquals(
                    200,
                    service.postJson("/api/flows/" + SMALL + "/advice", "{\"facts\": {}}")
                            .statusCode());

            Files.writeString(rules, good);
            until(() -> fingerprint(service).equals(first));
            assertEquals("0", health(service, "refused"));
        }
    }

    @Test
    void goesOnWithAConsultationAfterAFactWasRenamed() throws IOException {
        copy();
        try (Service service = start()) {
            String id = Json.of(service.postJson("/api/conversations", "{\"flow\": \"" + SMALL + "\"}"))
                    .path("id")
                    .asText();
            String events = "/api/conversations/" + id + "/events";
            service.postJson(events, "{\"key\": \"1\", \"fact\": \"rival\", \"value\": \"not-tried\"}");
            service.postJson(events, "{\"key\": \"2\", \"fact\": \"in_use\", \"value\": \"partly\"}");
            String first = fingerprint(service);
            rename("in_use", "deployed");
            until(() -> !fingerprint(service).equals(first));
            String answers = Json.of(service.get("/api/conversations/" + id))
                    .path("answers")
                    .toString();
            assertTrue(answers.contains("\"deployed\"") && answers.contains("partly"), answers);
        }
    }

    @Test
    void doesNotStartWithAWrongFile() throws IOException {
        copy();
        Files.writeString(rules, Files.readString(rules).replace("version: 1", "versoin: 1"));
        RuntimeException failure = assertThrows(RuntimeException.class, () -> start().close());
        String reason = StartupFailureReport.inOneLine(failure).orElseThrow(() -> new AssertionError(failure));
        assertTrue(reason.contains("flow.yaml:") && reason.contains("versoin"), reason);
    }

    @Test
    void compilesAFlowOnce() throws IOException {
        copy();
        try (Service service = start()) {
            FlowRegistry registry = service.part(FlowRegistry.class);
            ServedFlow first = registry.find(SMALL).orElseThrow();
            registry.refresh();
            assertSame(first, registry.find(SMALL).orElseThrow());
            assertSame(first, registry.all().getFirst());
        }
    }

    private Service start() {
        return Service.start(
                folder, Map.of("tunewise.flows.folder", flows.toString(), "tunewise.flows.refresh", "100ms"));
    }

    /** Renames a fact as an author would, in all files of the flow, and tells its former name. */
    private void rename(String from, String to) throws IOException {
        try (Stream<Path> files = Files.walk(flows)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file).replaceAll("\\b" + from + "\\b(?!-)", to);
                if (file.equals(rules)) {
                    text = text.replaceFirst("(?m)^  " + to + ": \\{", "  " + to + ": {was: [" + from + "], ");
                }
                Files.writeString(file, text);
            }
        }
    }

    private static String fingerprint(Service service) {
        return Json.of(service.get("/api/flows"))
                .path("flows")
                .path(0)
                .path("fingerprint")
                .asText();
    }

    private static String health(Service service, String detail) {
        return Json.of(service.get("/health"))
                .path("details")
                .path("flows")
                .path("details")
                .path(detail)
                .asText();
    }

    private static void until(BooleanSupplier so) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!so.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Nothing changed in 30 s");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
