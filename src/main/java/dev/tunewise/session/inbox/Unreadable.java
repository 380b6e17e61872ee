package dev.tunewise.session.inbox;

/** A request that no try will ever make sense of; an operator decides what becomes of it. */
public final class Unreadable extends RuntimeException {
    /** A request that cannot be read. `reason`: what is wrong with it; people's words are no part of it. */
    public Unreadable(String reason) {
        super(reason, null, false, false);
    }
}
