package dev.tunewise.session.outbox;

import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.store.Address;
import java.util.HashMap;
import java.util.Map;

/** Sends what fell due at the moment that a room was archived, or lost us, once it takes posts again. */
public record HeldPosts(Outbox outbox, TeamSettings settings) {
    /** Gives how many there were to send. */
    public int release() {
        Map<Address, Boolean> away = new HashMap<>();
        int released = 0;
        for (Outbox.Held post : outbox.held()) {
            if (!away.computeIfAbsent(post.room(), settings::away)) {
                outbox.release(post.id());
                released++;
            }
        }
        return released;
    }
}
