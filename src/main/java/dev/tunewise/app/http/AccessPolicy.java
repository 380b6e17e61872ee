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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may come in. On a loopback address without a token everybody on this machine may, as long as no door is open that others have to reach;
 * otherwise only those who show the token. The service does not start on another address without one.
 */
@Context
final class AccessPolicy {
    private static final Logger LOG = LoggerFactory.getLogger(AccessPolicy.class);

    private final String token;
    private final OutsideDoors doors;

    AccessPolicy(ApiSettings settings, HttpServerConfiguration server, OutsideDoors doors) {
        // Without a host the server listens on all addresses.
        String host = server.getHost().orElse("0.0.0.0");
        this.doors = doors;
        this.token = settings.token().strip();
        if (token.isEmpty() && !LoopbackHosts.isLoopback(host)) {
            throw new StartupException(
                    "The service would listen on " + host + ", which other machines can reach, without an access"
                            + " token: set TUNEWISE_API_TOKEN to a long random text, or listen on 127.0.0.1.");
        }
        if (token.isEmpty() && !doors.settings().isEmpty()) {
            LOG.warn(
                    "The web pages and the API are closed, because {} lets others reach this service and there is no"
                            + " access token. Set TUNEWISE_API_TOKEN to a long random text to open them to those who have it.",
                    doors.settings().getFirst());
        }
    }

    /** Whether everybody on this machine may come in, and nobody else can. */
    boolean open() {
        return token.isEmpty() && doors.settings().isEmpty();
    }

    /** Whether nobody can come in. */
    boolean closed() {
        return token.isEmpty() && !open();
    }

    /** Whether a platform's requests carry no signature; then they too have to come from this machine. */
    boolean unsignedPlatform() {
        return doors.unsigned();
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
