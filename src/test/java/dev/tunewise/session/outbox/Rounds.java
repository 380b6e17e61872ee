package dev.tunewise.session.outbox;

/** Rounds of a sender, as its relay has them made. */
public final class Rounds {
    private Rounds() {}

    /** One round; returns how many posts were taken. */
    public static int one(OutboxDispatcher sender) {
        return sender.round(() -> {});
    }

    /** Rounds until nothing is due. */
    public static void all(OutboxDispatcher sender) {
        while (one(sender) > 0) {
            // each round sends at least one post or puts it off
        }
    }
}
