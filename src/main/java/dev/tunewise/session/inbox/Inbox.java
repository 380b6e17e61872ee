package dev.tunewise.session.inbox;

import dev.tunewise.session.store.Address;
import java.time.Instant;
import java.util.List;

/**
 * Port: platform requests that are acknowledged and not yet worked off. A channel whose platform wants its acknowledgement before the turn
 * can be made keeps the request here first, so that a crash between the two loses nothing; the turn's idempotency key makes a second
 * working-off harmless. Channels that answer after the turn do not need it.
 */
public interface Inbox {

    /**
     * Keeps a verified request; once this returns it may be acknowledged.
     *
     * @param channel the adapter, as in {@link Address#channel()}
     * @param request the request as the adapter wrote it
     * @param at when it arrived
     * @param leaseUntil {@link #take} leaves it alone until then, because the process that kept it works on it
     * @return id of the request
     */
    long keep(String channel, String request, Instant at, Instant leaseUntil);

    /**
     * Takes requests whose lease has ended, oldest first, and leases them again. Each taking counts as an attempt.
     *
     * @param limit at most so many
     */
    List<Item> take(String channel, Instant now, Instant leaseUntil, int limit);

    /** It was worked off, or given up; it is deleted. */
    void done(long id);

    /** How many requests of a channel are kept, for health and metrics. */
    long waiting(String channel);

    /**
     * A request kept.
     *
     * @param id id of the request
     * @param request as the adapter wrote it
     * @param at when it arrived
     * @param attempts how often it was taken before
     */
    record Item(long id, String request, Instant at, int attempts) {}
}
