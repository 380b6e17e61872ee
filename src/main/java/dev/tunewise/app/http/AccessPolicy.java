package dev.tunewise.app.http;

import dev.tunewise.app.startup.StartupException;
import io.micronaut.context.annotation.Context;
import io.micronaut.http.server.HttpServerConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who may come in. On a loopback address without a token everybody on this machine may; otherwise only those who show the token. The service
 * does not start on another address without one.
 */
@Context
final class AccessPolicy {
    private final String token;
    private final String host;

    AccessPolicy(ApiSettings settings, HttpServerConfiguration server) {
        // Without a host the server listens on all addresses.
        this.host = server.getHost().orElse("0.0.0.0");
        this.token = settings.token().strip();
        if (token.isEmpty() && !LoopbackHosts.isLoopback(host)) {
            throw new StartupException(
                    "The service would listen on " + host + ", which other machines can reach, without an access"
                            + " token: set TUNEWISE_API_TOKEN to a long random text, or listen on 127.0.0.1.");
        }
    }

    /** Whether everybody on this machine may come in, and nobody else can. */
    boolean open() {
        return token.isEmpty();
    }

    /** Whether this is the token; takes the same time wherever it differs. */
    boolean isToken(String shown) {
        return !token.isEmpty() && MessageDigest.isEqual(hash(token), hash(shown));
    }

    /** What a browser keeps in place of the token; it ends with the token. */
    String pass() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("tunewise web".getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /** Whether this is what {@link #pass()} gave. */
    boolean isPass(String shown) {
        return !token.isEmpty() && MessageDigest.isEqual(hash(pass()), hash(shown));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
