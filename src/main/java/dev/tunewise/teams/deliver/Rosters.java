package dev.tunewise.teams.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.teams.client.BotConnector;

/** How many people a team has. */
public record Rosters(BotConnector connector) {
    private static final int LARGE = 100;
    private static final int MOST_PAGES = 20;

    /** Whether a team has more than a hundred members; a roster that cannot be had is taken for a small one. */
    public boolean isLarge(ConversationReference place) {
        if (place.kind() != ConversationReference.Kind.CHANNEL) {
            return false;
        }
        String team =
                place.route().team().isEmpty() ? place.room() : place.route().team();
        String path = "v3/conversations/" + BotConnector.encoded(team) + "/pagedmembers?pageSize=100";
        String more = "";
        int members = 0;
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode roster = connector.look(
                    place.route().serviceUrl(),
                    more.isEmpty() ? path : path + "&continuationToken=" + BotConnector.encoded(more));
            if (roster == null) {
                return false;
            }
            members += roster.path("members").size();
            more = roster.path("continuationToken").asText("");
            if (members > LARGE || more.isEmpty() || more.equals("null")) {
                break;
            }
        }
        return members > LARGE;
    }
}
