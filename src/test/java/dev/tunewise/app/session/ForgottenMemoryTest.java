package dev.tunewise.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.app.flow.FlowRegistry;
import dev.tunewise.session.command.ForgetService;
import dev.tunewise.session.store.Erasure;
import dev.tunewise.session.store.StateCache;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.testing.Json;
import dev.tunewise.testing.Reachable;
import dev.tunewise.testing.Service;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is forgotten is forgotten in memory too: in what is kept at hand of consultations, of advice and of what was read. */
class ForgottenMemoryTest {
    /** A form of a number that nothing but this consultation has. */
    private static final String SAID = "about 43,217 requests a day";

    private static Service service;

    private String consultation;

    @BeforeAll
    static void start(@TempDir Path folder) {
        service = Service.start(folder, Map.of("tunewise.encoder.enabled", false));
    }

    @BeforeEach
    void consult() throws Exception {
        consultation = opened("Should we fine-tune our classifier? It gets " + SAID + ".");
        assertEquals(
                200,
                service.get("/api/conversations/" + consultation + "/export.md").statusCode());
        assertFalse(known().isEmpty(), "it is remembered before");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    private String opened(String text) throws Exception {
        return Json.of(service.postJson(
                        "/api/conversations",
                        "{\"flow\": \"fine-tuning\", \"author\": \"Ana\", \"text\": \"" + text + "\"}"))
                .path("id")
                .asText();
    }

    private List<String> known() throws IllegalAccessException {
        return Reachable.texts(
                "43,217",
                service.part(FlowRegistry.class),
                service.part(StateCache.class),
                service.part(Consultations.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "thread", "workspace"})
    void nothingOfItIsLeft(String kind) throws Exception {
        String other = opened("Should we fine-tune our summariser? It gets about 77,177 requests a day.");
        Erasure which = switch (kind) {
            case "person" -> new Erasure.OfPerson("api", "local", "Ana");
            case "thread" -> new Erasure.OfThread(consultation);
            default -> new Erasure.OfWorkspace("api", "local");
        };
        int count = service.part(ForgetService.class).forget(which, "operator", Instant.now());
        assertTrue(count > 0, "it is forgotten in the database");
        assertEquals(List.of(), known());
        if (kind.equals("thread")) {
            assertEquals(200, service.get("/api/conversations/" + other).statusCode(), "others go on");
        }
    }

    @Test
    void whatAnotherProcessForgotIsLeftInNobodysMemory() throws Exception {
        service.part(RetentionJob.class).emptyMemory();
        assertEquals(List.of(), known());
        assertEquals(
                200,
                service.get("/api/conversations/" + consultation).statusCode(),
                "it is read again where it is kept");
    }
}
