package dev.tunewise.teams.registration;

import java.net.http.HttpRequest;

/** How a token is asked for: with a secret, a certificate, or the identity that Azure gives to the machine. */
public interface TokenRequests {
    /**
     * The next request; its answer holds `access_token` and `expires_in`.
     *
     * @throws AccessTokens.TokenException when something needed for it cannot be had
     */
    HttpRequest next() throws AccessTokens.TokenException;

    /** The settings that it depends on, for messages. */
    String names();
}
