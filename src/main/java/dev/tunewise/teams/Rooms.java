package dev.tunewise.teams;

import dev.tunewise.conversation.Author;
import dev.tunewise.conversation.Input;
import dev.tunewise.session.Consultations;
import dev.tunewise.session.Conversation;
import dev.tunewise.session.ConversationStore;
import dev.tunewise.session.Digest;
import dev.tunewise.session.Inbound;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Finds the consultation that something in Teams is about, and hands over what people did. */
final class Rooms {
    private final Consultations consultations;
    private final ConversationStore store;
    private final InstantSource clock;

    Rooms(Consultations consultations, ConversationStore store, InstantSource clock) {
        this.consultations = consultations;
        this.store = store;
        this.clock = clock;
    }

    /** In a channel the consultation of the thread; in a chat, which has no threads, the open one that changed last. */
    Optional<String> at(Place place) {
        if (place.kind() == Place.Kind.CHANNEL) {
            return place.thread().isEmpty()
                    ? Optional.empty()
                    : store.digest(place.address()).map(Digest::id);
        }
        return store
                .inRooms(
                        TeamsDelivery.CHANNEL,
                        place.tenant(),
                        Set.of(place.room()),
                        EnumSet.allOf(Digest.State.class),
                        1)
                .stream()
                .findFirst()
                .filter(digest -> digest.state() == Digest.State.OPEN)
                .map(Digest::id);
    }

    /** The open consultation of a thread in a channel. */
    Optional<String> openIn(Place place) {
        return store.digest(place.address())
                .filter(digest -> digest.state() == Digest.State.OPEN)
                .map(Digest::id);
    }

    /**
     * The consultation that a card names, where the card can stand: a card comes back from the client, so its tenant and place are compared with
     * those of the activity, which Microsoft signed for.
     */
    Optional<Conversation> belonging(Place place, String conversation) {
        return consultations.find(conversation).filter(found -> {
            Place home = Place.of(found.address()).orElse(null);
            return home != null
                    && home.tenant().equals(place.tenant())
                    && home.room().equals(place.room())
                    && (home.kind() != Place.Kind.CHANNEL
                            || home.thread().isEmpty()
                            || home.thread().equals(place.thread()));
        });
    }

    Consultations.Taken take(String conversation, Activity activity, String key, Input input) {
        return consultations.take(conversation, inbound(activity, key, input));
    }

    Inbound inbound(Activity activity, String key, Input input) {
        return new Inbound(
                key,
                new Author(activity.from(), activity.fromName()),
                activity.at(clock.instant()),
                activity.id(),
                input);
    }

    Optional<Conversation> find(String conversation) {
        return consultations.find(conversation);
    }

    /** Names an activity; the same for every copy of it. */
    static String key(Activity activity) {
        if (activity.type().equals("message") && !activity.id().isEmpty()) {
            return "message:" + activity.conversation() + ":" + activity.id();
        }
        String data = Integer.toHexString(activity.value().toString().hashCode());
        String event =
                activity.id().isEmpty() ? activity.json().path("timestamp").asText("") : activity.id();
        return "click:" + activity.from() + ":" + activity.replyToId() + ":" + event + ":" + data;
    }
}
