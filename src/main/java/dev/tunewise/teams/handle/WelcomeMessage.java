package dev.tunewise.teams.handle;

import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.session.command.ForgetService;
import dev.tunewise.session.store.Erasure;
import dev.tunewise.session.store.WorkspaceSettings;
import dev.tunewise.teams.deliver.Activity;
import dev.tunewise.teams.deliver.ConversationReference;
import dev.tunewise.teams.deliver.Rosters;
import dev.tunewise.teams.deliver.TeamsDelivery;
import dev.tunewise.teams.deliver.TeamsNotifier;
import java.time.Instant;

/**
 * Says once in every conversation what we are here for; Teams tells about an installation twice. A team of more than a hundred people is not
 * greeted, as Microsoft asks.
 */
public record WelcomeMessage(WorkspaceSettings settings, ForgetService forget, TeamsNotifier teller, Rosters rosters, CommandReplies notices) {
    private static final String WELCOMED = "welcomed";

    public void take(Activity activity) {
        ConversationReference place = ConversationReference.of(activity);
        if (activity.type().equals("installationUpdate")) {
            if (activity.action().startsWith("add")) {
                welcome(place);
            } else if (activity.action().startsWith("remove")) {
                removed(place, activity.at(Instant.EPOCH));
            }
        } else if (activity.added().contains(activity.bot())) {
            welcome(place);
        }
    }

    /** Removed from a team, or from a chat: all that was kept of it goes, what was set there as well. */
    private void removed(ConversationReference place, Instant at) {
        String team = place.route().team();
        settings.put(TeamsDelivery.CHANNEL, place.tenant(), place.room(), WELCOMED, "");
        forget.forget(
                team.isEmpty()
                        ? new Erasure.OfRoom(TeamsDelivery.CHANNEL, place.tenant(), place.room())
                        : new Erasure.OfPart(TeamsDelivery.CHANNEL, place.tenant(), team),
                "platform",
                at);
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
