package dev.tunewise.session.outbox;

import dev.tunewise.conversation.state.Author;
import dev.tunewise.session.lease.CompletionWriter;
import dev.tunewise.session.lease.ProcessId;
import dev.tunewise.session.lease.WorkPermits;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.StateCache;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Sends what was committed. Posts of one consultation leave in order, one at a time; those of different consultations side by side, so that
 * a call that hangs holds up its own consultation only. Several replicas may run it at once, since the outbox leases what it gives.
 */
public final class OutboxDispatcher {
    /** Attempts before a post may be given up, however long ago the first one was: clocks can jump. */
    private static final int LEAST_ATTEMPTS = 10;

    private final Outbox outbox;
    private final ConversationStore store;
    private final StateCache folds;
    private final Map<String, Delivery> deliveries = new LinkedHashMap<>();
    private final Policy policy;
    private final DeliveryWatch watch;
    private final Executor executor;
    private final WorkPermits slots;
    private final CompletionWriter unsettled = new CompletionWriter();

    /**
     * How it goes about it.
     *
     * @param most posts in delivery at the same time
     * @param perWorkspace posts of one workspace in delivery at the same time
     * @param patience so long a post that the platform does not take is tried again before it is set aside
     */
    public record Policy(ProcessId process, int most, int perWorkspace, Duration patience, Backoff backoff) {}

    /**
     * @param deliveries one for each channel that is sent to; posts of other channels are shown from the store and count as sent
     * @param executor runs deliveries; may run them in the calling thread
     */
    public OutboxDispatcher(
            Outbox outbox,
            ConversationStore store,
            StateCache folds,
            Collection<Delivery> deliveries,
            Policy policy,
            DeliveryWatch watch,
            Executor executor) {
        this.outbox = outbox;
        this.store = store;
        this.folds = folds;
        deliveries.forEach(delivery -> this.deliveries.put(delivery.channel(), delivery));
        this.policy = policy;
        this.watch = watch;
        this.executor = executor;
        this.slots = new WorkPermits(policy.most(), policy.perWorkspace());
    }

    /**
     * Takes what is due, as far as there is room, and begins to send it. Returns how many posts were taken.
     *
     * @param freed told each time that a post was dealt with, so that there may be more to do
     */
    public int round(Runnable freed) {
        unsettled.retry();
        int free = slots.free();
        if (free == 0) {
            return 0;
        }
        Predicate<String> admission = slots.admission();
        BooleanSupplier held = policy.process().hold().get();
        List<Outbox.Item> items =
                outbox.take(policy.process().id(), slots.full(), address -> admission.test(address.workspace()), free);
        for (Outbox.Item taken : items) {
            Outbox.Item item = taken.held(held);
            slots.enter(item.address().workspace());
            executor.execute(() -> {
                try {
                    send(item);
                } catch (RuntimeException failed) {
                    watch.failed(failed);
                    later(
                            item,
                            Duration.ofSeconds(5),
                            "an error of ours: " + failed.getClass().getSimpleName(),
                            true);
                } finally {
                    slots.leave(item.address().workspace());
                    freed.run();
                }
            });
        }
        return items.size();
    }

    /** Waits until nothing is in delivery, or the time is over; says which. */
    public boolean finish(Duration most) {
        boolean finished = slots.awaitEmpty(most);
        unsettled.retry();
        return finished;
    }

    private void send(Outbox.Item item) {
        Delivery delivery = deliveries.get(item.address().channel());
        if (delivery == null) {
            unsettled.settle(() -> outbox.sent(item, "", item.address()));
            return;
        }
        if (!item.replaces().isEmpty() && outbox.superseded(item.id())) {
            unsettled.settle(() -> outbox.dropped(item.id(), "a newer post with this key waits"));
            return;
        }
        switch (deliver(delivery, item)) {
            case Delivery.Outcome.Sent sent -> unsettled.settle(() -> note(item, sent));
            case Delivery.Outcome.Later(Duration pause, String reason, boolean uncertain) -> {
                if (tooLong(item)) {
                    end(delivery, item, reason, true);
                } else {
                    later(item, pause, reason, uncertain || item.tries().uncertain());
                }
            }
            case Delivery.Outcome.Partly(var sent, Duration pause, String reason) -> {
                if (tooLong(item)) {
                    watch.ended(item, reason, false);
                    unsettled.settle(() -> note(item, sent));
                } else {
                    watch.waits(item, reason);
                    Duration wait = policy.backoff().after(item.attempts(), pause);
                    unsettled.settle(() -> {
                        outbox.partly(policy.process().id(), item, sent, wait, reason);
                        moved(item, sent);
                    });
                }
            }
            case Delivery.Outcome.Refused(String reason) -> end(delivery, item, reason, false);
            case Delivery.Outcome.Closed(String reason) -> {
                if (author(item).filter(Author.SERVICE::equals).isPresent()) {
                    watch.waits(item, reason);
                    unsettled.settle(() -> outbox.hold(item.id(), reason));
                } else {
                    end(delivery, item, reason, false);
                }
            }
            case Delivery.Outcome.Withheld(String reason) -> unsettled.settle(() -> outbox.dropped(item.id(), reason));
        }
    }

    private void note(Outbox.Item item, Delivery.Outcome.Sent sent) {
        outbox.sent(item, sent.reference(), sent.address());
        moved(item, sent);
    }

    private boolean tooLong(Outbox.Item item) {
        return item.attempts() + 1 >= LEAST_ATTEMPTS && item.tries().since().compareTo(policy.patience()) > 0;
    }

    private void moved(Outbox.Item item, Delivery.Outcome.Sent sent) {
        if (!sent.address().equals(item.address())) {
            folds.forget(item.conversation());
        }
    }

    private void later(Outbox.Item item, Duration pause, String reason, boolean uncertain) {
        watch.waits(item, reason);
        Duration wait = policy.backoff().after(item.attempts(), pause);
        unsettled.settle(() -> outbox.later(policy.process().id(), item.id(), wait, reason, uncertain));
    }

    private void end(Delivery delivery, Outbox.Item item, String reason, boolean setAside) {
        unsettled.settle(() -> {
            if (setAside) {
                outbox.setAside(item.id(), reason);
            } else {
                outbox.dropped(item.id(), reason);
            }
        });
        watch.ended(item, reason, setAside);
        author(item).ifPresent(person -> delivery.undelivered(item, person.id()));
    }

    /** Who did what a post answers; of what fell due ourselves. */
    private Optional<Author> author(Outbox.Item item) {
        return store.find(item.conversation())
                .filter(found ->
                        item.entry() >= 0 && item.entry() < found.entries().size())
                .map(found -> found.entries().get((int) item.entry()).author());
    }

    /** A delivery must not throw; one that does is tried again later, so that it holds up only its own consultation. */
    private Delivery.Outcome deliver(Delivery delivery, Outbox.Item item) {
        try {
            return delivery.deliver(item);
        } catch (RuntimeException failed) {
            watch.failed(failed);
            return new Delivery.Outcome.Later(
                    Duration.ZERO, "an error of ours: " + failed.getClass().getSimpleName(), true);
        }
    }
}
