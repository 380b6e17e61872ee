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
import java.util.Locale;
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

    @Test
    void whoAsksWithoutTakingAnswersIsEnded() throws IOException {
        try (Service service = Service.start(folder, Map.of("tunewise.request-deadline", "2s"))) {
            List<Socket> deaf = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                deaf.add(opened(service, "GET /assets/tunewise.css HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(300)));
            }
            assertTrue(service.get("/health").body().contains("UP"), "others are answered meanwhile");
            try (Socket few = opened(service, WHOLE.repeat(3))) {
                for (int i = 0; i < 3; i++) {
                    assertEquals("HTTP/1.1 200 Ok", firstLine(few));
                    few.getInputStream().skipNBytes(rest(few));
                }
            }
            for (Socket each : deaf) {
                each.close();
            }
        }
    }

    /** Reads the head of an answer and gives how long its body is. */
    private static int rest(Socket socket) throws IOException {
        int length = 0;
        for (String line = firstLine(socket); !line.strip().isEmpty(); line = firstLine(socket)) {
            if (line.toLowerCase(Locale.ROOT).strip().startsWith("content-length:")) {
                length = Integer.parseInt(line.strip().substring(15).strip());
            }
        }
        socket.getInputStream().skipNBytes(1);
        return length;
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
