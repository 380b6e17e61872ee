package dev.tunewise.session.lease;

import java.util.Map;

/** Port: the processes that share a database, and the leases that each of them holds on requests and posts. */
public interface LeaseStore {
    /**
     * Counts a sign of life of a process; leases of processes that nobody knows are given back.
     *
     * @return how many signs each known process gave so far, this one included
     */
    Map<String, Long> beat(String owner);

    /** Gives back all that a process holds, and forgets the process. */
    void release(String owner);

    /** Gives back what all processes hold; only for a process that knows that no other one lives. */
    void releaseAll();
}
