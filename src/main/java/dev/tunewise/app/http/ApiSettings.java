package dev.tunewise.app.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Access for programs and browsers.
 *
 * @param token what they must show; empty for none, which only a loopback address may have
 */
@ConfigurationProperties("tunewise.api")
record ApiSettings(@Bindable(defaultValue = "") String token) {

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "ApiSettings[token=" + (token.isEmpty() ? "none" : "set") + "]";
    }
}
