package dev.tunewise.testing;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanRegistration;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.inject.DisposableBeanDefinition;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;

/** The whole service on a free port with a database in a folder; it can be stopped and started again on the same data. */
public final class Service implements AutoCloseable {
    private final Map<String, Object> settings = new HashMap<>();
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private ApplicationContext context;
    private EmbeddedServer server;

    private Service(Path folder, Map<String, Object> more) {
        settings.put("micronaut.server.port", -1);
        settings.put("tunewise.warm-up", "false");
        settings.put("micronaut.server.host", "127.0.0.1");
        settings.put("tunewise.database.url", "jdbc:sqlite:" + folder.resolve("tunewise.db"));
        settings.putAll(more);
        run();
    }

    /** Starts a service that keeps its data in a folder. */
    public static Service start(Path folder) {
        return new Service(folder, Map.of());
    }

    /** Starts a service with these settings besides. */
    public static Service start(Path folder, Map<String, Object> settings) {
        return new Service(folder, settings);
    }

    private void run() {
        context = ApplicationContext.builder(settings, "test").build();
        try {
            server = context.start().getBean(EmbeddedServer.class).start();
        } catch (RuntimeException failed) {
            // A context that did not start ends nothing when it is closed: its tasks would go on beside other tests.
            context.getActiveBeanRegistrations(Object.class).forEach(this::end);
            context.getActiveBeanRegistrations(ExecutorService.class)
                    .forEach(executor -> executor.getBean().shutdownNow());
            context.close();
            throw failed;
        }
        // The same address after a restart, as on a server.
        settings.put("micronaut.server.port", server.getPort());
    }

    private <T> void end(BeanRegistration<T> bean) {
        if (bean.getBeanDefinition() instanceof DisposableBeanDefinition<T> ends) {
            ends.dispose(context, bean.getBean());
        }
    }

    /** Stops the service and starts it again on the same data and address. */
    public void restart() {
        context.close();
        // The old listener may take a moment to let the port go.
        for (int attempt = 0; ; attempt++) {
            try {
                run();
                return;
            } catch (ServerStartupException busy) {
                context.close();
                if (attempt == 100) {
                    throw busy;
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    /** Comes as somebody else from now on. */
    public void forgetCookies() {
        cookies.getCookieStore().removeAll();
    }

    /** A part of the service. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** An address of the service. */
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getPort() + path);
    }

    /** Gets a path. */
    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Posts JSON. */
    public HttpResponse<String> postJson(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** Posts a form: names and values in turn. */
    public HttpResponse<String> postForm(String path, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(escape(fields[i])).append('=').append(escape(fields[i + 1]));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** A request to build on; names and values of headers in turn. */
    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(30));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    /** Sends a request. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }
}
