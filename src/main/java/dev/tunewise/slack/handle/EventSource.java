package dev.tunewise.slack.handle;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import dev.tunewise.slack.decode.SlackUser;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an event of Slack comes from: when, by whom, in which workspace, and as which bot we are there. */
final class EventSource {
    private EventSource() {}

    static Instant at(EventsApiPayload<?> payload) {
        return payload.getEventTime() == null ? Instant.MAX : Instant.ofEpochSecond(payload.getEventTime());
    }

    static SlackUser person(EventsApiPayload<?> payload, @Nullable String user) {
        return new SlackUser(workspace(payload), user == null ? "" : user, "");
    }

    /** The installation that an event is for, which in a shared channel need not be the workspace it comes from. */
    static String workspace(EventsApiPayload<?> payload) {
        List<Authorization> authorizations = payload.getAuthorizations();
        if (authorizations == null || authorizations.isEmpty()) {
            return SlackUser.workspace(false, payload.getEnterpriseId(), payload.getTeamId());
        }
        Authorization first = authorizations.getFirst();
        boolean organisation = Boolean.TRUE.equals(first.getIsEnterpriseInstall());
        return SlackUser.workspace(organisation, first.getEnterpriseId(), first.getTeamId());
    }

    static String bot(EventsApiPayload<?> payload) {
        List<Authorization> authorizations = payload.getAuthorizations();
        if (authorizations == null) {
            return "";
        }
        return authorizations.stream()
                .filter(authorization -> Boolean.TRUE.equals(authorization.getIsBot()))
                .map(Authorization::getUserId)
                .findFirst()
                .orElse("");
    }
}
