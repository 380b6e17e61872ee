package dev.tunewise.session.turn;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A link to a thread that is made by a post which leaves just before: a first message may decide at once, and then the summary is kept before
 * anybody knows where its thread is.
 */
public final class PendingLink {
    private static final String PENDING = "tunewise:thread";

    /** A paragraph with nothing but the link. */
    public static Block to(String label) {
        return new Block.Paragraph(new Text(List.of(new Text.Link(label, PENDING))));
    }

    /** The post with the link in place, or without it where there still is none. */
    public static Post resolved(Post post, Optional<String> url) {
        if (!(post.place() instanceof Post.Elsewhere)) {
            return post;
        }
        List<Block> blocks = post.blocks().stream()
                .flatMap(block -> block instanceof Block.Paragraph(Text text)
                                && text.spans().size() == 1
                                && text.spans().getFirst() instanceof Text.Link(String label, String target)
                                && target.equals(PENDING)
                        ? url
                                .<Block>map(
                                        known -> new Block.Paragraph(new Text(List.of(new Text.Link(label, known)))))
                                .stream()
                        : Stream.of(block))
                .toList();
        return new Post(post.key(), post.place(), blocks, post.plain());
    }
}
