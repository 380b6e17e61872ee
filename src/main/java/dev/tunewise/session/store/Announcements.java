package dev.tunewise.session.store;

import dev.tunewise.chat.Post;
import java.time.Instant;
import java.util.List;

/** Port: posts that no turn leads to, each kept once whatever restarts or replicas there are. */
public interface Announcements {
    /** Whether there was such an announcement, with posts or without. */
    boolean made(String key);

    /**
     * Keeps posts with the key that marks them as made, all or nothing.
     *
     * @param conversation the consultation beside which they are kept; they go with it
     * @param posts may be none, when there is nothing to say this time
     * @return whether it was kept; false where it had been made before
     */
    boolean make(String key, Instant at, String conversation, List<Post> posts);
}
