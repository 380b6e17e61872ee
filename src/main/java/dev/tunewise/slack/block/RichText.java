package dev.tunewise.slack.block;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tunewise.chat.Text;
import java.util.List;

/** Text as rich text elements, in which nothing that a person typed is ever read as markup. */
public final class RichText {
    public static JsonObject block(JsonObject... parts) {
        JsonObject block = BlockKit.typed("rich_text");
        block.add("elements", BlockKit.array(List.of(parts)));
        return block;
    }

    public static JsonObject section(Text text) {
        JsonObject section = BlockKit.typed("rich_text_section");
        section.add("elements", elements(text));
        return section;
    }

    public static JsonObject bullets(List<Text> items) {
        JsonObject list = BlockKit.typed("rich_text_list");
        list.addProperty("style", "bullet");
        list.add(
                "elements", BlockKit.array(items.stream().map(RichText::section).toList()));
        return list;
    }

    public static JsonObject preformatted(String characters) {
        JsonObject part = BlockKit.typed("rich_text_preformatted");
        part.add("elements", elements(Text.plain(characters)));
        return part;
    }

    private static JsonArray elements(Text text) {
        JsonArray elements = new JsonArray();
        for (Text.Span span : text.spans()) {
            if (!span.text().isEmpty()) {
                elements.add(element(span));
            }
        }
        if (elements.isEmpty()) {
            elements.add(element(new Text.Plain(" ")));
        }
        return elements;
    }

    private static JsonObject element(Text.Span span) {
        JsonObject style = new JsonObject();
        if (span instanceof Text.Strong) {
            style.addProperty("bold", true);
        }
        if (span instanceof Text.Emphasis) {
            style.addProperty("italic", true);
        }
        if (span instanceof Text.Code) {
            style.addProperty("code", true);
        }
        JsonObject element = new JsonObject();
        if (span instanceof Text.Link link && LinkMarkup.usable(link.url())) {
            element.addProperty("type", "link");
            element.addProperty("url", link.url());
        } else {
            element.addProperty("type", "text");
        }
        element.addProperty("text", span.text());
        if (!style.isEmpty()) {
            element.add("style", style);
        }
        return element;
    }
}
