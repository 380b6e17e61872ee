package dev.tunewise.slack;

import com.slack.api.methods.response.chat.ChatGetPermalinkResponse;
import dev.tunewise.chat.Action;
import dev.tunewise.chat.Block;
import dev.tunewise.chat.Button;
import dev.tunewise.chat.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leads from a summary in another channel back to the thread. */
final class Permalinks {
    private final SlackApi api;

    Permalinks(SlackApi api) {
        this.api = api;
    }

    /** The address of a message; empty when Slack does not tell it. */
    Optional<String> of(Bot bot, String channel, String timestamp) {
        if (timestamp.isEmpty()) {
            return Optional.empty();
        }
        return api.call(bot.token(), methods -> methods.chatGetPermalink(r -> r.channel(channel).messageTs(timestamp)))
                        instanceof Reply.Done<ChatGetPermalinkResponse>(ChatGetPermalinkResponse response)
                ? Optional.ofNullable(response.getPermalink())
                : Optional.empty();
    }

    /** The post with a button that opens the thread. */
    Post linked(Post post, Bot bot, String channel, String thread) {
        Optional<String> link = of(bot, channel, thread);
        if (link.isEmpty()) {
            return post;
        }
        List<Block> blocks = new ArrayList<>(post.blocks());
        blocks.add(new Block.Buttons(List.of(Button.plain("Open the thread", new Action.Open(link.get())))));
        return new Post(post.key(), post.place(), blocks, post.plain());
    }
}
