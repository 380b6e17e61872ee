package dev.tunewise.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tunewise.testing.Service;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many large bodies at once are refused beyond a limit; small requests are answered all the while, and large ones again afterwards. */
final class LargeBodiesTest {
    private static final int SIZE = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void strangersCannotFillTheMemory() throws IOException {
        try (Service service = Service.start(folder, Map.of("tunewise.large-bodies", "3000000"))) {
            List<Socket> held = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                held.add(begun(service));
            }
            String refused = "";
            for (int i = 0; i < 5 && refused.isEmpty(); i++) {
                // What was sent last may still be on its way into the service.
                Socket more = begun(service);
                held.add(more);
                refused = firstLine(more);
            }
            assertEquals("HTTP/1.1 503 Service Unavailable", refused);
            assertTrue(service.get("/health").body().contains("UP"));
            assertEquals(
                    201,
                    service.postJson("/api/conversations", "{\"flow\": \"fine-tuning\", \"text\": \"It drifts\"}")
                            .statusCode());
            for (Socket each : held) {
                each.close();
            }
            String large = "{\"text\": \"" + "words ".repeat(SIZE / 6 - 10) + "\"}";
            int status = 503;
            for (int i = 0; i < 200 && status != 200; i++) {
                LockSupport.parkNanos(50_000_000);
                status = service.postJson("/api/tokens", large).statusCode();
            }
            assertEquals(200, status, "the room is free again");
            for (int i = 0; i < 5; i++) {
                assertEquals(200, service.postJson("/api/tokens", large).statusCode(), "answered is given back");
            }
        }
    }

    /** A request whose last byte does not come. */
    private static Socket begun(Service service) throws IOException {
        URI address = service.at("/");
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(2_000);
        socket.getOutputStream()
                .write(
                        ("POST /api/tokens HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                        + SIZE + "\r\n\r\n" + "a".repeat(SIZE - 1))
                                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String firstLine(Socket socket) {
        StringBuilder line = new StringBuilder();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0 && next != '\r';
                    next = socket.getInputStream().read()) {
                line.append((char) next);
            }
        } catch (IOException nothingYet) {
            return "";
        }
        return line.toString();
    }
}
