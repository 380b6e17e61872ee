package dev.tunewise.app.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{43}");

    static OidcState fresh(String provider, String next, RandomGenerator random) {
        return new OidcState(provider, key(random), key(random), key(random), next);
    }

    private static String key(RandomGenerator random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    String challenge() {
        try {
            return BASE64.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    String text() {
        return BASE64.encodeToString(
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
