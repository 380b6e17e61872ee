package dev.tunewise.slack.fake;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The Socket Mode side of Slack: a WebSocket server that sends envelopes to one of its connections and waits for acknowledgements. */
public final class SocketServer implements AutoCloseable {
    private static final String ACCEPT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket server;
    private final CopyOnWriteArrayList<Connection> connections = new CopyOnWriteArrayList<>();
    private final Map<String, CompletableFuture<JsonObject>> acknowledgements = new ConcurrentHashMap<>();
    private final AtomicInteger connected = new AtomicInteger();
    private volatile CountDownLatch waiting = new CountDownLatch(1);

    public SocketServer() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public String address() {
        return "ws://127.0.0.1:" + server.getLocalPort() + "/link";
    }

    /** How many connections there ever were. */
    public int connected() {
        return connected.get();
    }

    /** Waits until somebody is connected. */
    public void await() throws InterruptedException {
        if (connections.isEmpty() && !waiting.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Nobody connected within 20 seconds");
        }
    }

    /** Sends an envelope; the future is its acknowledgement. */
    public CompletableFuture<JsonObject> send(JsonObject envelope) {
        CompletableFuture<JsonObject> acknowledged = new CompletableFuture<>();
        acknowledgements.put(envelope.get("envelope_id").getAsString(), acknowledged);
        connections.getLast().text(envelope.toString());
        return acknowledged;
    }

    /** Asks the other side to connect again, as Slack does every few hours. */
    public void refresh() {
        waiting = new CountDownLatch(1);
        Connection old = connections.getLast();
        connections.remove(old);
        old.text("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            // Frames leave whole and at once, as from a server that is used in earnest.
            socket.setTcpNoDelay(true);
            Connection connection = new Connection(new BufferedOutputStream(socket.getOutputStream()));
            shakeHands(in, socket.getOutputStream());
            connections.add(connection);
            connected.incrementAndGet();
            connection.text("{\"type\":\"hello\",\"num_connections\":1}");
            waiting.countDown();
            while (true) {
                if (!read(in, connection)) {
                    break;
                }
            }
            connections.remove(connection);
        } catch (IOException | GeneralSecurityException gone) {
            connections.removeIf(connection -> connection.closed);
        }
    }

    private static void shakeHands(DataInputStream in, OutputStream out) throws IOException, GeneralSecurityException {
        String key = "";
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("sec-websocket-key:")) {
                key = line.substring(line.indexOf(':') + 1).strip();
            }
        }
        byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + ACCEPT).getBytes(StandardCharsets.US_ASCII));
        String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n";
        out.write(answer.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** Reads one frame; false when it was the last. */
    private boolean read(DataInputStream in, Connection connection) throws IOException {
        int first = in.read();
        if (first < 0) {
            return false;
        }
        int second = in.readUnsignedByte();
        long length = second & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] mask = (second & 0x80) != 0 ? in.readNBytes(4) : new byte[4];
        byte[] payload = in.readNBytes((int) length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return switch (first & 0x0f) {
            case 0x1 -> {
                acknowledge(new String(payload, StandardCharsets.UTF_8));
                yield true;
            }
            case 0x8 -> {
                connection.frame(0x8, payload);
                connection.closed = true;
                yield false;
            }
            case 0x9 -> {
                connection.frame(0xA, payload);
                yield true;
            }
            default -> true;
        };
    }

    private void acknowledge(String text) {
        JsonObject json = JsonParser.parseString(text).getAsJsonObject();
        if (json.has("envelope_id")) {
            CompletableFuture<JsonObject> waitingFor =
                    acknowledgements.remove(json.get("envelope_id").getAsString());
            if (waitingFor != null) {
                waitingFor.complete(json);
            }
        }
    }

    private static final class Connection {
        private final OutputStream out;
        private volatile boolean closed;

        private Connection(OutputStream out) {
            this.out = out;
        }

        private void text(String text) {
            frame(0x1, text.getBytes(StandardCharsets.UTF_8));
        }

        private synchronized void frame(int opcode, byte[] payload) {
            try {
                out.write(0x80 | opcode);
                if (payload.length < 126) {
                    out.write(payload.length);
                } else if (payload.length < 65_536) {
                    out.write(126);
                    out.write(payload.length >>> 8);
                    out.write(payload.length & 0xff);
                } else {
                    out.write(127);
                    for (int shift = 56; shift >= 0; shift -= 8) {
                        out.write((int) ((long) payload.length >>> shift) & 0xff);
                    }
                }
                out.write(payload);
                out.flush();
            } catch (IOException gone) {
                closed = true;
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
