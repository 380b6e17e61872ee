package dev.tunewise.web;

import dev.tunewise.chat.Post;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.Conversation;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Serves the gallery, to look at it: run the main method and open the address. */
public final class GalleryServer {
    public static void main(String[] arguments) {
        ApplicationContext context = ApplicationContext.run(Map.of(
                "gallery",
                "true",
                "micronaut.server.port",
                "8090",
                "tunewise.database.url",
                "jdbc:sqlite:target/gallery.db"));
        context.getBean(EmbeddedServer.class).start();
        System.out.println("http://127.0.0.1:8090/c/gallery");
    }

    @Factory
    @Requires(property = "gallery")
    static final class Beans {
        @Singleton
        @Primary
        Consultations consultations() {
            return new Fake();
        }
    }

    static final class Fake implements Consultations {
        private final List<Entry> entries = new ArrayList<>();
        private final List<ConversationStore.Kept> kept = new ArrayList<>();

        Fake() {
            entries.add(new Entry(
                    "k0",
                    new Author("ana", "Ana"),
                    Instant.now(),
                    "",
                    new UserInput.Opened(
                            "Our ticket classifier drifts: 84 % with Sonnet 4.6, about 50k a day. Should we fine-tune?"),
                    List.of()));
            keep(Gallery.root());
            Gallery.thread().forEach(this::keep);
        }

        private void keep(Post post) {
            kept.add(new ConversationStore.Kept(kept.size(), entries.size() - 1, Instant.now(), post));
        }

        @Override
        public Taken open(String flow, Address address, InboundEvent inbound) {
            return new Taken.Repeated("gallery");
        }

        @Override
        public synchronized Taken take(String conversation, InboundEvent inbound) {
            entries.add(new Entry(inbound.key(), inbound.author(), inbound.at(), "", inbound.input(), List.of()));
            Post post = Gallery.thread().get(5 + entries.size() % 7);
            keep(new Post(post.key() + entries.size(), post.place(), post.blocks(), post.plain()));
            return new Taken.Done(conversation, entries.size(), List.of());
        }

        @Override
        public synchronized Optional<Conversation> find(String id) {
            return id.equals("gallery")
                    ? Optional.of(new Conversation(
                            id,
                            "fine-tuning",
                            Address.local("web", id),
                            Instant.now(),
                            entries.size(),
                            List.copyOf(entries)))
                    : Optional.empty();
        }

        @Override
        public Optional<Conversation> head(String id) {
            return find(id).map(found -> found.head(found.version()));
        }

        @Override
        public void letTurnsPass() {}

        @Override
        public Map<String, String> refused(String id, Map<String, String> values) {
            return Map.of();
        }

        @Override
        public Optional<Seen> see(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<Seen> see(String id, long version) {
            return see(id);
        }

        @Override
        public List<Post> newest(String id) {
            return posts(id).stream().map(ConversationStore.Kept::post).toList();
        }

        @Override
        public synchronized List<ConversationStore.Kept> posts(String id) {
            return List.copyOf(kept);
        }
    }
}
