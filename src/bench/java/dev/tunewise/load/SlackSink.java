package dev.tunewise.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of Slack's Web API as a load needs, and as little work as possible: it answers at once and tells whoever waits when a message shows what
 * they wrote. Root messages are known by the mark in their text, replies by their thread.
 */
final class SlackSink implements AutoCloseable {
    static final Pattern MARK = Pattern.compile("load\\d+mark");
    private static final Pattern THREAD = Pattern.compile("thread_ts(?:\"\\s*:\\s*\"|=)([0-9.]+)");

    private static final Pattern AMOUNT = Pattern.compile("(?:%20|\\b)([1-9])(?:,|%2C)?(\\d{3})(?!\\d)");

    private final HttpServer server;
    private final AtomicLong next = new AtomicLong(1_000_000);
    private final AtomicLong posts = new AtomicLong();
    private final Map<String, CompletableFuture<Seen>> waiting = new ConcurrentHashMap<>();

    /** A message that somebody waited for, and when it was shown. */
    record Seen(String ts, long nanos) {}

    SlackSink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
    }

    long posts() {
        return posts.get();
    }

    /** The next message with this mark, or in this thread with this amount behind it. */
    CompletableFuture<Seen> next(String key) {
        return waiting.computeIfAbsent(key, _ -> new CompletableFuture<>());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        String method = path.substring(path.lastIndexOf('/') + 1);
        String answer = switch (method) {
            case "auth.test" ->
                "{\"ok\":true,\"url\":\"https://acme.slack.com/\",\"team_id\":\"T1\",\"user_id\":\"U0BOT\",\"user\":\"tunewise\",\"bot_id\":\"B1\"}";
            case "conversations.info" ->
                "{\"ok\":true,\"channel\":{\"id\":\"C1\",\"name\":\"general\",\"is_member\":true,\"is_channel\":true}}";
            case "users.info" ->
                "{\"ok\":true,\"user\":{\"id\":\"U1\",\"name\":\"ana\",\"profile\":{\"display_name\":\"Ana\",\"real_name\":\"Ana\"}}}";
            case "chat.postMessage" -> posted(body);
            default -> "{\"ok\":true,\"ts\":\"1.0\",\"messages\":[]}";
        };
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String posted(String body) {
        posts.incrementAndGet();
        String ts = "1700000000." + next.incrementAndGet();
        Seen seen = new Seen(ts, System.nanoTime());
        Matcher thread = THREAD.matcher(body);
        if (thread.find()) {
            // Numbers stand in posts with a comma, which a form encodes.
            Matcher amount = AMOUNT.matcher(body);
            while (amount.find()) {
                complete(thread.group(1) + " " + amount.group(1) + amount.group(2), seen);
            }
        } else {
            Matcher mark = MARK.matcher(body);
            complete(mark.find() ? mark.group() : "", seen);
        }
        return "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"" + ts + "\"}";
    }

    private void complete(String key, Seen seen) {
        CompletableFuture<Seen> waits = waiting.remove(key);
        if (waits != null) {
            waits.complete(seen);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
