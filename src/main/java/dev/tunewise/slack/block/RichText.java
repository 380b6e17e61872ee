package dev.tunewise.slack.block;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tunewise.chat.Text;
import java.util.List;

/** Text as rich text elements, in which nothing that a person typed is ever read as markup. */
public final class RichText {
    public static ObjectNode block(ObjectNode... parts) {
        return BlockKit.typed("rich_text").set("elements", BlockKit.array(List.of(parts)));
    }

    public static ObjectNode section(Text text) {
        return BlockKit.typed("rich_text_section").set("elements", elements(text));
    }

    public static ObjectNode bullets(List<Text> items) {
        List<ObjectNode> sections = items.stream().map(RichText::section).toList();
        return BlockKit.typed("rich_text_list").put("style", "bullet").set("elements", BlockKit.array(sections));
    }

    public static ObjectNode preformatted(String characters) {
        return BlockKit.typed("rich_text_preformatted").set("elements", elements(Text.plain(characters)));
    }

    private static ArrayNode elements(Text text) {
        List<ObjectNode> elements = text.spans().stream()
                .filter(span -> !span.text().isEmpty())
                .map(RichText::element)
                .toList();
        return BlockKit.array(elements.isEmpty() ? List.of(element(new Text.Plain(" "))) : elements);
    }

    private static ObjectNode element(Text.Span span) {
        ObjectNode element = span instanceof Text.Link link && LinkMarkup.usable(link.url())
                ? BlockKit.typed("link").put("url", link.url())
                : BlockKit.typed("text");
        String style = switch (span) {
            case Text.Strong _ -> "bold";
            case Text.Emphasis _ -> "italic";
            case Text.Code _ -> "code";
            case Text.Plain _, Text.Link _ -> "";
        };
        if (!style.isEmpty()) {
            element.putObject("style").put(style, true);
        }
        return element.put("text", span.text());
    }
}
