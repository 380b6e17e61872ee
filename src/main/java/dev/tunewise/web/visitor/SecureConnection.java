package dev.tunewise.web.visitor;

import io.micronaut.http.HttpRequest;

/** Tells whether a browser came over an encrypted connection. */
public final class SecureConnection {
    /** Also where a proxy in front of us ended the encryption. */
    public static boolean is(HttpRequest<?> request) {
        return request.isSecure()
                || "https".equalsIgnoreCase(request.getHeaders().get("X-Forwarded-Proto"));
    }
}
