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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections that promise a request and do not send it are ended; whoever sends one is answered, and again on the same connection. */
final class HalfOpenRequestsTest {
    private static final String WHOLE = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @TempDir
    private Path folder;

    @Test
    void requestsThatDoNotEndAreEnded() throws IOException {
        try (Service service = Service.start(folder, Map.of("tunewise.request-deadline", "300ms"))) {
            List<Socket> halves = new ArrayList<>();
            for (String begun : List.of(
                    "",
                    "GET /health HTTP/1.1\r\nHost: local",
                    "POST /slack/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf",
                    WHOLE + "POST /c HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n")) {
                halves.add(opened(service, begun));
            }
            for (Socket half : halves) {
                // The end of the stream, at the latest when the deadline is over.
                half.getInputStream().readAllBytes();
                half.close();
            }
            try (Socket whole = opened(service, WHOLE)) {
                assertEquals("HTTP/1.1 200 Ok", firstLine(whole));
            }
            assertTrue(service.get("/health").body().contains("UP"));
        }
    }

    private static Socket opened(Service service, String text) throws IOException {
        URI address = service.at("/");
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String firstLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next >= 0 && next != '\r';
                next = socket.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString();
    }
}
