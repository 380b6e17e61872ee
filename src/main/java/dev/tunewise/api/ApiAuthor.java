package dev.tunewise.api;

import dev.tunewise.access.Identity;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.session.store.Address;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** Who sends a request: who signed in. Only where nobody can sign in, on a laptop, the name in the body counts. */
final class ApiAuthor {
    private static final String NAME = "API";

    static Author of(HttpRequest<?> request, Optional<String> named, Address address) {
        return request.getAttribute(Identity.ATTRIBUTE, Identity.class)
                .filter(Identity::known)
                .map(identity -> identity.author(address))
                .orElseGet(() -> {
                    String name = named.filter(given -> !given.isBlank()).orElse(NAME);
                    return new Author("api:" + name, name);
                });
    }

    /** What sets the keys of one apart from those of all others: nobody is answered with what somebody else began. */
    static String scope(HttpRequest<?> request) {
        return request.getAttribute(Identity.ATTRIBUTE, Identity.class)
                .filter(Identity::known)
                .map(identity -> identity.id() + ":")
                .orElse("");
    }
}
