package dev.tunewise.teams.handle;

import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.session.command.MessageChanges;
import dev.tunewise.session.store.Erasure;
import dev.tunewise.session.store.WorkspaceSettings;
import dev.tunewise.teams.deliver.Activity;
import dev.tunewise.teams.deliver.ConversationReference;
import dev.tunewise.teams.deliver.Rosters;
import dev.tunewise.teams.deliver.TeamsDelivery;
import dev.tunewise.teams.deliver.TeamsNotifier;
import java.time.Instant;
import java.util.Set;

/**
 * Says once in every conversation what we are here for; Teams tells about an installation twice. A team of more than a hundred people is not
 * greeted, as Microsoft asks.
 */
public record WelcomeMessage(
        WorkspaceSettings settings,
        MessageChanges changes,
        TeamsNotifier teller,
        Rosters rosters,
        CommandReplies notices) {
    private static final String WELCOMED = "welcomed";
    private static final Set<String> GONE = Set.of("channelDeleted", "teamDeleted", "teamHardDeleted");

    public void take(Activity activity) {
        ConversationReference place = ConversationReference.of(activity);
        if (activity.type().equals("installationUpdate")) {
            if (activity.action().startsWith("add")) {
                welcome(place);
            } else if (activity.action().startsWith("remove")) {
                removed(place, activity.at(Instant.EPOCH));
            }
        } else if (GONE.contains(activity.eventType())) {
            gone(activity, place);
        } else if (activity.added().contains(activity.bot())) {
            welcome(place);
        }
    }

    /** Removed from a team, or from a chat: all that was kept of it goes, what was set there as well. */
    private void removed(ConversationReference place, Instant at) {
        String team = place.route().team();
        settings.put(TeamsDelivery.CHANNEL, place.tenant(), place.room(), WELCOMED, "");
        changes.gone(
                team.isEmpty()
                        ? new Erasure.OfRoom(TeamsDelivery.CHANNEL, place.tenant(), place.room())
                        : new Erasure.OfPart(TeamsDelivery.CHANNEL, place.tenant(), team),
                at);
    }

    /** A channel or a team was deleted, and with it all that was said there. */
    private void gone(Activity activity, ConversationReference place) {
        boolean channel = activity.eventType().startsWith("channel");
        String which = channel ? activity.eventChannel() : activity.team();
        Instant at = activity.at(Instant.EPOCH);
        if (channel && !which.isEmpty()) {
            changes.channelDeleted(
                    new ConversationReference(
                                    ConversationReference.Kind.CHANNEL, place.tenant(), which, "", place.route())
                            .address(),
                    at);
        } else if (!which.isEmpty()) {
            changes.gone(new Erasure.OfPart(TeamsDelivery.CHANNEL, place.tenant(), which), at);
        }
    }

    private void welcome(ConversationReference place) {
        if (settings.get(TeamsDelivery.CHANNEL, place.tenant(), place.room(), WELCOMED)
                .isPresent()) {
            return;
        }
        if (!rosters.isLarge(place)) {
            teller.tell(place, "", notices.welcome(TeamsPhrases.called(place)));
        }
        settings.put(TeamsDelivery.CHANNEL, place.tenant(), place.room(), WELCOMED, "yes");
    }
}
