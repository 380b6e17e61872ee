package dev.tunewise.slack.receive;

import dev.tunewise.access.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests of Slack from all others, over the raw bytes of the body. Not the SDK's verifier: that one takes timestamps of the future, does
 * not compare in constant time and depends on the machine's charset.
 */
public final class SlackRequestVerifier {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    private final byte[] key;
    private final InstantSource clock;

    /** `signingSecret`: secret of the app, not blank. */
    public SlackRequestVerifier(String signingSecret, InstantSource clock) {
        this.key = signingSecret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    /**
     * Whether Slack sent this, and just now.
     *
     * @param timestamp header `X-Slack-Request-Timestamp`
     * @param signature header `X-Slack-Signature`
     */
    public boolean isGenuine(byte[] body, @Nullable String timestamp, @Nullable String signature) {
        if (timestamp == null
                || signature == null
                || !SECONDS.matcher(timestamp).matches()) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) > 0) {
            return false;
        }
        byte[] expected = Secrets.signature(key, "v0:" + timestamp + ":", body);
        return Secrets.same("v0=" + HexFormat.of().formatHex(expected), signature);
    }
}
