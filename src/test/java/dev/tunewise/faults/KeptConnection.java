package dev.tunewise.faults;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection over HTTP/1.1 that is used again and again, byte for byte, so that nothing is tried twice behind the back of a test. */
final class KeptConnection implements AutoCloseable {
    static final String TOKEN = "a token that is long enough";

    private static final String HEADERS = " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TOKEN + "\r\n";

    private final Socket socket;

    /** The head of an answer; empty when the connection ended without one. */
    record Answer(String head) {
        int status() {
            return head.isEmpty() ? 0 : Integer.parseInt(head.split(" ", 3)[1]);
        }

        /** Whether this was the last answer of its connection. */
        boolean last() {
            return head.isEmpty() || head.toLowerCase(Locale.ROOT).contains("connection: close");
        }
    }

    KeptConnection(URI address) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
    }

    Answer get(String path) throws IOException {
        write("GET " + path + HEADERS + "\r\n");
        return answer();
    }

    Answer post(String path, String json) throws IOException {
        begin(path, json);
        return end(json);
    }

    /** Sends all of a request but the last letter. */
    void begin(String path, String json) throws IOException {
        write("POST " + path + HEADERS + "Content-Type: application/json\r\nContent-Length: " + json.length()
                + "\r\n\r\n" + json.substring(0, json.length() - 1));
    }

    /** Sends the last letter of a request, and reads the answer. */
    Answer end(String json) throws IOException {
        write(json.substring(json.length() - 1));
        return answer();
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** What comes next; its body is read too. */
    Answer answer() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return new Answer("");
            }
            head.append((char) next);
        }
        for (String line : head.toString().split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                in.readNBytes(Integer.parseInt(line.substring(15).strip()));
            }
        }
        return new Answer(head.toString());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
