package dev.tunewise.channel;

import dev.tunewise.diagnostics.log.FailureLine;
import dev.tunewise.diagnostics.log.QuietLog;
import dev.tunewise.session.inbox.InboxWorker;
import dev.tunewise.session.inbox.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what became of requests of one platform that could not be worked off; of those that nobody can read, one a minute. */
final class WorkFailures implements InboxWorker.Failures {
    private static final Logger LOG = LoggerFactory.getLogger(WorkFailures.class);

    private final String channel;
    private final QuietLog unreadable = new QuietLog();

    WorkFailures(String channel) {
        this.channel = channel;
    }

    @Override
    public void failed(RuntimeException failure, boolean givenUp) {
        if (failure instanceof Unreadable) {
            // Whoever signs for a workspace can send as many as they like.
            unreadable.say(unsaid -> LOG.warn(
                    "A request of {} cannot be read and is set aside: {}; {} more since this was said last",
                    channel,
                    FailureLine.of(failure),
                    unsaid));
        } else if (givenUp) {
            LOG.error("A request of {} cannot be worked off and is set aside: {}", channel, FailureLine.of(failure));
        } else if (failure instanceof RetryLater) {
            LOG.info("A request of {} is worked off again later: {}", channel, failure.getMessage());
        } else {
            LOG.warn("A request of {} failed and is tried again: {}", channel, FailureLine.of(failure));
        }
    }
}
