package dev.tunewise.teams.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tunewise.channel.HttpCalls;
import dev.tunewise.channel.JsonText;
import dev.tunewise.teams.registration.AccessTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who owns a team. The connector does not tell, so Graph is asked, with the permission `TeamMember.Read.Group` that the app package
 * requests; where it was not granted, nobody is taken for an owner.
 *
 * @param graph its address, without a slash at the end
 */
public record TeamOwners(BotConnector connector, HttpClient http, AccessTokens tokens, String graph) {
    private static final Logger LOG = LoggerFactory.getLogger(TeamOwners.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MOST_PAGES = 20;

    /** Whether a person, by the id that Teams' activities give, owns a team. */
    public boolean owns(String serviceUrl, String team, String person) {
        JsonNode known = connector.look(serviceUrl, "v3/teams/" + BotConnector.encoded(team));
        JsonNode member = connector.look(
                serviceUrl,
                "v3/conversations/" + BotConnector.encoded(team) + "/members/" + BotConnector.encoded(person));
        String group = known == null ? "" : known.path("aadGroupId").asText("");
        String user = member == null ? "" : member.path("aadObjectId").asText("");
        return !group.isEmpty() && !user.isEmpty() && isOwner(group, user);
    }

    private boolean isOwner(String group, String user) {
        String next = graph + "/v1.0/teams/" + BotConnector.encoded(group) + "/members";
        for (int page = 0; page < MOST_PAGES && next.startsWith(graph); page++) {
            JsonNode members = get(next);
            for (JsonNode member : members.path("value")) {
                boolean owner = member.path("roles")
                        .valueStream()
                        .anyMatch(role -> role.asText("").equals("owner"));
                if (owner && member.path("userId").asText("").equals(user)) {
                    return true;
                }
            }
            next = members.path("@odata.nextLink").asText("");
        }
        return false;
    }

    private JsonNode get(String address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(TIMEOUT)
                    .header("Authorization", "Bearer " + tokens.current())
                    .build();
            HttpResponse<String> response = HttpCalls.send(http, request);
            if (response.statusCode() == 200) {
                return JsonText.read(response.body());
            }
            LOG.warn(
                    "Graph answered {} when asked who owns a team; grant TeamMember.Read.Group to let owners change"
                            + " settings",
                    response.statusCode());
        } catch (IOException | IllegalArgumentException | AccessTokens.TokenException failed) {
            LOG.warn("Graph could not be asked who owns a team: {}", failed.getMessage());
        }
        return MissingNode.getInstance();
    }
}
