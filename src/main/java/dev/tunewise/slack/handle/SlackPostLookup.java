package dev.tunewise.slack.handle;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.turn.Consultations;
import java.util.List;
import java.util.Optional;

/** Finds what a card showed when somebody clicked it. */
public record SlackPostLookup(Consultations consultations) {
    /** Blocks of the newest post with a key; the key may be cut, as in block ids. Empty when there is none. */
    List<Block> blocks(String conversation, String key) {
        Optional<Post> newest = consultations.posts(conversation).stream()
                .map(ConversationStore.Kept::post)
                .filter(post -> post.key().equals(key))
                .reduce((_, later) -> later);
        return newest.or(() -> cut(conversation, key)).map(Post::blocks).orElse(List.of());
    }

    private Optional<Post> cut(String conversation, String key) {
        return key.length() < 100
                ? Optional.empty()
                : consultations.posts(conversation).stream()
                        .map(ConversationStore.Kept::post)
                        .filter(post -> post.key().startsWith(key))
                        .reduce((_, later) -> later);
    }
}
