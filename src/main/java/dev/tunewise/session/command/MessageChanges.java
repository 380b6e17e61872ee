package dev.tunewise.session.command;

import dev.tunewise.conversation.state.Author;
import dev.tunewise.conversation.state.Entry;
import dev.tunewise.conversation.state.UserInput;
import dev.tunewise.session.log.LogService;
import dev.tunewise.session.log.Owners;
import dev.tunewise.session.settings.Choice;
import dev.tunewise.session.settings.RoomFacts;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.ConversationStore;
import dev.tunewise.session.store.Erasure;
import dev.tunewise.session.turn.Consultations;
import dev.tunewise.session.turn.InboundEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * Follows what becomes of messages where they were written: first the consultation takes a turn, so that the thread sees what counts no more,
 * then the words of before are taken out of all that is kept. Both may be done twice without harm.
 */
public record MessageChanges(
        Consultations consultations,
        ConversationStore store,
        LogService log,
        ForgetService forget,
        TeamSettings settings) {
    /** The consultation that a message went into, by the key of its event. */
    public Optional<String> consultation(String channel, String workspace, String key) {
        return store.holder(channel, workspace, key);
    }

    /** A message reads otherwise now. `edit`: the event, with {@link UserInput.Edited}. */
    public void edited(String conversation, InboundEvent edit) {
        consultations.take(conversation, edit);
        if (edit.input() instanceof UserInput.Edited now && !edit.message().isEmpty()) {
            forget.follow(new Erasure.OfMessage(conversation, edit.message(), now.text()), edit.at());
        }
    }

    /** A message is gone; whoever wrote it takes back what it said. `key`: names the event. */
    public void deleted(String conversation, String key, String message, Instant at) {
        Author author = consultations.find(conversation).stream()
                .flatMap(found -> found.entries().stream())
                .filter(entry -> entry.message().equals(message))
                .map(Entry::author)
                .findFirst()
                .orElse(null);
        if (author == null) {
            return;
        }
        consultations.take(conversation, new InboundEvent(key, author, at, message, new UserInput.Edited("", false)));
        forget.forget(new Erasure.OfMessage(conversation, message, ""), author.id(), at);
    }

    /** Somebody is no more in a workspace, team or chat; somebody else may take over what they saw to. */
    public void personLeft(Address place, String person, Instant at) {
        new Owners(log.log(), settings.directory(), consultations).gone(place, person, at);
    }

    /** A channel was deleted, with all that was said there; summaries that were to go there go nowhere. */
    public void channelDeleted(Address channel, Instant at) {
        int lost = gone(new Erasure.OfRoom(channel.channel(), channel.workspace(), channel.room()), at);
        if (lost > 0) {
            settings.lost(channel, lost, at);
        }
        settings.gone(channel);
    }

    /** A channel was deleted where people may restore it for a while: what was said there is kept that long, and no other room hears of it. */
    public void channelPutAside(Address channel, Instant at) {
        settings.deleted(channel, "", store.ofRoom(channel, Integer.MAX_VALUE).size(), at);
        settings.gone(channel);
    }

    /** It is there again, with its log. */
    public void channelRestored(Address channel) {
        settings.restored(channel);
    }

    /**
     * A team was deleted where people may restore it for a while, with all of its channels.
     *
     * @param place the team itself, as what was set for all of it is kept
     */
    public void teamPutAside(Address place, String team, Instant at) {
        String scope = settings.directory().scope(place);
        settings.deleted(new Address(place.channel(), place.workspace(), scope, "", place.details()), team, 0, at);
        log.rooms(place).forEach(room -> settings.deleted(room, team, 0, at));
    }

    /** A team was archived with all of its channels, or is in use again. */
    public void teamArchived(Address place, boolean now, Instant at) {
        RoomFacts.Posts posts = now ? RoomFacts.Posts.ARCHIVED : RoomFacts.Posts.TAKEN;
        log.rooms(place).forEach(room -> settings.closed(room, posts, at));
    }

    /** It is there again, with the channels that went with it. */
    public void teamRestored(Address place, String team) {
        for (Address room : settings.places(TeamSettings.Name.DELETED)) {
            boolean same =
                    room.channel().equals(place.channel()) && room.workspace().equals(place.workspace());
            Optional<Choice> deleted =
                    same ? settings.ofRoom(room, TeamSettings.Name.DELETED) : Optional.<Choice>empty();
            deleted.filter(choice -> choice.cause().equals(team))
                    .ifPresent(choice -> channelRestored(
                            new Address(room.channel(), room.workspace(), room.room(), "", choice.value())));
        }
    }

    /** A room is gone on its platform, or a part of a workspace, with all that was said there; says how many consultations that were. */
    public int gone(Erasure place, Instant at) {
        return forget.forget(place, "platform", at);
    }
}
