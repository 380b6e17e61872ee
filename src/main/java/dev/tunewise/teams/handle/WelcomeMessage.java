package dev.tunewise.teams.handle;

import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.session.command.MessageChanges;
import dev.tunewise.session.store.Address;
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
    private static final Set<String> CHANNELS = Set.of("channelDeleted", "channelRestored");
    private static final Set<String> TEAMS =
            Set.of("teamDeleted", "teamHardDeleted", "teamRestored", "teamArchived", "teamUnarchived");

    public void take(Activity activity) {
        ConversationReference place = ConversationReference.of(activity);
        if (activity.type().equals("installationUpdate")) {
            if (activity.action().startsWith("add")) {
                welcome(place);
            } else if (activity.action().startsWith("remove")) {
                removed(place, activity.at(Instant.EPOCH));
            }
        } else if (CHANNELS.contains(activity.eventType())) {
            channel(activity, place);
        } else if (TEAMS.contains(activity.eventType()) && !activity.team().isEmpty()) {
            team(activity, place);
        } else if (activity.added().contains(activity.bot())) {
            welcome(place);
        } else {
            activity.removed().stream()
                    .filter(person -> !person.equals(activity.bot()))
                    .forEach(person -> changes.personLeft(place.address(), person, activity.at(Instant.EPOCH)));
        }
    }

    /** Removed from a team, which may have been a mistake: all of it waits as long as a deleted team does. What was kept of a chat goes at once. */
    private void removed(ConversationReference place, Instant at) {
        String team = place.route().team();
        settings.put(TeamsDelivery.CHANNEL, place.tenant(), place.room(), WELCOMED, "");
        if (team.isEmpty()) {
            changes.gone(new Erasure.OfRoom(TeamsDelivery.CHANNEL, place.tenant(), place.room()), at);
        } else {
            changes.teamPutAside(place.address(), team, at);
        }
    }

    /** A channel was deleted, or restored, which Teams allows for a month. */
    private void channel(Activity activity, ConversationReference place) {
        String which = activity.eventChannel();
        if (which.isEmpty()) {
            return;
        }
        Address channel = new ConversationReference(
                        ConversationReference.Kind.CHANNEL, place.tenant(), which, "", place.route())
                .address();
        if (activity.eventType().equals("channelDeleted")) {
            changes.channelPutAside(channel, activity.at(Instant.EPOCH));
        } else {
            changes.channelRestored(channel);
        }
    }

    /** A team was deleted, restored, which Teams allows for a month as well, or deleted for good. */
    private void team(Activity activity, ConversationReference place) {
        String team = activity.team();
        switch (activity.eventType()) {
            case "teamDeleted" -> changes.teamPutAside(place.address(), team, activity.at(Instant.EPOCH));
            case "teamRestored" -> changes.teamRestored(place.address(), team);
            case "teamArchived", "teamUnarchived" ->
                changes.teamArchived(
                        place.address(), activity.eventType().equals("teamArchived"), activity.at(Instant.EPOCH));
            default ->
                changes.gone(
                        new Erasure.OfPart(TeamsDelivery.CHANNEL, place.tenant(), team), activity.at(Instant.EPOCH));
        }
    }

    private void welcome(ConversationReference place) {
        if (!place.route().team().isEmpty()) {
            changes.teamRestored(place.address(), place.route().team());
        }
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
