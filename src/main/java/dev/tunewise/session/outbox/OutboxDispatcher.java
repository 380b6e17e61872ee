package dev.tunewise.session.outbox;

import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.StateCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * Sends what was committed. Posts of one consultation leave in order, one at a time; those of different consultations side by side. Run it
 * again and again: each round takes what is due. Several replicas may run it at once, since the outbox leases what it gives.
 */
public final class OutboxDispatcher {
    private final Outbox outbox;
    private final ConversationStore store;
    private final StateCache folds;
    private final Map<String, Delivery> deliveries = new LinkedHashMap<>();
    private final Policy policy;
    private final InstantSource clock;
    private final Executor executor;

    /**
     * How it goes about it.
     *
     * @param batch so many posts are taken at once
     * @param lease how long a post is ours to send before another replica may try
     * @param attempts after so many attempts a post is given up
     * @param backoff the wait between attempts
     */
    public record Policy(int batch, Duration lease, int attempts, Backoff backoff) {}

    /**
     * A dispatcher.
     *
     * @param deliveries one for each channel that is sent to; posts of other channels are shown from the store and count as sent
     * @param executor runs deliveries of one round; may run them in the calling thread
     */
    public OutboxDispatcher(
            Outbox outbox,
            ConversationStore store,
            StateCache folds,
            Collection<Delivery> deliveries,
            Policy policy,
            InstantSource clock,
            Executor executor) {
        this.outbox = outbox;
        this.store = store;
        this.folds = folds;
        deliveries.forEach(delivery -> this.deliveries.put(delivery.channel(), delivery));
        this.policy = policy;
        this.clock = clock;
        this.executor = executor;
    }

    /**
     * Takes what is due, sends it and waits until all of it was tried.
     *
     * @return how many posts were taken; zero when nothing is due now
     */
    public int round() {
        Instant now = clock.instant();
        List<Outbox.Item> items = outbox.take(now, now.plus(policy.lease()), policy.batch());
        List<FutureTask<Boolean>> tasks =
                items.stream().map(item -> new FutureTask<>(sending(item))).toList();
        tasks.forEach(executor::execute);
        tasks.forEach(OutboxDispatcher::await);
        return items.size();
    }

    /** Rounds until nothing is due; for tests, and for a chat that shows its answers at once. */
    public void drain() {
        while (round() > 0) {
            // each round sends at least one post or puts it off
        }
    }

    private Callable<Boolean> sending(Outbox.Item item) {
        return () -> {
            send(item);
            return true;
        };
    }

    private static void await(FutureTask<Boolean> task) {
        try {
            task.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Sending failed in a way that no platform's answer explains", failed);
        }
    }

    private void send(Outbox.Item item) {
        Delivery delivery = deliveries.get(item.address().channel());
        if (delivery == null) {
            outbox.sent(item.id(), "", clock.instant());
            return;
        }
        if (!item.replaces().isEmpty() && outbox.superseded(item.id())) {
            outbox.dropped(item.id(), "a newer post with this key waits", clock.instant());
            return;
        }
        switch (deliver(delivery, item)) {
            case Delivery.Outcome.Sent(String reference, Address address) -> {
                if (!address.equals(item.address())) {
                    store.moveTo(item.conversation(), address);
                    folds.forget(item.conversation());
                }
                outbox.sent(item.id(), reference, clock.instant());
            }
            case Delivery.Outcome.Later(Duration pause, String reason) -> later(item, pause, reason);
            case Delivery.Outcome.Refused(String reason) -> outbox.dropped(item.id(), reason, clock.instant());
        }
    }

    private void later(Outbox.Item item, Duration pause, String reason) {
        if (item.attempts() + 1 >= policy.attempts()) {
            outbox.dropped(item.id(), "given up after " + policy.attempts() + " attempts: " + reason, clock.instant());
        } else {
            Duration wait = policy.backoff().after(item.attempts(), pause);
            outbox.later(item.id(), clock.instant().plus(wait), reason);
        }
    }

    /** A delivery must not throw; one that does is tried again later, so that it holds up only its own consultation. */
    private static Delivery.Outcome deliver(Delivery delivery, Outbox.Item item) {
        try {
            return delivery.deliver(item);
        } catch (RuntimeException failed) {
            return new Delivery.Outcome.Later(Duration.ZERO, String.valueOf(failed));
        }
    }
}
