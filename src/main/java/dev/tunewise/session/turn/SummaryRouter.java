package dev.tunewise.session.turn;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.card.SummaryCard;
import dev.tunewise.conversation.followup.SummaryWriter;
import dev.tunewise.conversation.followup.SummaryWriter.Standing;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.session.settings.Choice;
import dev.tunewise.session.settings.RoomFacts;
import dev.tunewise.session.settings.SummaryChannels;
import dev.tunewise.session.settings.TeamSettings;
import dev.tunewise.session.settings.WorkspaceDirectory;
import dev.tunewise.session.store.Address;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Summaries for the channel that a room or its workspace chose; none goes anywhere before somebody chose. What a room chose nothing
 * overrides, and what is said in private goes nowhere that somebody in there did not choose.
 *
 * @param linkLabel what the link to the thread says
 */
public record SummaryRouter(TeamSettings settings, WorkspaceDirectory directory, ThreadLinks links, String linkLabel) {
    /** Keys of summaries begin so. */
    static final String KEY = SummaryChannels.KEY;

    /** The key of the post that shows an answer to the room that it was found in. */
    static final String BROADCAST = "broadcast";

    /** The channel that the room chose, or else its workspace, where everybody may read the room anyway. */
    public Optional<String> channel(Address address) {
        return new SummaryChannels(settings).of(address);
    }

    /** Has the platform asked whether a room whose summaries leave it is private now: what it said a minute ago does not count. */
    void lookAgain(Address room) {
        channel(room).filter(channel -> !channel.equals(room.room())).ifPresent(_ -> directory.refresh(room));
    }

    /** Whether the first answer is shown to a whole room, and not in its thread alone. */
    boolean broadcasts(Address room) {
        return settings.ofRoom(room, TeamSettings.Name.BROADCAST)
                .filter(choice -> !choice.off())
                .isPresent();
    }

    /** Whether the first answer goes to the room as a post of its own, since the room cannot show its thread. */
    boolean broadcastsApart(Address room) {
        return broadcasts(room)
                && !directory.showsThreads(room)
                && channel(room).filter(room.room()::equals).isEmpty();
    }

    /** The summary of a consultation for its own room, a post of its own that is edited in place. */
    Post broadcast(String conversation, Address address, ConversationEngine machine, ConversationState state) {
        SummaryCard.Told summary = machine.summaries().summary(state, showsCosts(address));
        return new Post(
                BROADCAST,
                new Post.Elsewhere(address.room()),
                linked(conversation, address, summary.blocks()),
                summary.plain());
    }

    /** Whether costs may be shown in a room: in one that is shared with another organisation only where an admin allowed it. */
    public boolean showsCosts(Address room) {
        RoomFacts facts = directory.room(room);
        return !facts.shared()
                || settings.ofWorkspace(room, TeamSettings.Name.SHARED_COSTS)
                        .filter(choice -> !choice.off())
                        .isPresent();
    }

    /** Whether a consultation lives where there are channels that a summary could go to. */
    boolean reachable(String conversation, Address address) {
        return channel(address).isPresent() || links.link(conversation, address).isPresent();
    }

    /** The summary of a consultation for its channel; empty when none was chosen. */
    Optional<Post> post(String conversation, Address address, ConversationEngine machine, ConversationState state) {
        return channel(address).map(channel -> {
            SummaryCard.Told summary = machine.summaries().summary(state, showsCosts(there(address, channel)));
            return new Post(
                    KEY + channel,
                    new Post.Elsewhere(channel),
                    linked(conversation, address, summary.blocks()),
                    summary.plain());
        });
    }

    /** Whether costs may be shown where the summaries of a room go; where they go nowhere, in the room itself. */
    boolean tellsCosts(Address address) {
        return showsCosts(
                channel(address).map(channel -> there(address, channel)).orElse(address));
    }

    /** Why the summaries of a room go nowhere. */
    Standing nowhere(Address address, SummaryWriter teller) {
        Optional<Choice> own = settings.ofRoom(address, TeamSettings.Name.SUMMARY_CHANNEL);
        Optional<Choice> whole = settings.ofWorkspace(address, TeamSettings.Name.SUMMARY_CHANNEL);
        return own.or(() -> whole)
                .map(choice -> teller.nowhere(
                        why(choice, own.isPresent()),
                        choice.by(),
                        choice.at().equals(Instant.EPOCH)
                                ? null
                                : choice.at().atZone(ZoneOffset.UTC).toLocalDate()))
                .orElseGet(() -> teller.nowhere("summary-nowhere", "", null));
    }

    private static String why(Choice choice, boolean own) {
        if (choice.gone()) {
            return "summary-gone";
        }
        if (own) {
            return choice.off() ? "summary-off" : "summary-lapsed";
        }
        return choice.off() ? "summary-off-for-all" : "summary-closed";
    }

    /**
     * A short note for the channel of a consultation; empty when none was chosen, or there is nothing to say.
     *
     * @param words what to say, by whether costs may be shown there
     */
    Optional<Post> note(String conversation, Address address, String key, Function<Boolean, Optional<Text>> words) {
        return channel(address)
                .flatMap(channel -> words.apply(tellsCosts(address))
                        .map(text -> new Post(
                                key,
                                new Post.Elsewhere(channel),
                                linked(conversation, address, List.of(new Block.Paragraph(text))),
                                text.characters())));
    }

    /** A room that messages of another one go to. */
    public static Address there(Address address, String channel) {
        return new Address(address.channel(), address.workspace(), channel, "", address.details());
    }

    private List<Block> linked(String conversation, Address address, List<Block> blocks) {
        List<Block> linked = new ArrayList<>(blocks);
        links.link(conversation, address)
                .<Block>map(url -> new Block.Paragraph(new Text(List.of(new Text.Link(linkLabel, url)))))
                .or(() -> address.thread().isEmpty() ? Optional.of(PendingLink.to(linkLabel)) : Optional.empty())
                .ifPresent(linked::add);
        return linked;
    }
}
