package dev.tunewise.session.outbox;

import dev.tunewise.chat.Post;
import dev.tunewise.session.store.Address;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Port: posts that are committed but not yet sent. Posts of one consultation leave in order; a post that cannot be sent yet holds up only
 * the later posts of its own consultation.
 */
public interface Outbox {

    /**
     * Takes the next posts that may be sent, at most one per consultation, and leases them.
     *
     * @param now the present
     * @param leaseUntil others leave them alone until then
     * @param limit at most so many
     */
    List<Item> take(Instant now, Instant leaseUntil, int limit);

    /**
     * It was sent.
     *
     * @param reference the platform's reference, kept to edit the post in place later
     */
    void sent(long id, String reference, Instant at);

    /** It could not be sent now. */
    void later(long id, Instant notBefore, String reason);

    /** It will never be sent. */
    void dropped(long id, String reason, Instant at);

    /** The platform's reference of the newest sent post with this key. */
    Optional<String> reference(String conversation, String postKey);

    /** Says whether a newer post with the same key of the same consultation waits too, so that this one need not be sent as an edit. */
    boolean superseded(long id);

    /** How many posts wait, for health and metrics. */
    long waiting();

    /**
     * A post to send.
     *
     * @param id id in the outbox
     * @param conversation id of the consultation
     * @param address where the consultation takes place, as known now
     * @param post what to send
     * @param replaces the platform's reference of the post it replaces in place; empty for a new one
     * @param attempts how often sending was tried before
     */
    record Item(long id, String conversation, Address address, Post post, String replaces, int attempts) {}
}
