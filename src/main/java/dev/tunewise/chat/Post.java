package dev.tunewise.chat;

import java.util.List;

/**
 * One message of a consultation.
 *
 * @param key name of the message within the consultation: posting with a known key replaces that message in place
 * @param plain the same in one or two plain sentences, for notifications and screen readers
 */
public record Post(String key, Place place, List<Block> blocks, String plain) {
    /** The key of the root card of every consultation. */
    public static final String ROOT = "root";

    public sealed interface Place {}

    /** The card that the whole channel sees: status and progress, then the verdict; edited in place. */
    public record Root() implements Place {}

    /**
     * The thread under the root card.
     *
     * @param broadcast whether those who only read the channel see it too, where the platform can show it there
     */
    public record Thread(boolean broadcast) implements Place {
        /** The thread alone. */
        public Thread() {
            this(false);
        }
    }

    /** Only one person sees it. `person`: id of that person in the channel's own terms. */
    public record Private(String person) implements Place {}

    /** Another channel, for summaries and digests. `channel`: id of the channel in the platform's own terms. */
    public record Elsewhere(String channel) implements Place {}
}
