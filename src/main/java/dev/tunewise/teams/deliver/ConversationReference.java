package dev.tunewise.teams.deliver;

import dev.tunewise.session.store.Address;
import dev.tunewise.teams.client.ServiceUrls;
import java.util.Locale;
import java.util.Optional;

/**
 * Where in Teams something happens, and what is needed to send there.
 *
 * @param room id of the channel or chat, without a thread
 * @param thread root message of the thread; empty outside of one
 * @param route where to send
 */
public record ConversationReference(Kind kind, String tenant, String room, String thread, Route route) {
    /** Separates a channel from the root of a thread in it. */
    static final String MESSAGE = ";messageid=";

    public enum Kind {
        PERSONAL,
        GROUP,
        CHANNEL
    }

    /** How to reach a conversation. `team`: id of the team; empty outside of teams. */
    public record Route(String serviceUrl, String bot, String team) {}

    public static ConversationReference of(Activity activity) {
        String id = activity.conversation();
        int message = id.indexOf(MESSAGE);
        String room = message < 0 ? id : id.substring(0, message);
        String thread = message < 0 ? "" : id.substring(message + MESSAGE.length());
        Route route = new Route(ServiceUrls.normalised(activity.serviceUrl()), activity.bot(), activity.team());
        return new ConversationReference(activity.kind(), activity.tenant(), room, thread, route);
    }

    /** The place of an address; empty when the address is not one of Teams. */
    public static Optional<ConversationReference> of(Address address) {
        String[] details = address.details().split(" ", -1);
        if (!address.channel().equals(TeamsDelivery.CHANNEL) || details.length != 4) {
            return Optional.empty();
        }
        try {
            Kind kind = Kind.valueOf(details[0].toUpperCase(Locale.ROOT));
            Route route = new Route(details[1], details[2], details[3]);
            return Optional.of(
                    new ConversationReference(kind, address.workspace(), address.room(), address.thread(), route));
        } catch (IllegalArgumentException unknownKind) {
            return Optional.empty();
        }
    }

    public Address address() {
        String details =
                String.join(" ", kind.name().toLowerCase(Locale.ROOT), route.serviceUrl(), route.bot(), route.team());
        return new Address(TeamsDelivery.CHANNEL, tenant, room, thread, details);
    }

    public ConversationReference withThread(String root) {
        return new ConversationReference(kind, tenant, room, root, route);
    }

    /** The conversation to send into; only channels have threads that can be sent into. */
    public String conversation() {
        return kind == Kind.CHANNEL && !thread.isEmpty() ? room + MESSAGE + thread : room;
    }
}
