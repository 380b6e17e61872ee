package dev.tunewise.session.outbox;

import dev.tunewise.session.store.Address;
import java.time.Duration;

/** Port: sends posts on one channel. Implemented by the adapters. */
public interface Delivery {

    /** The channel it sends on, as {@link Address#channel()} names it. */
    String channel();

    /** Sends or edits one post. Must not throw for what a platform may answer. */
    Outcome deliver(Outbox.Item item);

    /** What became of a delivery. */
    sealed interface Outcome {
        /**
         * It arrived.
         *
         * @param reference the platform's reference, to edit it in place later
         * @param address where the consultation takes place now, which for a root card names the new thread
         */
        record Sent(String reference, Address address) implements Outcome {}

        /** The platform wants us to wait, or could not be reached. */
        record Later(Duration pause, String reason) implements Outcome {}

        /** The platform will not take it, ever. */
        record Refused(String reason) implements Outcome {}
    }
}
