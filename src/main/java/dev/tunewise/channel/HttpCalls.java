package dev.tunewise.channel;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls whose thread may be told to end meanwhile: that counts as a connection that broke. */
public final class HttpCalls {
    private HttpCalls() {}

    /** The answer as text; throws where there is none. */
    public static HttpResponse<String> send(HttpClient http, HttpRequest request) throws IOException {
        return send(http, request, HttpResponse.BodyHandlers.ofString());
    }

    /** The status alone; whatever else is answered is thrown away unread. */
    public static int status(HttpClient http, HttpRequest request) throws IOException {
        return send(http, request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static <T> HttpResponse<T> send(HttpClient http, HttpRequest request, HttpResponse.BodyHandler<T> body)
            throws IOException {
        try {
            return http.send(request, body);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
