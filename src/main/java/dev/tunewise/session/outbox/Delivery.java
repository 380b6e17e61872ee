package dev.tunewise.session.outbox;

import dev.tunewise.session.store.Address;
import java.time.Duration;

/** Port: sends posts on one channel. Implemented by the adapters. */
public interface Delivery {
    /** The channel it sends on, as {@link Address#channel()} names it. */
    String channel();

    /** Sends or edits one post. Must not throw for what a platform may answer. */
    Outcome deliver(Outbox.Item item);

    /** Tells who asked, in another way, that a post will not come; does nothing where there is no other way. */
    default void undelivered(Outbox.Item item, String person) {}

    sealed interface Outcome {
        /**
         * It arrived.
         *
         * @param reference the platform's reference, to edit it in place later
         * @param address where the consultation takes place now, which for a root card names the new thread
         */
        record Sent(String reference, Address address) implements Outcome {}

        /** Its words arrived; what goes beside them does not yet, and is tried again while later posts go on. */
        record Partly(Sent sent, Duration pause, String reason) implements Outcome {}

        /**
         * The platform wants us to wait, could not be reached, or fails in a way that passes.
         *
         * @param uncertain whether it may have arrived nevertheless
         */
        record Later(Duration pause, String reason, boolean uncertain) implements Outcome {
            public Later(Duration pause, String reason) {
                this(pause, reason, false);
            }
        }

        /** The platform will not take it, ever. */
        record Refused(String reason) implements Outcome {}

        /** The room takes no posts for now: it is archived, or we are not in it. */
        record Closed(String reason) implements Outcome {}

        /** It must not go there any more; nobody waits for it. */
        record Withheld(String reason) implements Outcome {}
    }
}
