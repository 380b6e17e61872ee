package dev.tunewise.channel;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.wording.CommandReplies;
import dev.tunewise.conversation.wording.Messages;
import dev.tunewise.session.command.CommandService;
import java.util.List;
import java.util.function.Function;

/** Puts the names of rooms in the place of their ids in what people read. */
public final class RoomNames {
    /**
     * A notice with names, as it is read in one room. A secret room has its name in itself alone.
     *
     * @param where the room; empty for none
     * @param names what people call a room; the id where nobody knows
     */
    public static CommandReplies.Notice in(
            CommandReplies.Notice notice,
            CommandService.Reply.Named rooms,
            String where,
            Messages wording,
            Function<String, String> names) {
        CommandReplies.Notice named = notice;
        for (String id : rooms.ids()) {
            boolean secret = rooms.secret().contains(id) && !id.equals(where);
            String name = secret ? wording.plain("private-channel") : names.apply(id);
            if (name.equals(id)) {
                continue;
            }
            named = new CommandReplies.Notice(
                    named.blocks().stream().map(block -> block(block, id, name)).toList(),
                    named.plain().replace(id, name));
        }
        return named;
    }

    private static Block block(Block block, String id, String name) {
        return switch (block) {
            case Block.Paragraph(Text text) -> new Block.Paragraph(text(text, id, name));
            case Block.Bullets(List<Text> items) ->
                new Block.Bullets(
                        items.stream().map(item -> text(item, id, name)).toList());
            default -> block;
        };
    }

    private static Text text(Text text, String id, String name) {
        return new Text(text.spans().stream().map(span -> span(span, id, name)).toList());
    }

    private static Text.Span span(Text.Span span, String id, String name) {
        if (span.text().equals(id) && !(span instanceof Text.Link)) {
            return new Text.Strong(name);
        }
        return span.with(span.text().replace(id, name));
    }
}
