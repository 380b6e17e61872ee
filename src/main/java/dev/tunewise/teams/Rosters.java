package dev.tunewise.teams;

import com.fasterxml.jackson.databind.JsonNode;

/** How many people a team has. */
final class Rosters {
    private static final int LARGE = 100;
    private static final int MOST_PAGES = 20;

    private final Connector connector;

    Rosters(Connector connector) {
        this.connector = connector;
    }

    /** Whether a team has more than a hundred members; a roster that cannot be had is taken for a small one. */
    boolean isLarge(Place place) {
        if (place.kind() != Place.Kind.CHANNEL) {
            return false;
        }
        String team =
                place.route().team().isEmpty() ? place.room() : place.route().team();
        String path = "v3/conversations/" + Connector.encoded(team) + "/pagedmembers?pageSize=100";
        String more = "";
        int members = 0;
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode roster = connector.look(
                    place.route().serviceUrl(),
                    more.isEmpty() ? path : path + "&continuationToken=" + Connector.encoded(more));
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
