package dev.tunewise.app.startup;

/** Why the service does not start, in words for the person who starts it. */
public final class StartupException extends RuntimeException {
    public StartupException(String message) {
        super(message);
    }
}
