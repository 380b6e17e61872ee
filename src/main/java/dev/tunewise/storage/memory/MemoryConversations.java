package dev.tunewise.storage.memory;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.store.Erasure;
import dev.tunewise.session.store.ErasureStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Consultations in memory. */
public final class MemoryConversations implements ConversationStore, ErasureStore {
    private final Map<String, Shelf> shelves = new LinkedHashMap<>();
    private final Map<EventKey, String> seen = new HashMap<>();
    private final List<MemoryPost> posts = new ArrayList<>();
    private final BiConsumer<String, String> alsoPurge;
    private long lastPost;

    public MemoryConversations(BiConsumer<String, String> alsoPurge) {
        this.alsoPurge = alsoPurge;
    }

    @Override
    public synchronized Appended create(
            Conversation conversation, ConversationSummary digest, Entry first, List<Post> answers) {
        Optional<Appended> known = duplicate(conversation.address(), first);
        if (known.isPresent()) {
            return known.get();
        }
        Shelf shelf = new Shelf(conversation, digest);
        shelves.put(conversation.id(), shelf);
        return add(shelf, digest, first, answers);
    }

    @Override
    public synchronized Appended append(
            String id, long expectedVersion, ConversationSummary digest, Entry entry, List<Post> answers) {
        Shelf shelf = shelves.get(id);
        if (shelf == null) {
            return new Appended.Conflict(0);
        }
        Optional<Appended> known = duplicate(shelf.address, entry);
        if (known.isPresent()) {
            return known.get();
        }
        if (shelf.entries.size() != expectedVersion) {
            return new Appended.Conflict(shelf.entries.size());
        }
        return add(shelf, digest, entry, answers);
    }

    @Override
    public synchronized Optional<Conversation> find(String id) {
        return Optional.ofNullable(shelves.get(id)).map(Shelf::conversation);
    }

    @Override
    public synchronized Optional<Address> address(String id) {
        return Optional.ofNullable(shelves.get(id)).map(shelf -> shelf.address);
    }

    @Override
    public synchronized Optional<Conversation> find(Address address) {
        return shelves.values().stream()
                .filter(shelf -> shelf.isAt(address))
                .max(Comparator.comparing(shelf -> shelf.first.createdAt()))
                .map(Shelf::conversation);
    }

    @Override
    public synchronized void moveTo(String id, Address address) {
        Shelf shelf = shelves.get(id);
        if (shelf != null) {
            shelf.address = address;
        }
    }

    @Override
    public synchronized List<ConversationSummary> list(String channel, String workspace, int limit) {
        return shelves.values().stream()
                .map(Shelf::digest)
                .filter(digest -> isOf(digest.address(), channel, workspace))
                .sorted(Comparator.comparing(ConversationSummary::updatedAt)
                        .reversed()
                        .thenComparing(ConversationSummary::id))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<ConversationSummary> digest(Address address) {
        return find(address)
                .flatMap(found -> list(address.channel(), address.workspace(), Integer.MAX_VALUE).stream()
                        .filter(digest -> digest.id().equals(found.id()))
                        .findFirst());
    }

    @Override
    public List<ConversationSummary> inRooms(
            String channel,
            String workspace,
            Collection<String> rooms,
            Set<ConversationSummary.State> states,
            int limit) {
        return list(channel, workspace, Integer.MAX_VALUE).stream()
                .filter(digest -> rooms.contains(digest.address().room()) && states.contains(digest.state()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Kept> posts(String id) {
        return posts.stream()
                .filter(post -> post.conversation.equals(id))
                .map(post -> post.kept)
                .toList();
    }

    @Override
    public synchronized List<String> purge(String channel, String workspace) {
        List<String> gone = forget(new Erasure.OfWorkspace(channel, workspace), Instant.EPOCH);
        alsoPurge.accept(channel, workspace);
        return gone;
    }

    /** What one person said among others goes whole here: nothing lasts in memory anyway. */
    @Override
    public synchronized List<String> forget(Erasure which, Instant now) {
        List<String> gone = shelves.values().stream()
                .filter(shelf -> isMeant(which, shelf))
                .map(shelf -> shelf.first.id())
                .toList();
        gone.forEach(shelves::remove);
        posts.removeIf(post -> gone.contains(post.conversation));
        seen.values().removeIf(gone::contains);
        return gone;
    }

    private static boolean isMeant(Erasure which, Shelf shelf) {
        return switch (which) {
            case Erasure.OfWorkspace(String channel, String workspace) -> isOf(shelf.address, channel, workspace);
            case Erasure.OfPart(String channel, String workspace, String part) ->
                isOf(shelf.address, channel, workspace)
                        && shelf.address.details().endsWith(" " + part);
            case Erasure.OfRoom(String channel, String workspace, String room) ->
                isOf(shelf.address, channel, workspace) && shelf.address.room().equals(room);
            case Erasure.OfThread(String id) -> shelf.first.id().equals(id);
            case Erasure.Unchanged(String channel, String workspace, String part, Instant before) ->
                isOf(shelf.address, channel, workspace)
                        && shelf.address.details().endsWith(part)
                        && shelf.digest.updatedAt().isBefore(before);
            case Erasure.OfPerson(String channel, String workspace, String person) ->
                isOf(shelf.address, channel, workspace)
                        && shelf.entries.stream()
                                .anyMatch(entry -> entry.author().id().equals(person));
        };
    }

    @Override
    public List<Address> settingsNamed(String name) {
        return List.of();
    }

    /** All posts in the order in which they were committed; only to be touched under this object's lock. */
    List<MemoryPost> allPosts() {
        return posts;
    }

    private Optional<Appended> duplicate(Address address, Entry entry) {
        return Optional.ofNullable(seen.get(EventKey.of(address, entry))).map(Appended.Duplicate::new);
    }

    private Appended add(Shelf shelf, ConversationSummary digest, Entry entry, List<Post> answers) {
        String id = shelf.first.id();
        long sequence = posts(id).size();
        for (Post post : answers) {
            posts.add(new MemoryPost(
                    ++lastPost, id, new Kept(sequence++, shelf.entries.size(), digest.updatedAt(), post)));
        }
        shelf.entries.add(entry);
        shelf.digest = digest;
        seen.put(EventKey.of(shelf.address, entry), id);
        return new Appended.Done(shelf.entries.size());
    }

    private static boolean isOf(Address address, String channel, String workspace) {
        return address.channel().equals(channel) && address.workspace().equals(workspace);
    }

    private record EventKey(String channel, String workspace, String key) {
        static EventKey of(Address address, Entry entry) {
            return new EventKey(address.channel(), address.workspace(), entry.key());
        }
    }

    /** One consultation with its place of today. */
    private static final class Shelf {
        final Conversation first;
        final List<Entry> entries = new ArrayList<>();
        Address address;
        ConversationSummary digest;

        Shelf(Conversation first, ConversationSummary digest) {
            this.first = first;
            this.address = first.address();
            this.digest = digest;
        }

        boolean isAt(Address other) {
            return isOf(address, other.channel(), other.workspace())
                    && address.room().equals(other.room())
                    && address.thread().equals(other.thread());
        }

        Conversation conversation() {
            return new Conversation(first.id(), first.flow(), address, first.createdAt(), entries.size(), entries);
        }

        ConversationSummary digest() {
            return new ConversationSummary(
                    first.id(),
                    first.flow(),
                    address,
                    digest.title(),
                    digest.state(),
                    digest.verdict(),
                    digest.headline(),
                    digest.saving(),
                    first.createdAt(),
                    digest.updatedAt());
        }
    }
}
