package dev.tunewise.app.session;

import dev.tunewise.proposal.ModelEndpoint;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The language model that proposes readings for text that the rules leave unread. Off unless an address is given.
 *
 * @param url base address of an OpenAI-compatible API; empty for none
 * @param key secret for it; may be empty
 * @param limit how long one message may take, at most 2 s
 */
@ConfigurationProperties("tunewise.model")
record ModelSettings(
        @Bindable(defaultValue = "") String url,
        @Bindable(defaultValue = "") String name,
        @Bindable(defaultValue = "") String key,
        @Bindable(defaultValue = "2s") Duration limit) {
    boolean isOn() {
        return !url.isEmpty();
    }

    ModelEndpoint endpoint() {
        return new ModelEndpoint(url, name, key, limit);
    }
}
