package dev.tunewise.session.outbox;

import dev.tunewise.chat.Block;
import java.util.Optional;

/** Port: the pictures and files that posts name, made from a consultation as it stands. Channels upload, attach or link them. */
public interface Attachments {
    /**
     * @param chart its key, as {@link Block.Picture#chart()} names it
     * @return a PNG, at most 2 MB; empty when the consultation has nothing to draw
     */
    Optional<byte[]> picture(String conversation, String chart);

    /**
     * @param export its kind, as {@link Block.File#export()} names it
     * @return its content, text in UTF-8; empty when there is no such consultation or kind
     */
    Optional<byte[]> file(String conversation, String export);
}
