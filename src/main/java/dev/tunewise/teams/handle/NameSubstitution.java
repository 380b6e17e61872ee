package dev.tunewise.teams.handle;

import dev.tunewise.chat.Block;
import dev.tunewise.chat.Text;
import dev.tunewise.conversation.wording.CommandReplies;
import java.util.List;

/** Puts names in the place of ids in what people read. */
final class NameSubstitution {
    private NameSubstitution() {}

    static CommandReplies.Notice notice(CommandReplies.Notice notice, String id, String name) {
        return new CommandReplies.Notice(
                notice.blocks().stream().map(block -> block(block, id, name)).toList(),
                notice.plain().replace(id, name));
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
        String text = span.text().replace(id, name);
        return switch (span) {
            case Text.Plain _ -> new Text.Plain(text);
            case Text.Strong _ -> new Text.Strong(text);
            case Text.Emphasis _ -> new Text.Emphasis(text);
            case Text.Code _ -> new Text.Code(text);
            case Text.Link link -> new Text.Link(text, link.url());
        };
    }
}
