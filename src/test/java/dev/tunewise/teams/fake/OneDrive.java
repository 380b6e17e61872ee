package dev.tunewise.teams.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where files are put; it may fail so many times. */
public final class OneDrive {
    private final List<String> files = new CopyOnWriteArrayList<>();
    private volatile int failures;

    /** What was put, each as its range and its content. */
    public List<String> files() {
        return files;
    }

    /** The next puts fail. */
    public void fail(int times) {
        failures = times;
    }

    void put(HttpExchange exchange) throws IOException {
        String content = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean token = exchange.getRequestHeaders().containsKey("Authorization");
        int status =
                failures-- > 0 ? 503 : token || !exchange.getRequestMethod().equals("PUT") ? 400 : 201;
        if (status == 201) {
            files.add(exchange.getRequestHeaders().getFirst("Content-Range") + " " + content);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
