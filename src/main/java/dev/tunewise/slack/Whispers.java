package dev.tunewise.slack;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Post;
import dev.tunewise.chat.Text;
import dev.tunewise.slack.kit.PostRenderer;
import dev.tunewise.slack.kit.Rendered;
import java.util.List;

/** Tells one person something, outside of any consultation: over the address that came with their request, in the channel for them alone, or directly. */
final class Whispers {
    private final Messages messages;
    private final ResponseUrls responseUrls;

    Whispers(Messages messages, ResponseUrls responseUrls) {
        this.messages = messages;
        this.responseUrls = responseUrls;
    }

    void tell(Bot bot, Person person, String room, String thread, String words) {
        show(bot, person, room, thread, List.of(new Block.Paragraph(Text.plain(words))), words);
    }

    void show(Bot bot, Person person, String room, String thread, List<Block> blocks, String plain) {
        Rendered message = PostRenderer.render("", new Post("note", new Post.Private(person.user()), blocks, plain));
        if (responseUrls.answer(room, person.user(), message)) {
            return;
        }
        boolean heard =
                !room.isEmpty() && messages.whisper(bot, room, thread, person.user(), message) instanceof Reply.Done<?>;
        if (!heard) {
            // They asked for something just now, so a direct message is no surprise.
            messages.post(bot, person.user(), "", message);
        }
    }
}
