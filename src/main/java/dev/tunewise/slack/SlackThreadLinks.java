package dev.tunewise.slack;

import dev.tunewise.session.Address;
import dev.tunewise.session.ThreadLinks;
import java.util.Optional;

/** Addresses of threads in Slack, written as Slack writes permalinks. */
public final class SlackThreadLinks implements ThreadLinks {
    private final Bots bots;

    SlackThreadLinks(Bots bots) {
        this.bots = bots;
    }

    @Override
    public Optional<String> link(String conversation, Address address) {
        if (!address.channel().equals(SlackDelivery.CHANNEL) || address.thread().isEmpty()) {
            return Optional.empty();
        }
        return bots.find(address.workspace())
                .map(Bot::url)
                .filter(url -> url.startsWith("http"))
                .map(url -> url + "archives/" + address.room() + "/p"
                        + address.thread().replace(".", ""));
    }
}
