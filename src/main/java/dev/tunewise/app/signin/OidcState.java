package dev.tunewise.app.signin;

import dev.tunewise.access.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What a browser keeps while its person signs in elsewhere, so that what comes back is believed from this browser alone.
 *
 * @param state comes back as it is
 * @param verifier proves that who redeems the code asked for it
 */
record OidcState(String provider, String state, String nonce, String verifier, String next) {
    private static final int KEY_BYTES = 32;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{43}");

    static OidcState fresh(String provider, String next, RandomGenerator random) {
        return new OidcState(
                provider,
                Secrets.random(random, KEY_BYTES),
                Secrets.random(random, KEY_BYTES),
                Secrets.random(random, KEY_BYTES),
                next);
    }

    String challenge() {
        return Secrets.text(Secrets.sha256(verifier));
    }

    String text() {
        return Secrets.text(
                String.join(" ", provider, state, nonce, verifier, next).getBytes(StandardCharsets.UTF_8));
    }

    static Optional<OidcState> read(String cookie) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8).split(" ", -1);
            return parts.length == 5
                            && KEY.matcher(parts[1]).matches()
                            && KEY.matcher(parts[2]).matches()
                            && KEY.matcher(parts[3]).matches()
                    ? Optional.of(new OidcState(parts[0], parts[1], parts[2], parts[3], parts[4]))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
