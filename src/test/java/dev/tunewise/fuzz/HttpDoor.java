package dev.tunewise.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Sends bytes as they are over HTTP/1.1 and reads what comes back; it keeps its connection as long as the service does, and waits for no answer before
 * it sends the next request. */
final class HttpDoor implements AutoCloseable {
    private static final int LONGEST_HEAD = 64_000;
    private static final int PATIENCE_MILLIS = 60_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    HttpDoor(int port) {
        this.port = port;
    }

    /** A connection of its own to the same service. */
    HttpDoor another() {
        return new HttpDoor(port);
    }

    /** What came back; a status of 0 when the connection was closed without an answer, and {@link #NONE} when nothing came for long. */
    record Answer(int status, String body) {
        static final int NONE = 599;
    }

    /** A request as bytes. */
    static byte[] request(String method, String path, List<String> headers, byte[] body) {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    /** Sends requests one behind the other without waiting for answers; gives an answer for each. */
    List<Answer> send(List<byte[]> requests) {
        List<Answer> answers = new ArrayList<>();
        boolean stale = socket != null;
        while (answers.size() < requests.size()) {
            int before = answers.size();
            exchange(requests.subList(before, requests.size()), answers);
            // A kept connection may have been closed before anything came; a new one that says nothing has said so.
            if (answers.size() == before && !stale) {
                answers.add(new Answer(0, ""));
            }
            stale = false;
        }
        return answers;
    }

    /** As many answers as come before the connection ends. */
    private void exchange(List<byte[]> requests, List<Answer> answers) {
        try {
            if (socket == null) {
                socket = new Socket("127.0.0.1", port);
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.setTcpNoDelay(true);
                in = new BufferedInputStream(socket.getInputStream(), 65_536);
            }
            OutputStream out = socket.getOutputStream();
            // Whoever only writes while answers wait to be read would stand still with the service.
            Thread.ofVirtual().start(() -> write(requests, out));
            for (int i = 0; i < requests.size() && socket != null && answer(answers); i++) {
                // each answer is noted as it comes
            }
        } catch (SocketTimeoutException hangs) {
            answers.add(new Answer(Answer.NONE, "no answer within " + PATIENCE_MILLIS + " ms"));
            close();
        } catch (IOException broken) {
            close();
        }
    }

    private static void write(List<byte[]> requests, OutputStream out) {
        try {
            ByteArrayOutputStream together = new ByteArrayOutputStream();
            for (byte[] request : requests) {
                together.write(request);
            }
            together.writeTo(out);
        } catch (IOException closed) {
            // Whoever reads notices.
        }
    }

    private boolean answer(List<Answer> answers) throws IOException {
        String head = head();
        if (head.isEmpty()) {
            close();
            return false;
        }
        int status = Integer.parseInt(head.substring(9, 12));
        String lower = head.toLowerCase(Locale.ROOT);
        byte[] body = status == 304 || status == 204 ? new byte[0] : body(lower);
        if (lower.contains("connection: close") || !lower.startsWith("http/1.1")) {
            close();
        }
        answers.add(new Answer(status, new String(body, StandardCharsets.UTF_8)));
        return true;
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
            ByteArrayOutputStream all = new ByteArrayOutputStream();
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
