package dev.tunewise.app.http;

import dev.tunewise.access.AccessScope;
import dev.tunewise.app.startup.StartupException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one token that stands in the settings; named ones are made by the command `tunewise access`.
 *
 * @param token what programs must show; empty for none, which only a loopback address may have
 * @param scope which consultations it opens, joined by commas: `local`, `slack/T1`, `slack/T1/C1` or `*`
 */
@ConfigurationProperties("tunewise.api")
record ApiSettings(
        @Bindable(defaultValue = "") String token,
        @Bindable(defaultValue = AccessScope.LOCAL) String scope) {
    private static final int SHORTEST = 20;

    /** The token, long enough not to be guessed. */
    String checkedToken() {
        String stripped = token.strip();
        if (!stripped.isEmpty() && stripped.length() < SHORTEST) {
            throw new StartupException("TUNEWISE_API_TOKEN has " + stripped.length() + " characters; expected at least "
                    + SHORTEST + ", as `openssl rand -base64 32` prints them.");
        }
        return stripped;
    }

    List<AccessScope> scopes() {
        return Stream.of(scope.split(","))
                .map(text -> AccessScope.read(text)
                        .orElseThrow(() -> new StartupException("tunewise.api.scope is \"" + text.strip()
                                + "\"; expected local, slack/<workspace>, teams/<tenant> or *, joined by commas.")))
                .toList();
    }

    @Override
    public String toString() {
        return "ApiSettings[token=" + (token.isEmpty() ? "none" : "set") + "]";
    }
}
