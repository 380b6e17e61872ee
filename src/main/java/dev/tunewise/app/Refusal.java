package dev.tunewise.app;

/** Why the service does not start, in words for the person who starts it. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String words;

    Refusal(String message) {
        super(message);
        this.words = message;
    }

    @Override
    public String getMessage() {
        return words;
    }
}
