package dev.tunewise.app.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tunewise.diagnostics.log.FailureLine;
import dev.tunewise.diagnostics.log.OneLine;
import dev.tunewise.diagnostics.log.QuietLog;
import dev.tunewise.session.outbox.DeliveryWatch;
import dev.tunewise.session.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log and the metrics of posts that do not leave at once; ids and reasons only, never what a post says. */
final class DeliveryLog implements DeliveryWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLog.class);
    private static final int MOST = 1_000;

    private final MeterRegistry metrics;

    /** One line a minute for each workspace, however many of its posts wait. */
    private final Cache<String, QuietLog> lines =
            Caffeine.newBuilder().maximumSize(MOST).build();

    DeliveryLog(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public void waits(Outbox.Item item, String reason) {
        metrics.counter("tunewise.outbox.retries", "channel", item.address().channel())
                .increment();
        // Limits of the platform are everyday business.
        if (item.attempts() >= 1) {
            String workspace = item.address().channel() + "/" + item.address().workspace();
            lines.get(workspace, _ -> new QuietLog())
                    .say(unsaid -> LOG.warn(
                            "Posts to {} wait and are tried again: {} (post p{} of consultation {}, try {}; {} more since the last line)",
                            OneLine.of(workspace),
                            OneLine.of(reason),
                            item.id(),
                            item.conversation(),
                            item.attempts() + 1,
                            unsaid));
        }
    }

    @Override
    public void ended(Outbox.Item item, String reason, boolean setAside) {
        metrics.counter(
                        setAside ? "tunewise.outbox.set.aside" : "tunewise.outbox.dropped",
                        "channel",
                        item.address().channel())
                .increment();
        LOG.error(
                setAside
                        ? "Post p{} of consultation {} to {} is set aside; `tunewise outbox retry p{}` sends it: {}"
                        : "Post p{} of consultation {} to {} is refused for good and dropped (p{}): {}",
                item.id(),
                item.conversation(),
                OneLine.of(item.address().channel() + "/" + item.address().workspace()),
                item.id(),
                OneLine.of(reason));
    }

    @Override
    public void failed(RuntimeException failure) {
        lines.get("", _ -> new QuietLog())
                .say(unsaid -> LOG.error(
                        "A post could not be sent for a fault of ours: {} ({} more since the last line)",
                        FailureLine.of(failure),
                        unsaid));
    }
}
