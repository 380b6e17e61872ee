package dev.tunewise.session.outbox;

import dev.tunewise.chat.Post;
import dev.tunewise.session.lease.WaitingWork;
import dev.tunewise.session.store.Address;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Port: posts that are committed but not yet sent. Posts of one consultation leave in order; a post that cannot be sent yet holds up only
 * the later posts of its own consultation.
 */
public interface Outbox extends WaitingWork {
    /**
     * Leases the next posts that may be sent, at most one per consultation.
     *
     * @param busy workspaces whose posts are left alone
     * @param admits says of the address of each post found whether it is taken
     * @param limit at most so many
     */
    List<Item> take(String owner, Collection<String> busy, Predicate<Address> admits, int limit);

    /**
     * It was sent.
     *
     * @param reference the platform's reference, kept to edit the post in place later
     * @param address where its consultation takes place from now on, noted in the same transaction
     */
    void sent(Item item, String reference, Address address);

    /**
     * It could not be sent now. Says nothing where another process has taken it over meanwhile.
     *
     * @param owner id of the process that could not send it
     * @param uncertain whether the platform may have it nevertheless
     */
    void later(String owner, long id, Duration wait, String reason, boolean uncertain);

    /** Its words were sent, as with {@link #sent}; what goes beside them is tried again later and keeps nothing back meanwhile. */
    void partly(String owner, Item item, Delivery.Outcome.Sent sent, Duration wait, String reason);

    void dropped(long id, String reason);

    /** Its room takes no posts for now: it is kept until it is released, and keeps nothing back. */
    void hold(long id, String reason);

    /** What is kept for rooms that take no posts. */
    List<Held> held();

    /** Its room takes posts again: it is sent now, unless something newer took its place. */
    void release(long id);

    /** A post that is kept for a room. */
    record Held(long id, Address room) {}

    /** The platform's reference of the newest sent post with this key. */
    Optional<String> reference(String conversation, String postKey);

    /** Says whether a newer post with the same key of the same consultation waits too, so that this one need not be sent as an edit. */
    boolean superseded(long id);

    /** How many posts wait, for health and metrics. */
    long waiting();

    /**
     * A post to send.
     *
     * @param address where the consultation takes place, as known now
     * @param replaces the platform's reference of the post it replaces in place; empty for a new one
     * @param tries what was tried before
     * @param redacts whether it stands there already, and only loses words that somebody took back
     * @param held whether it is surely still ours to send; asked right before it leaves
     */
    record Item(
            long id,
            String conversation,
            long entry,
            Address address,
            Post post,
            String replaces,
            Tries tries,
            boolean redacts,
            BooleanSupplier held) {
        /** A post that says something new. */
        public Item(
                long id, String conversation, long entry, Address address, Post post, String replaces, Tries tries) {
            this(id, conversation, entry, address, post, replaces, tries, false, () -> true);
        }

        Item held(BooleanSupplier by) {
            return new Item(id, conversation, entry, address, post, replaces, tries, redacts, by);
        }

        /** How often sending was tried before. */
        public int attempts() {
            return tries.attempts();
        }
    }

    /**
     * Tries of a post.
     *
     * @param uncertain whether the platform may have the post: a try ended without an answer
     * @param since how long ago the first one was
     * @param out whether its words stand there, as what it replaces
     */
    record Tries(int attempts, boolean uncertain, Duration since, boolean out) {
        /** Nothing was tried yet. */
        public static final Tries NONE = new Tries(0, false, Duration.ZERO, false);
    }
}
