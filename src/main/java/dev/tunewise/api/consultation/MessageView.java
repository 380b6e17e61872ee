package dev.tunewise.api.consultation;

import dev.tunewise.chat.Post;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One message of the consultant. */
@Serdeable
record MessageView(String key, String place, String text, List<Map<String, Object>> blocks) {
    static List<MessageView> of(List<Post> posts) {
        return posts.stream().flatMap(post -> of(post).stream()).toList();
    }

    /** Messages to other channels and to single people of chat platforms are none of the API's business. */
    private static Optional<MessageView> of(Post post) {
        return switch (post.place()) {
            case Post.Root _ -> Optional.of(view(post, "root"));
            case Post.Thread _, Post.Private _ -> Optional.of(view(post, "thread"));
            case Post.Elsewhere _ -> Optional.empty();
        };
    }

    private static MessageView view(Post post, String place) {
        return new MessageView(post.key(), place, post.plain(), BlockJson.of(post.blocks()));
    }
}
