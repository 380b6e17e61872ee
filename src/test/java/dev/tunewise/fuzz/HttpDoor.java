package dev.tunewise.fuzz;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends bytes as they are over HTTP/1.1 and reads what comes back; it keeps its connection as long as the service does. */
final class HttpDoor implements AutoCloseable {
    private static final int LONGEST_HEAD = 64_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    HttpDoor(int port) {
        this.port = port;
    }

    /** What came back; a status of 0 when the connection was closed without an answer. */
    record Answer(int status, String body) {}

    Answer send(String method, String path, List<String> headers, byte[] body) {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return send(all);
    }

    Answer send(byte[] request) {
        boolean fresh = socket == null;
        try {
            Answer answer = exchange(request);
            if (answer.status() == 0 && !fresh) {
                // A kept connection may have been closed before this request came.
                close();
                return exchange(request);
            }
            return answer;
        } catch (IOException broken) {
            close();
            try {
                return fresh ? new Answer(0, "") : exchange(request);
            } catch (IOException again) {
                close();
                return new Answer(0, "");
            }
        }
    }

    private Answer exchange(byte[] request) throws IOException {
        if (socket == null) {
            socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(20_000);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
        socket.getOutputStream().write(request);
        String head = head();
        if (head.isEmpty()) {
            close();
            return new Answer(0, "");
        }
        int status = Integer.parseInt(head.substring(9, 12));
        String lower = head.toLowerCase(java.util.Locale.ROOT);
        byte[] body = status == 304 || status == 204 ? new byte[0] : body(lower);
        if (lower.contains("connection: close") || !lower.startsWith("http/1.1")) {
            close();
        }
        return new Answer(status, new String(body, StandardCharsets.UTF_8));
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
            if (head.length() > LONGEST_HEAD) {
                throw new IOException("the head of an answer is too long");
            }
        }
        return head.toString();
    }

    private byte[] body(String head) throws IOException {
        int length = head.indexOf("content-length:");
        if (length >= 0) {
            int end = head.indexOf("\r\n", length);
            return in.readNBytes(
                    Integer.parseInt(head.substring(length + 15, end).strip()));
        }
        if (head.contains("transfer-encoding: chunked")) {
            java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
            while (true) {
                int size = Integer.parseInt(line().strip(), 16);
                all.write(in.readNBytes(size));
                line();
                if (size == 0) {
                    return all.toByteArray();
                }
            }
        }
        byte[] rest = in.readAllBytes();
        close();
        return rest;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            socket = null;
        }
    }
}
