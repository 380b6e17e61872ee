package dev.tunewise.slack.deliver;

import dev.tunewise.session.store.Address;
import dev.tunewise.session.turn.ThreadLinks;
import dev.tunewise.slack.client.SlackBot;
import dev.tunewise.slack.client.SlackBots;
import java.util.Optional;

/** Addresses of threads in Slack, written as Slack writes permalinks. */
public record SlackThreadLinks(SlackBots bots) implements ThreadLinks {
    @Override
    public Optional<String> link(String conversation, Address address) {
        if (!address.channel().equals(SlackDelivery.CHANNEL) || address.thread().isEmpty()) {
            return Optional.empty();
        }
        return bots.find(address.workspace())
                .map(SlackBot::url)
                .filter(url -> url.startsWith("http"))
                .map(url -> url + "archives/" + address.room() + "/p"
                        + address.thread().replace(".", ""));
    }
}
