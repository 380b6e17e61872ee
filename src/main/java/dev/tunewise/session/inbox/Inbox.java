package dev.tunewise.session.inbox;

import dev.tunewise.session.lease.WaitingWork;
import dev.tunewise.session.store.Address;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Port: platform requests that are acknowledged and not yet processed. A channel whose platform wants its acknowledgement
 * before the turn can be made keeps the request here first, so that a crash between the two loses nothing; the turn's
 * idempotency key makes a second processing harmless. Requests of one lane are given out in the order in which they came,
 * to one process at a time.
 */
public interface Inbox extends WaitingWork {
    /**
     * Keeps a verified request; once this returns it may be acknowledged.
     *
     * @param owner id of the process that wants to process it at once; empty for none
     */
    Kept keep(Arrival arrival, String owner);

    /**
     * Leases requests that may be processed now, oldest first, with those that follow them in their lanes.
     *
     * @param channel the adapter, as in {@link Address#channel()}
     * @param busy workspaces whose requests are left alone
     * @param limit at most so many lanes
     */
    List<Item> take(String channel, String owner, Collection<String> busy, int limit);

    /** Counts a try before it is made, so that a request that ends the process is not tried for ever. */
    void begun(Item item);

    void done(long id);

    /**
     * It may be tried again after a while; until then its lane waits, and what follows in it is given back.
     *
     * @param tried whether it counts as a try; not so where it had to wait for something else
     */
    void later(Item item, boolean tried, Duration wait, String reason);

    /** A process gives back what it holds and has not begun. */
    void handBack(String owner, List<Long> ids);

    /** How many requests of a channel are kept and not given up. */
    long waiting(String channel);

    /**
     * A request as it arrives.
     *
     * @param channel the adapter, as in {@link Address#channel()}
     * @param workspace whose it is, so that one workspace does not hold up the others; may be empty
     * @param lane requests of one lane stay in order; empty for none
     * @param request as the adapter wrote it
     */
    record Arrival(String channel, String workspace, String lane, String request) {}

    /**
     * A request that was kept.
     *
     * @param leased whether it is leased to the process that kept it; not so while an earlier one of its lane is elsewhere
     */
    record Kept(long id, boolean leased) {}

    /**
     * A request to process.
     *
     * @param attempts how many tries of it ended without success before, in a failure or with their process
     * @param fresh works it off as this process has just read and kept it; null where it was taken out of the inbox
     */
    record Item(
            long id,
            Arrival arrival,
            int attempts,
            @Nullable Runnable fresh) {
        void work(Consumer<String> reader) {
            if (fresh == null) {
                reader.accept(arrival.request());
            } else {
                fresh.run();
            }
        }
    }
}
