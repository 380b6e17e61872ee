package dev.tunewise.teams.handle;

import dev.tunewise.channel.ChannelFrame;
import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.store.ConversationSummary;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import dev.tunewise.teams.deliver.Activity;
import dev.tunewise.teams.deliver.ConversationReference;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Finds the consultation that something in Teams is about, and hands over what people did. */
public record TeamsConsultations(ChannelFrame frame, InstantSource clock) {
    /** In a channel the consultation of the thread; in a chat, which has no threads, the open one that changed last. */
    Optional<String> at(ConversationReference place) {
        if (place.kind() == ConversationReference.Kind.CHANNEL) {
            return place.thread().isEmpty()
                    ? Optional.empty()
                    : frame.store().digest(place.address()).map(ConversationSummary::id);
        }
        return frame.latest(place.address())
                .filter(digest -> digest.state() == ConversationSummary.State.OPEN)
                .map(ConversationSummary::id);
    }

    /** In a chat, which has no threads, the consultation that changed last, whether it is decided or not. */
    Optional<String> latest(ConversationReference place) {
        return place.kind() == ConversationReference.Kind.CHANNEL
                ? Optional.empty()
                : frame.latest(place.address()).map(ConversationSummary::id);
    }

    /**
     * The consultation that a message belongs to.
     *
     * @throws dev.tunewise.session.inbox.RequestDeferred if a card of the channel may have been shown and nobody knows where
     */
    Optional<String> here(ConversationReference place, String message) {
        return ChannelFrame.here(
                () -> at(place),
                () -> place.kind() == ConversationReference.Kind.CHANNEL
                        && !place.thread().isEmpty()
                        && !place.thread().equals(message)
                        && frame.store().opening(place.address()));
    }

    /**
     * The consultation that a card names, where the card can stand: a card comes back from the client, so its tenant and place are compared with
     * those of the activity, which Microsoft signed for.
     */
    Optional<ConversationSummary> belonging(ConversationReference place, String conversation) {
        return frame.find(conversation).filter(found -> {
            ConversationReference home =
                    ConversationReference.of(found.address()).orElse(null);
            return home != null
                    && home.tenant().equals(place.tenant())
                    && home.room().equals(place.room())
                    && (home.kind() != ConversationReference.Kind.CHANNEL
                            || home.thread().isEmpty()
                            || home.thread().equals(place.thread()));
        });
    }

    /** Takes what somebody did; throws {@link dev.tunewise.session.quota.QuotaExceeded} where it is too much. */
    Consultations.Taken take(String conversation, Activity activity, UserInput input) {
        return take(conversation, activity, inbound(activity, input));
    }

    Consultations.Taken take(String conversation, Activity activity, InboundEvent inbound) {
        admit(activity, inbound.key(), false);
        return frame.consultations().take(conversation, inbound);
    }

    /** Lets something be done, or throws {@link dev.tunewise.session.quota.QuotaExceeded} where it is too much. */
    void admit(Activity activity, String key, boolean opens) {
        frame.admit(ConversationReference.of(activity).address(), key, activity.from(), opens);
    }

    InboundEvent inbound(Activity activity, UserInput input) {
        return new InboundEvent(
                key(activity),
                new Author(activity.from(), activity.fromName()),
                at(activity),
                activity.id(),
                input,
                ConversationReference.of(activity).kind() != ConversationReference.Kind.PERSONAL);
    }

    /** When something happened; now where Teams does not say. */
    Instant at(Activity activity) {
        return activity.at(clock.instant());
    }

    /** What of a filled dialog cannot be taken: a sentence by the fact's id. */
    Map<String, String> refused(String conversation, Map<String, String> values) {
        return frame.consultations().refused(conversation, values);
    }

    /** Names an activity; the same for every copy of it. */
    private static String key(Activity activity) {
        if (activity.type().equals("message") && !activity.id().isEmpty()) {
            return "message:" + activity.conversation() + ":" + activity.id();
        }
        if (activity.isEdit()) {
            return "edit:" + activity.conversation() + ":" + activity.id() + ":" + activity.stamp();
        }
        String data = Integer.toHexString(activity.value().toString().hashCode());
        String event =
                activity.id().isEmpty() ? activity.json().path("timestamp").asText("") : activity.id();
        return "click:" + activity.from() + ":" + activity.replyToId() + ":" + event + ":" + data;
    }
}
