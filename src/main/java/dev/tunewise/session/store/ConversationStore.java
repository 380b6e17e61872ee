package dev.tunewise.session.store;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Entry;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Port: where consultations are kept. Every method is one transaction; the database is the truth. */
public interface ConversationStore {
    /**
     * Keeps a new consultation with its first entry and the posts that answer it, all or nothing.
     *
     * @return {@link Appended.Duplicate} when an entry with the same key was kept before in the same channel and workspace
     */
    Appended create(Conversation conversation, ConversationSummary digest, Entry first, List<Post> posts);

    /**
     * Adds an entry with the posts that answer it, all or nothing.
     *
     * @param expectedVersion the version that the step was made on
     */
    Appended append(String id, long expectedVersion, ConversationSummary digest, Entry entry, List<Post> posts);

    Optional<Conversation> find(String id);

    /** What was said and done in some consultations, by their ids: one query, however many there are. */
    Map<String, List<Entry>> entries(Collection<String> ids);

    /** The consultation that an event was kept in, by the event's key. */
    Optional<String> holder(String channel, String workspace, String key);

    Optional<Address> address(String id);

    /** What lists show of a consultation; its entries are not read. */
    Optional<ConversationSummary> digest(String id);

    /** The same of the consultation of a thread, by channel, workspace, room and thread. */
    Optional<ConversationSummary> digest(Address address);

    /** Says whether a consultation of this room waits for its first post to be sent, so that its thread is not known yet. */
    boolean opening(Address room);

    /** Consultations of a workspace, newest change first. */
    List<ConversationSummary> list(String channel, String workspace, int limit);

    /** Consultations of some rooms that are in one of these states, newest change first: one query, however many others there are. */
    List<ConversationSummary> inRooms(
            String channel,
            String workspace,
            Collection<String> rooms,
            Set<ConversationSummary.State> states,
            int limit);

    /** Consultations of one room, newest change first. */
    default List<ConversationSummary> ofRoom(Address room, int limit) {
        return inRooms(
                room.channel(),
                room.workspace(),
                Set.of(room.room()),
                EnumSet.allOf(ConversationSummary.State.class),
                limit);
    }

    /** The posts of a consultation in the order in which they were committed, for channels that show them from here. */
    List<Kept> posts(String id);

    /** The last version of every post, in the order in which their first ones were committed. */
    List<Post> newest(String id);

    /** Whether a team channel was told something of a consultation, by the key of the post. */
    boolean told(String id, Predicate<String> key);

    /** A post as kept. `sequence`: position among all posts of the consultation. `at`: when it was committed. */
    record Kept(long sequence, long entry, Instant at, Post post) {}

    sealed interface Appended {
        record Done(long version) implements Appended {}

        /** The same event was kept before, in the consultation named; nothing was done. */
        record Duplicate(String conversation) implements Appended {}

        /** Somebody else appended first: load again, step again. */
        record Conflict(long version) implements Appended {}
    }
}
