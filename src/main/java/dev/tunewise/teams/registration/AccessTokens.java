package dev.tunewise.teams.registration;

/** Port: tokens with which we call the connector. */
public interface AccessTokens {
    /**
     * A token that is valid for some minutes yet; several callers at once cause one request.
     *
     * @throws TokenException when none can be had now
     */
    String current() throws TokenException;

    /** The connector refused this token: the next call gets another one, where there is one. */
    default void refused(String token) {}

    final class TokenException extends Exception {
        TokenException(String message) {
            super(message);
        }
    }
}
