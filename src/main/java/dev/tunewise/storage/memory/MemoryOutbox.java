package dev.tunewise.storage.memory;

import dev.tunewise.session.outbox.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The outbox over the posts of {@link MemoryConversations}, under the same lock. */
public final class MemoryOutbox implements Outbox {
    private final MemoryConversations conversations;

    public MemoryOutbox(MemoryConversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public List<Item> take(Instant now, Instant leaseUntil, int limit) {
        synchronized (conversations) {
            List<Item> taken = new ArrayList<>();
            Set<String> held = new HashSet<>();
            for (MemoryPost post : conversations.allPosts()) {
                boolean first = post.waits() && held.add(post.conversation);
                if (first && post.isDue(now) && taken.size() < limit) {
                    taken.add(lease(post, leaseUntil));
                }
            }
            return List.copyOf(taken);
        }
    }

    @Override
    public void sent(long id, String reference, Instant at) {
        change(id, post -> post.settle(MemoryPost.State.SENT, reference));
    }

    @Override
    public void later(long id, Instant notBefore, String reason) {
        change(id, post -> {
            post.notBefore = notBefore;
            post.leasedUntil = Instant.MIN;
        });
    }

    @Override
    public void dropped(long id, String reason, Instant at) {
        change(id, post -> post.settle(MemoryPost.State.DROPPED, ""));
    }

    @Override
    public Optional<String> reference(String conversation, String postKey) {
        synchronized (conversations) {
            return conversations.allPosts().stream()
                    .filter(post -> post.conversation.equals(conversation)
                            && post.kept.post().key().equals(postKey)
                            && post.state == MemoryPost.State.SENT
                            && !post.reference.isEmpty())
                    .map(post -> post.reference)
                    .reduce((older, newer) -> newer);
        }
    }

    @Override
    public boolean superseded(long id) {
        synchronized (conversations) {
            return conversations.allPosts().stream()
                    .filter(post -> post.id == id)
                    .anyMatch(old -> conversations.allPosts().stream()
                            .anyMatch(newer -> newer.id > id
                                    && newer.waits()
                                    && newer.conversation.equals(old.conversation)
                                    && newer.kept
                                            .post()
                                            .key()
                                            .equals(old.kept.post().key())));
        }
    }

    @Override
    public long waiting() {
        synchronized (conversations) {
            return conversations.allPosts().stream().filter(MemoryPost::waits).count();
        }
    }

    private Item lease(MemoryPost post, Instant until) {
        Item item = new Item(
                post.id,
                post.conversation,
                conversations.find(post.conversation).orElseThrow().address(),
                post.kept.post(),
                reference(post.conversation, post.kept.post().key()).orElse(""),
                post.attempts);
        post.attempts++;
        post.leasedUntil = until;
        return item;
    }

    private void change(long id, Consumer<MemoryPost> change) {
        synchronized (conversations) {
            conversations.allPosts().stream().filter(post -> post.id == id).forEach(change);
        }
    }
}
