package dev.tunewise.session.inbox;

import java.time.Duration;

/** A request has to wait for something that is under way; it is tried again soon, and none of its tries is used up. */
public final class RequestDeferred extends RuntimeException {
    static final Duration PAUSE = Duration.ofSeconds(2);

    /** A reason to wait. `reason`: what it waits for, for an operator; people's words are no part of it. */
    public RequestDeferred(String reason) {
        super(reason, null, false, false);
    }
}
