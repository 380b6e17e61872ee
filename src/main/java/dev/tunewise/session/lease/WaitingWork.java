package dev.tunewise.session.lease;

import java.util.List;

/** What the inbox and the outbox let an operator see of what is kept in them, and do about it. */
public interface WaitingWork {
    Backlog backlog();

    /** What did not succeed at once, that which was given up first. */
    List<StuckWork> stuck(int limit);

    /** It was given up: what comes behind it goes on without it, and an operator decides. */
    void setAside(long id, String reason);

    /** Tries it again now; false when there is nothing that waits or was given up. */
    boolean retry(long id);

    /** Gives it up for good; false when there is nothing that waits or was given up. */
    boolean drop(long id);
}
