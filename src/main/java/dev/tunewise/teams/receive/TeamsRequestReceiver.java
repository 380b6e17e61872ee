package dev.tunewise.teams.receive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tunewise.chat.Captions;
import dev.tunewise.diagnostics.log.FailureLine;
import dev.tunewise.diagnostics.log.OneLine;
import dev.tunewise.diagnostics.log.QuietLog;
import dev.tunewise.session.inbox.InboxWorker;
import dev.tunewise.teams.client.ServiceUrls;
import dev.tunewise.teams.deliver.Activity;
import dev.tunewise.teams.handle.FileConsentHandler;
import dev.tunewise.teams.handle.InvokeHandler;
import dev.tunewise.teams.handle.InvokeResponse;
import dev.tunewise.teams.registration.TeamsSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes an activity at the door: verified, kept, acknowledged. Work comes afterwards, except for invokes, which Teams wants answered in the body.
 * Kinds of activities that we do not know are acknowledged too.
 */
public final class TeamsRequestReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(TeamsRequestReceiver.class);
    private static final String TEAMS = "msteams";

    private final TeamsSettings settings;
    private final Optional<TeamsRequestVerifier> verifier;
    private final ServiceUrls serviceUrls;
    private final InvokeHandler invokes;
    private final InboxWorker worker;
    private final Consumer<Activity> work;
    private final QuietLog quiet = new QuietLog();

    /** Activities of the last minutes; turns know repeats for good, this is for everything else. */
    private final Cache<String, Boolean> seen = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    /**
     * @param verifier none in development
     * @param work takes what was just kept, as it was read here; it may throw, then the worker reads it again from what was kept
     */
    public TeamsRequestReceiver(
            TeamsSettings settings,
            Optional<TeamsRequestVerifier> verifier,
            ServiceUrls serviceUrls,
            InvokeHandler invokes,
            InboxWorker worker,
            Consumer<Activity> work) {
        this.settings = settings;
        this.verifier = verifier;
        this.serviceUrls = serviceUrls;
        this.invokes = invokes;
        this.worker = worker;
        this.work = work;
    }

    /** `body`: JSON; null for none. */
    public record Answer(int status, @Nullable ObjectNode body) {
        private static final Answer ACKNOWLEDGED = new Answer(200, null);

        private static Answer refused(int status) {
            return new Answer(status, null);
        }
    }

    /** `authorization`: the header, or null when there is none. */
    public Answer answer(byte[] body, @Nullable String authorization) {
        Optional<Activity> read = Activity.read(body);
        if (read.isEmpty()) {
            // Nothing names a service URL to compare with the token, so nothing proves who sent it.
            return Answer.refused(verifier.isPresent() ? 401 : 400);
        }
        Activity activity = read.get();
        Optional<String> refusal =
                verifier.flatMap(known -> known.refusal(authorization, activity.channelId(), activity.serviceUrl()));
        if (refusal.isPresent()) {
            quiet.say(() ->
                    LOG.warn("Refused an activity that claims to come from Teams: {}", OneLine.of(refusal.get())));
            return Answer.refused(401);
        }
        if (!serviceUrls.allows(activity.serviceUrl())) {
            quiet.say(() ->
                    LOG.warn("Refused an activity whose answers would go to {}", OneLine.of(activity.serviceUrl())));
            return Answer.refused(403);
        }
        if (!settings.serves(activity.tenant())) {
            quiet.say(() -> LOG.warn(
                    "Refused an activity of tenant {}, which this bot does not serve", OneLine.of(activity.tenant())));
            return Answer.refused(403);
        }
        return activity.channelId().equals(TEAMS) ? take(activity) : Answer.ACKNOWLEDGED;
    }

    private Answer take(Activity activity) {
        return switch (activity.type()) {
            // An upload may take its time, and its answer in the body means nothing.
            case "invoke" -> activity.name().equals(FileConsentHandler.INVOKE) ? keep(activity) : invoke(activity);
            case "message", "messageUpdate", "messageDelete", "installationUpdate", "conversationUpdate" ->
                keep(activity);
            default -> Answer.ACKNOWLEDGED;
        };
    }

    private Answer invoke(Activity activity) {
        try {
            return new Answer(200, invokes.answer(activity));
        } catch (RuntimeException failed) {
            LOG.error("A click in Teams could not be carried out: {}", FailureLine.of(failed));
            return new Answer(200, InvokeResponse.error(500, "InternalError", Captions.TRY_AGAIN));
        }
    }

    private Answer keep(Activity activity) {
        String id = activity.conversation() + " " + activity.type() + " " + activity.id()
                + (activity.isEdit() ? " " + activity.stamp() : "");
        if (activity.conversation().isEmpty()
                || (!activity.id().isEmpty() && seen.asMap().putIfAbsent(id, true) != null)) {
            return Answer.ACKNOWLEDGED;
        }
        try {
            worker.take(
                    activity.tenant(),
                    activity.conversation(),
                    activity.json().toString(),
                    () -> work.accept(activity));
            return Answer.ACKNOWLEDGED;
        } catch (RuntimeException notKept) {
            seen.invalidate(id);
            quiet.say(() -> LOG.error("An activity of Teams could not be kept: {}", FailureLine.of(notKept)));
            return Answer.refused(503);
        }
    }
}
