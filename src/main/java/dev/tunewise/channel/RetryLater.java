package dev.tunewise.channel;

/** A platform wants us to wait, and nothing was done yet; the request is to be worked off again later. */
public final class RetryLater extends RuntimeException {
    public RetryLater(String reason) {
        super(reason);
    }
}
