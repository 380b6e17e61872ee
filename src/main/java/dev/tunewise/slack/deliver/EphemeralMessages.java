package dev.tunewise.slack.deliver;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.slack.block.RenderedMessage;
import dev.tunewise.slack.client.SlackBot;
import dev.tunewise.slack.client.SlackResult;
import dev.tunewise.slack.decode.SlackUser;
import dev.tunewise.slack.render.PostRenderer;
import java.util.List;

/** Tells one person something, outside of any consultation: over the address that came with their request, in the channel for them alone, or directly. */
public record EphemeralMessages(SlackMessageSender messages, ResponseUrls responseUrls) {
    void tell(SlackBot bot, SlackUser person, String room, String thread, String words) {
        show(bot, person.user(), room, thread, List.of(new Block.Paragraph(Text.plain(words))), words);
    }

    public void show(SlackBot bot, String person, String room, String thread, List<Block> blocks, String plain) {
        RenderedMessage message = PostRenderer.render("", new Post("note", new Post.Private(person), blocks, plain));
        if (responseUrls.answer(room, person, message)) {
            return;
        }
        boolean heard =
                !room.isEmpty() && messages.whisper(bot, room, thread, person, message) instanceof SlackResult.Done<?>;
        if (!heard) {
            // They asked for something just now, so a direct message is no surprise.
            messages.post(bot, person, "", message);
        }
    }
}
