package dev.tunewise.app;

/** Why the service does not start, in words for the person who starts it. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }

    /** The refusal behind a failure; null when something else failed. */
    static @org.jspecify.annotations.Nullable Refusal behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }
}
