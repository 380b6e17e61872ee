package dev.tunewise.web;

import io.micronaut.http.HttpRequest;

/** Tells whether a browser came over an encrypted connection. */
final class Secure {
    private Secure() {}

    /** Also where a proxy in front of us ended the encryption. */
    static boolean is(HttpRequest<?> request) {
        return request.isSecure()
                || "https".equalsIgnoreCase(request.getHeaders().get("X-Forwarded-Proto"));
    }
}
