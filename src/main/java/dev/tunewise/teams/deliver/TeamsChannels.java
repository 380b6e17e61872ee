package dev.tunewise.teams.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tunewise.teams.client.BotConnector;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The channels of a team, by the names that people use. */
public record TeamsChannels(BotConnector connector) {
    /** The first channel of every team has no name in Teams' answers. */
    private static final String GENERAL = "General";

    /** Id of the channel that somebody typed, by name or id; empty when the team has none like it. */
    public Optional<String> find(ConversationReference place, String typed) {
        String wanted = typed.strip().replaceFirst("^#", "").toLowerCase(Locale.ROOT);
        return all(place).entrySet().stream()
                .filter(channel -> channel.getValue().toLowerCase(Locale.ROOT).equals(wanted)
                        || channel.getKey().equals(typed.strip()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The name of a channel; empty when the team has none with this id. */
    public Optional<String> name(ConversationReference place, String id) {
        return Optional.ofNullable(all(place).get(id));
    }

    private Map<String, String> all(ConversationReference place) {
        Map<String, String> names = new LinkedHashMap<>();
        if (place.route().team().isEmpty()) {
            return names;
        }
        for (JsonNode channel :
                connector.channels(place.route().serviceUrl(), place.route().team())) {
            names.put(channel.path("id").asText(""), called(channel));
        }
        return names;
    }

    static String called(JsonNode channel) {
        String name = channel.path("name").asText("");
        return name.isBlank() || name.equals("null") ? GENERAL : name;
    }
}
