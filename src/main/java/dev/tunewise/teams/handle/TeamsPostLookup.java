package dev.tunewise.teams.handle;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.turn.Consultations;
import java.util.List;
import java.util.Optional;

/** Finds what cards show. */
public record TeamsPostLookup(Consultations consultations) {
    Optional<Post> newest(String conversation, String key) {
        return consultations.posts(conversation).stream()
                .map(ConversationStore.Kept::post)
                .filter(post -> post.key().equals(key))
                .reduce((_, later) -> later);
    }

    /** The last form of some posts with the key of its post. */
    static Optional<Form> form(List<Post> posts) {
        return posts.stream()
                .flatMap(post -> post.blocks().stream()
                        .filter(Block.Form.class::isInstance)
                        .map(block -> new Form(post.key(), (Block.Form) block)))
                .reduce((_, later) -> later);
    }

    /** The last form of a consultation. */
    Optional<Form> form(String conversation) {
        return form(consultations.posts(conversation).stream()
                .map(ConversationStore.Kept::post)
                .toList());
    }

    /** A form and the post that it stands in. */
    record Form(String post, Block.Form form) {}
}
