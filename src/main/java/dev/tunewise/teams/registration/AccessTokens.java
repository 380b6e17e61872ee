package dev.tunewise.teams.registration;

/** Port: tokens with which we call the connector. */
public interface AccessTokens {
    /**
     * A token that is valid for some minutes yet; several callers at once cause one request.
     *
     * @throws TokenException when none can be had now
     */
    String current() throws TokenException;

    /** The connector refused this token: the next call gets another one. */
    void refused(String token);

    /** No tokens, for development with a connector that wants none. */
    static AccessTokens none() {
        return new AccessTokens() {
            @Override
            public String current() {
                return "";
            }

            @Override
            public void refused(String token) {
                // there is no other one
            }
        };
    }

    final class TokenException extends Exception {
        private static final long serialVersionUID = 1L;

        TokenException(String message) {
            super(message);
        }
    }
}
