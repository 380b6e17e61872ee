package dev.tunewise.teams;

import dev.tunewise.conversation.Notices;
import dev.tunewise.session.Settings;

/**
 * Says once in every conversation what we are here for; Teams tells about an installation twice. A team of more than a hundred people is not
 * greeted, as Microsoft asks.
 */
final class Welcome {
    private static final String WELCOMED = "welcomed";

    private final Settings settings;
    private final Teller teller;
    private final Rosters rosters;
    private final Notices notices;

    Welcome(Settings settings, Teller teller, Rosters rosters, Notices notices) {
        this.rosters = rosters;
        this.settings = settings;
        this.teller = teller;
        this.notices = notices;
    }

    void take(Activity activity) {
        Place place = Place.of(activity);
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

    private void welcome(Place place) {
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
