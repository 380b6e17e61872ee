package dev.tunewise.session.turn;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.state.ConversationState;
import dev.tunewise.conversation.turn.ConversationEngine;
import dev.tunewise.session.store.Address;
import dev.tunewise.session.store.WorkspaceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Summaries for the channel that a room or its workspace chose; none goes anywhere before somebody chose. */
public final class SummaryRouter {
    /** Setting with the channel for summaries, in the platform's terms. */
    public static final String CHANNEL = "summary-channel";

    private final WorkspaceSettings settings;
    private final ThreadLinks links;
    private final String linkLabel;

    /**
     * Summaries.
     *
     * @param links where threads can be read
     * @param linkLabel what the link to the thread says
     */
    public SummaryRouter(WorkspaceSettings settings, ThreadLinks links, String linkLabel) {
        this.settings = settings;
        this.links = links;
        this.linkLabel = linkLabel;
    }

    /** The channel that the room chose, or else its workspace. */
    public Optional<String> channel(Address address) {
        return settings.get(address.channel(), address.workspace(), address.room(), CHANNEL)
                .or(() -> settings.get(
                        address.channel(), address.workspace(), WorkspaceSettings.WHOLE_WORKSPACE, CHANNEL))
                .filter(channel -> !channel.isBlank());
    }

    /** Chooses the channel for a room; an empty one switches summaries off. */
    public void choose(Address address, String channel) {
        settings.put(address.channel(), address.workspace(), address.room(), CHANNEL, channel);
    }

    /** Whether a consultation lives where there are channels that a summary could go to. */
    boolean reachable(String conversation, Address address) {
        return channel(address).isPresent() || links.link(conversation, address).isPresent();
    }

    /** The summary of a consultation for its channel; empty when none was chosen. */
    Optional<Post> post(String conversation, Address address, ConversationEngine machine, ConversationState state) {
        return channel(address).map(channel -> {
            ConversationEngine.Summary summary = machine.summary(state);
            List<Block> blocks = new ArrayList<>(summary.blocks());
            links.link(conversation, address)
                    .ifPresent(
                            url -> blocks.add(new Block.Paragraph(new Text(List.of(new Text.Link(linkLabel, url))))));
            return new Post("summary:" + channel, new Post.Elsewhere(channel), blocks, summary.plain());
        });
    }
}
