package dev.tunewise.teams.handle;

import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.session.store.WorkspaceSettings;
import dev.tunewise.teams.deliver.Activity;
import dev.tunewise.teams.deliver.ConversationReference;
import dev.tunewise.teams.deliver.Rosters;
import dev.tunewise.teams.deliver.TeamsDelivery;
import dev.tunewise.teams.deliver.TeamsNotifier;

/**
 * Says once in every conversation what we are here for; Teams tells about an installation twice. A team of more than a hundred people is not
 * greeted, as Microsoft asks.
 */
public final class WelcomeMessage {
    private static final String WELCOMED = "welcomed";

    private final WorkspaceSettings settings;
    private final TeamsNotifier teller;
    private final Rosters rosters;
    private final CommandReplies notices;

    public WelcomeMessage(WorkspaceSettings settings, TeamsNotifier teller, Rosters rosters, CommandReplies notices) {
        this.rosters = rosters;
        this.settings = settings;
        this.teller = teller;
        this.notices = notices;
    }

    public void take(Activity activity) {
        ConversationReference place = ConversationReference.of(activity);
        if (activity.type().equals("installationUpdate")) {
            if (activity.action().startsWith("add")) {
                welcome(place);
            } else if (activity.action().startsWith("remove")) {
                settings.put(TeamsDelivery.CHANNEL, place.tenant(), place.room(), WELCOMED, "");
            }
        } else if (activity.added().contains(activity.bot())) {
            welcome(place);
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
