package dev.tunewise.slack.install;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tunewise.access.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * States of installs that have begun: signed by us, good for ten minutes and one use, and bound to the browser by a cookie. Nothing is kept of one
 * that only begins, since strangers can begin as many as they like.
 */
public final class OAuthStates {
    static final Duration LIFE = Duration.ofMinutes(10);
    private static final Pattern FORM = Pattern.compile("(\\d{1,12}\\.[\\w-]{32})\\.([\\w-]{43})");

    private final byte[] key;
    private final SecureRandom random;
    private final InstantSource clock;

    /** Another replica does not know them, but Slack takes the code that comes with a state once only. */
    private final Cache<String, Boolean> used =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LIFE).build();

    /** `secret`: the app's client secret, which all replicas have. */
    public OAuthStates(String secret, SecureRandom random, InstantSource clock) {
        this.key = secret.getBytes(StandardCharsets.UTF_8);
        this.random = random;
        this.clock = clock;
    }

    public String begin() {
        String content = clock.instant().plus(LIFE).getEpochSecond() + "." + Secrets.random(random, 24);
        return content + "." + sign(content);
    }

    /** Whether Slack and the browser bring back the same state, one that we gave and nobody used before. */
    public boolean end(@Nullable String fromSlack, @Nullable String fromBrowser) {
        if (fromSlack == null || fromBrowser == null) {
            return false;
        }
        var parts = FORM.matcher(fromSlack);
        if (!parts.matches()
                || !Secrets.same(sign(parts.group(1)), parts.group(2))
                || used.asMap().putIfAbsent(fromSlack, true) != null) {
            return false;
        }
        long ends = Long.parseLong(fromSlack.substring(0, fromSlack.indexOf('.')));
        return Secrets.same(fromSlack, fromBrowser) && clock.instant().getEpochSecond() < ends;
    }

    private String sign(String content) {
        return Secrets.text(Secrets.signature(key, "install " + content));
    }
}
